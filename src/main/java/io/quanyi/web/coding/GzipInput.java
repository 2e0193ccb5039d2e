package io.quanyi.web.coding;

import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The content of a gzip file (RFC 1952) that comes piece by piece: decoded as far as it has come, never further. One or more members, each with
 * its checksum and length, and nothing behind them; anything else is {@link FaultsFound}. The JDK's own stream takes what follows the
 * last member for nothing, and may wait for more than it needs.
 */
final class GzipInput extends InputStream {

    /** Bytes of native memory that a decoder takes: its window of 32 KB, and tables. */
    static final int MEMORY = 48 * 1024;

    private static final int FIRST = 0x1F;
    private static final int SECOND = 0x8B;
    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKSUM = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int RESERVED = 0xE0;

    private final InputStream coded;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[8192];
    private int position;
    private int end;
    private boolean begun;
    private boolean inMember;
    private boolean ended;

    /** @param coded gives the part of the file that has come; it has to wait only if nothing has */
    GzipInput(InputStream coded) {
        this.coded = coded;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** Waits for more of the file only if nothing that has come is left to decode. */
    @Override
    public int read(byte[] decoded, int offset, int length) throws IOException {
        while (!ended && length > 0) {
            if (!inMember) {
                begin();
                continue;
            }
            int read = inflate(decoded, offset, length);
            if (read > 0) {
                checksum.update(decoded, offset, read);
                return read;
            }
            if (inflater.finished()) {
                finish();
            }
        }
        return ended ? -1 : 0;
    }

    /** Gives the decoder's native memory back; nothing can be read after it. */
    @Override
    public void close() {
        ended = true;
        inflater.end();
    }

    private int inflate(byte[] decoded, int offset, int length) throws IOException {
        if (inflater.needsInput()) {
            if (!fill()) {
                throw broken();
            }
            inflater.setInput(buffer, position, end - position);
        }
        try {
            int read = inflater.inflate(decoded, offset, length);
            position = end - inflater.getRemaining();
            if (read == 0 && inflater.needsDictionary()) {
                throw broken();
            }
            return read;
        } catch (DataFormatException e) {
            throw broken();
        }
    }

    /** The header of the next member, or the end of the file after at least one. */
    private void begin() throws IOException {
        if (!fill() && begun) {
            ended = true;
            return;
        }
        begun = true;
        checksum.reset();
        require(next() == FIRST && next() == SECOND && next() == DEFLATE);
        int flags = next();
        require((flags & RESERVED) == 0);
        pass(6);
        if ((flags & EXTRA) != 0) {
            pass(little(2));
        }
        passText(flags & NAME);
        passText(flags & COMMENT);
        if ((flags & HEADER_CHECKSUM) != 0) {
            long header = checksum.getValue() & 0xFFFF;
            require(little(2) == header);
        }
        checksum.reset();
        inflater.reset();
        inMember = true;
    }

    private void finish() throws IOException {
        long sum = checksum.getValue();
        require(little(4) == sum);
        require(little(4) == (inflater.getBytesWritten() & 0xFFFF_FFFFL));
        inMember = false;
    }

    private void passText(int flag) throws IOException {
        while (flag != 0 && next() != 0) {
            // Names of files mean nothing here
        }
    }

    private void pass(long count) throws IOException {
        for (long i = 0; i < count; i++) {
            next();
        }
    }

    private long little(int bytes) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (long) next() << (8 * i);
        }
        return number;
    }

    private int next() throws IOException {
        require(fill());
        int next = buffer[position++] & 0xFF;
        checksum.update(next);
        return next;
    }

    /** Whether there is at least one byte that was not read, after waiting for it. */
    private boolean fill() throws IOException {
        if (position == end) {
            int read = coded.read(buffer);
            position = 0;
            end = Math.max(read, 0);
        }
        return position < end;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw broken();
        }
    }

    private static FaultsFound broken() {
        return new FaultsFound(List.of(Fault.at("", "body-not-gzip")));
    }
}
