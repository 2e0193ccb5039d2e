package io.quanyi.web.coding;

import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** The bytes of a body that were received with one reading. */
public final class ReceivedBytes implements ApplicationBufferHandler {

    private ByteBuffer buffer = ByteBuffer.allocate(0);

    @Override
    public void setByteBuffer(ByteBuffer received) {
        buffer = received;
    }

    @Override
    public ByteBuffer getByteBuffer() {
        return buffer;
    }

    @Override
    public void expand(int size) {
        // The buffer is taken as it was received
    }

    /** Takes what there is, as far as there is room for it; how much that was. */
    int take(byte[] bytes, int offset, int length) {
        int taken = Math.min(length, buffer.remaining());
        buffer.get(bytes, offset, taken);
        return taken;
    }

    boolean isEmpty() {
        return !buffer.hasRemaining();
    }

    /** Throws away what there is; how much that was. */
    public int drop() {
        int dropped = buffer.remaining();
        buffer.position(buffer.limit());
        return dropped;
    }
}
