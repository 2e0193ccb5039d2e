package io.quanyi.web.filter;

import io.quanyi.web.WrappedInput;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import org.apache.coyote.BadRequestException;

/** The stream of a body that reports wrong framing as a bad request: the server finds it while it reads, in several exceptions. */
final class ReadableInput extends WrappedInput {

    ReadableInput(ServletInputStream input) {
        super(input);
    }

    @Override
    protected int readSome(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.readSome(buffer, offset, length);
        } catch (BadRequestException | IllegalArgumentException | IllegalStateException e) {
            // Without its cause, by which Spring would take it for a failure of the service
            throw new BadRequestException(e.getMessage());
        }
    }
}
