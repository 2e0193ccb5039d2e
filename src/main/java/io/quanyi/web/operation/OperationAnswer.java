package io.quanyi.web.operation;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The answer of an operation that is called within another request, kept instead of sent. Its headers are about the whole, and left out.
 */
final class OperationAnswer extends HttpServletResponseWrapper {

    private int status = SC_OK;
    private @Nullable Object content;

    OperationAnswer(HttpServletResponse outer) {
        super(outer);
    }

    /** The value that would be written as JSON; null for an answer without a body. */
    @Nullable Object content() {
        return content;
    }

    void keep(@Nullable Object written) {
        content = written;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void setStatus(int code) {
        status = code;
    }

    @Override
    public void sendError(int code) {
        status = code;
    }

    @Override
    public void sendError(int code, @Nullable String message) {
        status = code;
    }

    @Override
    public void flushBuffer() {}

    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public void setContentLengthLong(long length) {}

    @Override
    public void setContentType(@Nullable String type) {}

    @Override
    public void setCharacterEncoding(@Nullable String encoding) {}

    @Override
    public void setHeader(String name, @Nullable String value) {}

    @Override
    public void addHeader(String name, @Nullable String value) {}
}
