package bench.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Sends one request again and again over a number of kept connections, each of which waits for its answer, from one thread: it takes little
 * of the processors that it shares with the server. An answer other than 200, or without a length, ends the run.
 */
final class LoadClient {

    /** What came of a round: how many answers, in how long, and the time in which 99 % of them came. */
    record Round(long answers, Duration wall, Duration slowest) {

        double perSecond() {
            return answers * 1e9 / wall.toNanos();
        }
    }

    private final int port;
    private final ByteBuffer request;
    private final int connections;

    /** A client that posts a JSON body to a path. */
    LoadClient(int port, String path, String body, int connections) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head =
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + bytes.length + "\r\n\r\n";
        this.port = port;
        this.request = StandardCharsets.UTF_8.encode(head + body);
        this.connections = connections;
    }

    /** Sends requests until so many are answered. */
    Round run(int requests) throws IOException {
        long[] times = new long[requests];
        int answers = 0;
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                new Connection().open(selector);
            }
            long began = System.nanoTime();
            for (SelectionKey key : selector.keys()) {
                ((Connection) key.attachment()).send();
            }
            while (answers < requests) {
                selector.select(100);
                for (SelectionKey key : List.copyOf(selector.selectedKeys())) {
                    Connection connection = (Connection) key.attachment();
                    if (answers < requests && connection.isAnswered()) {
                        times[answers++] = System.nanoTime() - connection.sent;
                        connection.reopenIfLast(key);
                        connection.send();
                    }
                }
                selector.selectedKeys().clear();
            }
            Duration wall = Duration.ofNanos(System.nanoTime() - began);
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            Arrays.sort(times);
            return new Round(requests, wall, Duration.ofNanos(times[(int) (requests * 0.99)]));
        }
    }

    /** One kept connection, with what has come of the answer to its last request. */
    private final class Connection {

        private final ByteBuffer answer = ByteBuffer.allocate(64 * 1024);
        private long sent;
        private SocketChannel channel;
        private int whole = -1;
        private boolean last;

        void open(Selector selector) throws IOException {
            channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, this);
            last = false;
        }

        /** A server ends a kept connection after some number of requests, and says so with the last answer. */
        void reopenIfLast(SelectionKey key) throws IOException {
            if (last) {
                channel.close();
                open(key.selector());
            }
        }

        void send() throws IOException {
            answer.clear();
            whole = -1;
            sent = System.nanoTime();
            ByteBuffer bytes = request.duplicate();
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        boolean isAnswered() throws IOException {
            if (channel.read(answer) < 0) {
                throw new IOException("the server closed a connection");
            }
            if (whole < 0) {
                whole = length();
            }
            return whole >= 0 && answer.position() >= whole;
        }

        /** The length of head and body; -1 while the head is not whole. */
        private int length() {
            String text = new String(answer.array(), 0, answer.position(), StandardCharsets.ISO_8859_1);
            int head = text.indexOf("\r\n\r\n");
            if (head < 0) {
                return -1;
            }
            String fields = text.substring(0, head).toLowerCase(Locale.ROOT);
            int at = fields.indexOf("content-length:");
            if (!fields.startsWith("http/1.1 200") || at < 0) {
                throw new IllegalStateException("not answered: " + text);
            }
            last = fields.contains("connection: close");
            int stop = fields.indexOf('\r', at);
            String length = fields.substring(at + "content-length:".length(), stop < 0 ? fields.length() : stop);
            return head + 4 + Integer.parseInt(length.strip());
        }
    }
}
