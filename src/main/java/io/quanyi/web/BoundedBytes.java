package io.quanyi.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Bytes of an answer before they are sent: at most so many, and as many of them as the memory of requests has room for. */
final class BoundedBytes extends OutputStream {

    private static final int AT_FIRST = 4096;

    private final long most;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(AT_FIRST);
    private final RequestMemory memory;
    private boolean overfull;

    BoundedBytes(long most, RequestMemory memory) {
        this.most = most;
        this.memory = memory;
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

    /** Whether more was written than there may be; then nothing of it is to be sent. */
    boolean isOverfull() {
        return overfull;
    }

    int size() {
        return bytes.size();
    }

    void sendTo(OutputStream output) throws IOException {
        bytes.writeTo(output);
    }

    private void makeRoom(int length) throws IOException {
        overfull |= (long) bytes.size() + length > most;
        if (overfull) {
            throw new IOException("the answer is larger than " + most + " bytes");
        }
        memory.holdAnswer((long) bytes.size() + length);
    }
}
