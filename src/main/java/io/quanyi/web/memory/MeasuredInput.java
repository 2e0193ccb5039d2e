package io.quanyi.web.memory;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** A body whose bytes are held against the memory of its request as they come, and for what is made of them at its end. */
final class MeasuredInput extends ServletInputStream {

    private final ServletInputStream input;
    private final RequestMemory memory;

    MeasuredInput(ServletInputStream input, RequestMemory memory) {
        this.input = input;
        this.memory = memory;
    }

    @Override
    public int read() throws IOException {
        int read = input.read();
        measure(read < 0 ? read : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = input.read(buffer, offset, length);
        measure(read);
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

    private void measure(int read) {
        if (read < 0) {
            memory.takeParsed();
        } else {
            memory.takeComing(read);
        }
    }
}
