package io.quanyi.web.memory;

import io.quanyi.web.WrappedInput;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** The stream of a body that takes memory of its request for the bytes that come and, at their end, for the parsed body. */
final class MeasuredInput extends WrappedInput {

    private final RequestMemory memory;

    MeasuredInput(ServletInputStream input, RequestMemory memory) {
        super(input);
        this.memory = memory;
    }

    @Override
    protected int readSome(byte[] buffer, int offset, int length) throws IOException {
        int read = super.readSome(buffer, offset, length);
        if (read < 0) {
            memory.takeParsed();
        } else {
            memory.takeComing(read);
        }
        return read;
    }
}
