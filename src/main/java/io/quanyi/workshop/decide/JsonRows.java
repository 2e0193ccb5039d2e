package io.quanyi.workshop.decide;

import io.quanyi.wire.JsonReader;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The rows of a file that has one request in JSON a line. */
final class JsonRows implements RequestRows {

    private final FileLines lines;

    JsonRows(Path file) throws IOException {
        lines = new FileLines(file);
    }

    @Override
    public @Nullable RequestRow next() throws IOException {
        FileLines.Line line = lines.next();
        return line == null
                ? null
                : new RequestRow(line.number(), line.length(), () -> JsonReader.read(line.content()));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
