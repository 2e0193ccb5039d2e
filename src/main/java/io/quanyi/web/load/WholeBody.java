package io.quanyi.web.load;

import io.quanyi.web.BodyTooLarge;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A body that is read whole, up to a bound, before its first byte is handed on; then the request takes its place to work. */
final class WholeBody extends ServletInputStream {

    private final InputStream input;
    private final int most;
    private final HeldPlace place;
    private @Nullable ByteArrayInputStream whole;

    WholeBody(InputStream input, int most, HeldPlace place) {
        this.input = input;
        this.most = most;
        this.place = place;
    }

    @Override
    public int read() throws IOException {
        return whole().read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        return whole().read(buffer, offset, length);
    }

    @Override
    public byte[] readAllBytes() throws IOException {
        return whole().readAllBytes();
    }

    @Override
    public int available() throws IOException {
        return whole().available();
    }

    @Override
    public boolean isFinished() {
        return whole != null && whole.available() == 0;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("read at once");
    }

    private ByteArrayInputStream whole() throws IOException {
        ByteArrayInputStream read = whole;
        if (read == null) {
            byte[] bytes = input.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new BodyTooLarge();
            }
            place.take();
            read = new ByteArrayInputStream(bytes);
            whole = read;
        }
        return read;
    }
}
