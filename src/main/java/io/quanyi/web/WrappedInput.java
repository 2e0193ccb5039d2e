package io.quanyi.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** The stream of a request's body around another: all reading goes through one method, which a subclass overrides. */
public abstract class WrappedInput extends ServletInputStream {

    private final ServletInputStream input;

    protected WrappedInput(ServletInputStream input) {
        this.input = input;
    }

    /**
     * Reads bytes.
     *
     * @return how many; -1 at the end of the body
     */
    protected int readSome(byte[] buffer, int offset, int length) throws IOException {
        return input.read(buffer, offset, length);
    }

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return readSome(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public final int read(byte[] buffer, int offset, int length) throws IOException {
        return readSome(buffer, offset, length);
    }

    @Override
    public final boolean isFinished() {
        return input.isFinished();
    }

    @Override
    public final boolean isReady() {
        return input.isReady();
    }

    @Override
    public final void setReadListener(ReadListener listener) {
        input.setReadListener(listener);
    }
}
