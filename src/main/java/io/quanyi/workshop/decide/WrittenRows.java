package io.quanyi.workshop.decide;

import io.quanyi.decision.document.BatchAnswer.BatchProblem;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The whole lines of an output that was not finished. */
final class WrittenRows {

    /** The beginning of each line that answers a row. */
    private static final Pattern ROW =
            Pattern.compile("\\{\"row\":(?<row>[0-9]{1,18}),\"kind\":\"(?<kind>decision|problem)\"");

    /** The bytes of a line that are looked at: all of the first line, and the beginning of the others. */
    private static final int LOOKED_AT = 2000;

    private final String run;
    private boolean begun;
    private long bytes;
    private long last;
    private long decided;
    private long refused;

    private WrittenRows(String run) {
        this.run = run;
    }

    /**
     * Reads an output.
     *
     * @param run the first line that it must have
     * @return empty if it is an output of another run, or of another program
     */
    static Optional<WrittenRows> of(Path output, String run) throws IOException {
        WrittenRows written = new WrittenRows(run);
        try (InputStream input = new BufferedInputStream(Files.newInputStream(output), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long read = 0;
            for (int next = input.read(); next >= 0; next = input.read()) {
                read++;
                if (next != '\n') {
                    if (line.size() < LOOKED_AT) {
                        line.write(next);
                    }
                } else if (written.take(line.toString(StandardCharsets.UTF_8))) {
                    written.bytes = read;
                    line.reset();
                } else {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(written);
    }

    private boolean take(String line) {
        if (!begun) {
            begun = line.equals(run);
            return begun;
        }
        Matcher row = ROW.matcher(line);
        if (!row.lookingAt() || Long.parseLong(row.group("row")) <= last) {
            return false;
        }
        last = Long.parseLong(row.group("row"));
        if (row.group("kind").equals(BatchProblem.KIND)) {
            refused++;
        } else {
            decided++;
        }
        return true;
    }

    /** Whether the first line is there. */
    boolean isBegun() {
        return begun;
    }

    /** How many bytes the whole lines have. */
    long bytes() {
        return bytes;
    }

    /** The number of the last row that is answered; 0 for none. */
    long last() {
        return last;
    }

    long decided() {
        return decided;
    }

    long refused() {
        return refused;
    }
}
