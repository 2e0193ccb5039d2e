package bench.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** A connection on which one request follows the other. */
final class KeptConnection implements AutoCloseable {

    private final Socket socket;
    private boolean open = true;

    KeptConnection(String from, int port, Duration patience) throws IOException {
        socket = Call.connect(from, port, patience);
    }

    /** Whether another request may follow. */
    boolean isOpen() {
        return open;
    }

    /** @throws IOException if there is no whole answer */
    Answer ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!isWhole(all)) {
            int read = in.read(buffer);
            if (read < 0) {
                throw new IOException("ended after " + all.size() + " bytes");
            }
            all.write(buffer, 0, read);
        }
        Answer answer = Answer.of(all.toByteArray());
        open = !answer.header("Connection").equalsIgnoreCase("close");
        return answer;
    }

    static boolean isWhole(ByteArrayOutputStream bytes) {
        String all = bytes.toString(StandardCharsets.ISO_8859_1);
        int end = all.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        String head = all.substring(0, end + 2).toLowerCase(Locale.ROOT);
        int length = head.indexOf("\r\ncontent-length:");
        return length < 0
                ? all.endsWith("0\r\n\r\n")
                : all.length() >= end + 4 + Integer.parseInt(head.substring(length + 17, head.indexOf("\r\n", length + 2)).strip());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
