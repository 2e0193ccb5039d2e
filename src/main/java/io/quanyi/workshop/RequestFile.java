package io.quanyi.workshop;

import io.quanyi.decision.DecisionRequest;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.wire.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file with one request, as it could be sent. */
final class RequestFile {

    private static final String STANDARD_INPUT = "-";

    /** As much as the service reads of one request at most; more is none. */
    private static final int MOST_BYTES = 1 << 20;

    private RequestFile() {}

    /**
     * Reads it.
     *
     * @param name of the file; {@code -} for what is piped in
     * @throws FaultsFound if it is no request, with everything that is wrong with its form
     * @throws picocli.CommandLine.ParameterException if there is no such file, or it is too long
     */
    static DecisionRequest read(String name, Voice voice) throws IOException {
        byte[] body = body(name, voice);
        if (body.length > MOST_BYTES) {
            throw voice.wrong(voice.text("explain.too-long", name, MOST_BYTES));
        }
        return new RecordBinder(new Faults()).require(JsonReader.read(body), DecisionRequest.class);
    }

    private static byte[] body(String name, Voice voice) throws IOException {
        if (name.equals(STANDARD_INPUT)) {
            return System.in.readNBytes(MOST_BYTES + 1);
        }
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw voice.wrong(voice.text("no-file", name));
        }
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(MOST_BYTES + 1);
        }
    }
}
