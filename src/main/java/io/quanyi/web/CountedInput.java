package io.quanyi.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** A body that ends with {@link BodyTooLarge} once too much of it has come. */
final class CountedInput extends ServletInputStream {

    private final ServletInputStream input;
    private long left;

    CountedInput(ServletInputStream input, long most) {
        this.input = input;
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int read = input.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = input.read(buffer, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public boolean isFinished() {
        return input.isFinished();
    }

    @Override
    public boolean isReady() {
        return input.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        input.setReadListener(listener);
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw new BodyTooLarge();
        }
    }
}
