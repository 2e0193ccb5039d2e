package io.quanyi.web.coding;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.function.IntConsumer;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** The body of one request, decoded from gzip piece by piece as it is asked for, so that the bounds on bodies count decoded bytes. */
public final class GzipBody implements InputBuffer, AutoCloseable {

    /** How many bytes are decoded at once. */
    public static final int AT_ONCE = 8192;

    private final InputBuffer coded;
    private final IntConsumer memory;
    private final byte[] decoded = new byte[AT_ONCE];
    private final GzipInput input;
    private boolean begun;

    /**
     * A body that is decoded when it is read.
     *
     * @param coded the body as it came
     * @param memory is told of the bytes that decoding takes, and of all that were decoded, before they are handed on
     */
    public GzipBody(InputBuffer coded, IntConsumer memory) {
        this.coded = coded;
        this.memory = memory;
        this.input = new GzipInput(new Coded(coded));
    }

    /** Reads more of the body; {@link io.quanyi.source.FaultsFound} if it is no gzip. */
    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (!begun) {
            begun = true;
            memory.accept(GzipInput.MEMORY);
        }
        int read = input.read(decoded);
        if (read > 0) {
            memory.accept(read);
            handler.setByteBuffer(ByteBuffer.wrap(decoded, 0, read));
        }
        return read;
    }

    @Override
    public int available() {
        return coded.available();
    }

    @Override
    public void close() {
        input.close();
    }

    /** The bytes that came, as a stream. */
    private static final class Coded extends InputStream {

        private final InputBuffer body;
        private final ReceivedBytes received = new ReceivedBytes();

        Coded(InputBuffer body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return received.isEmpty() && body.doRead(received) < 0 ? -1 : received.take(bytes, offset, length);
        }
    }
}
