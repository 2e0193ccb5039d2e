package io.quanyi.web.filter;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import org.apache.coyote.BadRequestException;

/** A body whose framing may be wrong: the server finds that while it reads, and does not always say whose fault it is. */
final class ReadableInput extends ServletInputStream {

    private final ServletInputStream input;

    ReadableInput(ServletInputStream input) {
        this.input = input;
    }

    @Override
    public int read() throws IOException {
        try {
            return input.read();
        } catch (BadRequestException | IllegalArgumentException | IllegalStateException e) {
            throw unreadable(e);
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return input.read(buffer, offset, length);
        } catch (BadRequestException | IllegalArgumentException | IllegalStateException e) {
            throw unreadable(e);
        }
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

    /** Without its cause, by which Spring would take it for a failure of the service. */
    private static BadRequestException unreadable(Exception e) {
        return new BadRequestException(e.getMessage());
    }
}
