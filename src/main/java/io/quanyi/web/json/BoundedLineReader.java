package io.quanyi.web.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Splits a stream into lines, and keeps at most one line of the longest length in memory. */
final class BoundedLineReader {

    /** One line without its end; without content if it is longer than allowed. */
    static final class Line {

        private final byte @Nullable [] content;

        private Line(byte @Nullable [] content) {
            this.content = content;
        }

        boolean isTooLong() {
            return content == null;
        }

        byte[] content() {
            return content == null ? new byte[0] : content;
        }
    }

    private static final int AT_ONCE = 8192;

    private final InputStream input;
    private final int most;
    private final byte[] buffer = new byte[AT_ONCE];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int position;
    private int end;
    private boolean skipping;

    BoundedLineReader(InputStream input, int most) {
        this.input = input;
        this.most = most;
    }

    /** The next line, as soon as it has come or is known to be too long; null after the last one. */
    @Nullable Line next() throws IOException {
        while (position < end || fill()) {
            int from = position;
            int stop = newline();
            boolean ends = stop < end;
            boolean skipped = skipping;
            boolean tooLong = !skipped && line.size() + stop - from > most;
            position = ends ? stop + 1 : stop;
            skipping = !ends && (skipped || tooLong);
            if (!skipped && !tooLong) {
                line.write(buffer, from, stop - from);
            }
            if (tooLong || (ends && !skipped)) {
                return taken(tooLong);
            }
        }
        return line.size() == 0 ? null : taken(false);
    }

    private Line taken(boolean tooLong) {
        Line taken = new Line(tooLong ? null : line.toByteArray());
        line.reset();
        return taken;
    }

    private boolean fill() throws IOException {
        int read = input.read(buffer);
        position = 0;
        end = Math.max(read, 0);
        return read > 0;
    }

    private int newline() {
        int at = position;
        while (at < end && buffer[at] != '\n') {
            at++;
        }
        return at;
    }
}
