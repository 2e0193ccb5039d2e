package io.quanyi.workshop.decide;

import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.wire.BoundedLineReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a file that are not blank, with their numbers. A line that is too long for a request is passed over, and known to be. */
final class FileLines implements AutoCloseable {

    /** A line, with its number from 1. */
    static final class Line {

        private final long number;
        private final BoundedLineReader.Line line;

        private Line(long number, BoundedLineReader.Line line) {
            this.number = number;
            this.line = line;
        }

        long number() {
            return number;
        }

        /** The line without its end; throws {@link FaultsFound} if it is too long. */
        byte[] content() {
            if (line.isTooLong()) {
                throw new FaultsFound(List.of(Fault.at("", "line-too-long", RequestRows.MAX_BYTES)));
            }
            return line.content();
        }

        /** How many bytes are held of it. */
        int length() {
            return line.content().length;
        }

        private boolean isBlank() {
            return !line.isTooLong() && new String(line.content(), StandardCharsets.ISO_8859_1).isBlank();
        }
    }

    private final InputStream input;
    private final BoundedLineReader lines;
    private long number;

    FileLines(Path file) throws IOException {
        input = Files.newInputStream(file);
        lines = new BoundedLineReader(input, RequestRows.MAX_BYTES);
    }

    /** The next line; null after the last one. */
    @Nullable Line next() throws IOException {
        for (BoundedLineReader.Line read = lines.next(); read != null; read = lines.next()) {
            Line line = new Line(++number, read);
            if (!line.isBlank()) {
                return line;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
