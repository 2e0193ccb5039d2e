package io.quanyi.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Splits a stream into lines, and keeps at most one line of the longest length in memory. A byte order mark before the first line is left out:
 * editors and shells put it there, and the line would be lost to it.
 */
public final class BoundedLineReader {

    /** One line without its end; without content if it is longer than allowed. */
    public static final class Line {

        private final byte @Nullable [] content;

        private Line(byte @Nullable [] content) {
            this.content = content;
        }

        public boolean isTooLong() {
            return content == null;
        }

        public byte[] content() {
            return content == null ? new byte[0] : content;
        }
    }

    private static final int AT_ONCE = 8192;
    private static final byte[] MARK = JsonReader.BYTE_ORDER_MARK.getBytes(StandardCharsets.UTF_8);

    private final InputStream input;
    private final int most;
    private final byte[] buffer = new byte[AT_ONCE];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int position;
    private int end;
    private boolean skipping;

    /** How many bytes of a byte order mark have come; the length of one as soon as the first line has begun. */
    private int marked;

    public BoundedLineReader(InputStream input, int most) {
        this.input = input;
        this.most = most;
    }

    /** The next line, as soon as it has come or is known to be too long; null after the last one. */
    public @Nullable Line next() throws IOException {
        while (position < end || fill()) {
            if (isMark()) {
                continue;
            }
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
        if (marked < MARK.length) {
            line.write(MARK, 0, marked);
            marked = MARK.length;
        }
        return line.size() == 0 ? null : taken(false);
    }

    /** Whether the next line that is not blank has come, so that {@link #next} reads nothing before it returns one. */
    public boolean hasNext() {
        boolean blank = true;
        for (int at = skipping ? end : position; at < end; at++) {
            if (buffer[at] == '\n' && !blank) {
                return true;
            }
            blank &= buffer[at] >= 0 && buffer[at] <= ' ';
        }
        return false;
    }

    /** Whether the next byte belongs to a byte order mark at the very beginning, which is passed over then. */
    private boolean isMark() {
        if (marked == MARK.length) {
            return false;
        }
        boolean next = buffer[position] == MARK[marked];
        if (next) {
            marked++;
            position++;
        } else {
            line.write(MARK, 0, marked);
            marked = MARK.length;
        }
        return next;
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
