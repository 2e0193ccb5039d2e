package io.quanyi.workshop.explain;

import io.quanyi.decision.customer.CustomerRequest;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.wire.JsonReader;
import io.quanyi.workshop.command.Output;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file that contains one request in JSON. */
final class RequestFile {

    private static final String STANDARD_INPUT = "-";

    /** The most bytes that the service reads of a request. */
    private static final int MAX_BYTES = 1 << 20;

    private RequestFile() {}

    /**
     * Reads the request.
     *
     * @param name the name of the file; {@code -} for the standard input
     * @throws FaultsFound if the content is no request, with all faults of its form
     * @throws io.quanyi.workshop.command.InvalidCall if the file does not exist, or is too long
     */
    static CustomerRequest read(String name, Output output) throws IOException {
        byte[] body = body(name, output);
        if (body.length > MAX_BYTES) {
            throw output.wrong(output.text("explain.too-long", name, MAX_BYTES));
        }
        return new RecordBinder(new Faults()).require(JsonReader.read(body), CustomerRequest.class);
    }

    private static byte[] body(String name, Output output) throws IOException {
        if (name.equals(STANDARD_INPUT)) {
            return System.in.readNBytes(MAX_BYTES + 1);
        }
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw output.wrong(output.text("no-file", name));
        }
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(MAX_BYTES + 1);
        }
    }
}
