package io.quanyi.web.json;

import io.quanyi.web.BoundExceeded;
import io.quanyi.web.memory.MemoryUsedUp;
import io.quanyi.web.memory.RequestMemory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** The bytes of an answer before it is sent, bounded by the size of answers and by the memory of requests. */
final class BoundedBytes extends OutputStream {

    private static final int AT_FIRST = 4096;

    private final long most;
    private final long bound;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(AT_FIRST);
    private final RequestMemory memory;
    private @Nullable BoundExceeded refusal;

    /**
     * @param most how many bytes there is room for
     * @param bound how many bytes an answer may have in all, for the words of a refusal
     */
    BoundedBytes(long most, long bound, RequestMemory memory) {
        this.most = most;
        this.bound = bound;
        this.memory = memory;
    }

    /** An empty buffer of an answer that is refused before it is made. */
    static BoundedBytes refused(BoundExceeded refusal) {
        BoundedBytes none = new BoundedBytes(0, 0, RequestMemory.current());
        none.refusal = refusal;
        return none;
    }

    @Override
    public void write(int one) throws IOException {
        makeRoom(1);
        bytes.write(one);
    }

    @Override
    public void write(byte[] some, int offset, int length) throws IOException {
        makeRoom(length);
        bytes.write(some, offset, length);
    }

    /** The bound that was exceeded, after which nothing of the answer may be sent; null if none was. */
    @Nullable BoundExceeded refusal() {
        return refusal;
    }

    int size() {
        return bytes.size();
    }

    void sendTo(OutputStream output) throws IOException {
        bytes.writeTo(output);
    }

    /** Throws {@link IOException}: a writer of JSON would wrap anything else as a fault of the object that it writes. */
    private void makeRoom(int length) throws IOException {
        long size = (long) bytes.size() + length;
        if (size > most) {
            refusal = new AnswerTooLarge(bound);
        } else if (!memory.holdsAnswer(size)) {
            refusal = new MemoryUsedUp();
        }
        if (refusal != null) {
            throw new IOException(refusal.getMessage());
        }
    }
}
