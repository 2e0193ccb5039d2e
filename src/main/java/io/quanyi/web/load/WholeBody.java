package io.quanyi.web.load;

import io.quanyi.web.BodyTooLarge;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A body that is read whole, up to a bound, before its first byte is handed on; then the request takes its place to work. */
public final class WholeBody extends ServletInputStream {

    private final InputStream input;
    private final int announced;
    private final int most;
    private final HeldPlace place;
    private @Nullable ByteArrayInputStream whole;

    /** @param announced how many bytes the request says that it has; -1 if it does not say */
    WholeBody(InputStream input, long announced, int most, HeldPlace place) {
        this.input = input;
        this.announced = (int) Math.min(announced, most);
        this.most = most;
        this.place = place;
    }

    /**
     * Reads a body to its end, into an array of its size: a body of usual size would otherwise take a buffer of 8 KB each time that it is
     * handed on.
     *
     * @param announced how many bytes it is said to have, which need not be true; less than 0 if that is not known
     * @param most how many bytes are read at most
     */
    public static byte[] bytes(InputStream input, long announced, int most) throws IOException {
        byte[] bytes = input.readNBytes((int) Math.min(Math.max(announced, 0), most));
        int next = bytes.length == most ? -1 : input.read();
        if (next < 0) {
            return bytes;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes);
        all.write(next);
        all.write(input.readNBytes(most - all.size()));
        return all.toByteArray();
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
            byte[] bytes = bytes(input, announced, most + 1);
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
