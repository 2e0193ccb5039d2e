package io.quanyi.web.load;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A response that gives the place of its request back while it is written, because the reader may be slow. The connection ends with it if more
 * of the request's body would have to be waited for.
 */
final class PacedAnswer extends HttpServletResponseWrapper {

    private final HeldPlace place;
    private final @Nullable BodyFlow body;
    private @Nullable Output output;

    PacedAnswer(HttpServletResponse response, HeldPlace place, @Nullable BodyFlow body) {
        super(response);
        this.place = place;
        this.body = body;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        Output paced = output;
        if (paced == null) {
            paced = new Output(super.getOutputStream(), getBufferSize());
            output = paced;
        }
        return paced;
    }

    @Override
    public void flushBuffer() throws IOException {
        send(super::flushBuffer);
    }

    private void send(CallerConnection.Write write) throws IOException {
        endBody();
        place.write(write);
    }

    /** Drops the rest of the request's body, or announces that the connection closes: before the header is sent. */
    private void endBody() {
        if (body != null && !isCommitted() && body.isCutOff()) {
            setHeader(HttpHeaders.CONNECTION, "close");
        }
    }

    private final class Output extends ServletOutputStream {

        private final ServletOutputStream stream;
        private final int size;
        private int written;

        Output(ServletOutputStream stream, int size) {
            this.stream = stream;
            this.size = size;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, bytes.length);
            if (length < size - written) {
                if (written == 0) {
                    // The server sends the header once as many bytes are written as that announces
                    endBody();
                }
                written += length;
                place.add(() -> stream.write(bytes, offset, length));
            } else {
                written = 0;
                send(() -> stream.write(bytes, offset, length));
            }
        }

        @Override
        public void flush() throws IOException {
            send(stream::flush);
        }

        @Override
        public void close() throws IOException {
            send(stream::close);
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            stream.setWriteListener(listener);
        }
    }
}
