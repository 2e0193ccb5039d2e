package bench.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** One request over a connection of its own, as bytes: nothing between mends what is odd in it. */
final class Call {

    private static final int MAX_ANSWER_BYTES = 64 << 20;

    private final String method;
    private final String target;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private byte[] body = new byte[0];
    private String from = "127.0.0.1";

    private Call(String method, String target) {
        this.method = method;
        this.target = target;
        headers.put("Connection", "close");
        headers.put("Accept-Language", "en");
    }

    static Call get(String target) {
        return new Call("GET", target);
    }

    static Call post(String target) {
        return new Call("POST", target);
    }

    /** A question in JSON, by somebody who may ask. */
    static Call ask(String target, String json) {
        return post(target).with("Content-Type", "application/json").with("X-API-Key", Service.KEY).body(json);
    }

    Call with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Call body(String text) {
        return body(text.getBytes(StandardCharsets.UTF_8));
    }

    Call body(byte[] bytes) {
        body = bytes;
        headers.put("Content-Length", String.valueOf(bytes.length));
        return this;
    }

    /** From another address of this machine: another caller. */
    Call from(String address) {
        from = address;
        return this;
    }

    Answer to(Service service, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        try (Socket socket = connect(from, service.port, patience)) {
            try {
                socket.getOutputStream().write(bytes(service.port));
            } catch (IOException e) {
                // Refused before all was sent: the answer says why
            }
            return Answer.of(read(socket, deadline));
        }
    }

    /** The request as it is sent. */
    byte[] bytes(int port) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        all.writeBytes(body);
        return all.toByteArray();
    }

    static Socket connect(String from, int port, Duration patience) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port), (int) patience.toMillis());
            socket.setSoTimeout((int) patience.toMillis());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** All that comes until the other side closes. */
    static byte[] read(Socket socket, long deadline) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            all.write(buffer, 0, read);
            if (all.size() > MAX_ANSWER_BYTES) {
                throw new IOException("more than " + MAX_ANSWER_BYTES + " bytes");
            }
            if (System.nanoTime() > deadline) {
                throw new SocketTimeoutException("no end of the answer");
            }
        }
        return all.toByteArray();
    }
}
