package bench.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Requests at fixed instants over many kept connections, whether answers come or not: what is late is late by its instant. */
final class OpenLoad {

    private final int port;
    private final byte[] request;
    private final List<Long> accepted = new ArrayList<>();
    private int shed;
    private int wrong;
    private int lost;

    OpenLoad(int port, byte[] request) {
        this.port = port;
        this.request = request;
    }

    /** One connection, and what is under way on it. */
    private static final class Line {
        private final String from;
        private SocketChannel channel;
        private long due;
        private boolean asking;
        private final ByteArrayOutputStream answer = new ByteArrayOutputStream();

        Line(String from, long due) {
            this.from = from;
            this.due = due;
        }
    }

    /** Offers so many requests a second for a time. */
    void run(int connections, double rate, Duration time) throws IOException {
        long between = (long) (1e9 * connections / rate);
        long start = System.nanoTime();
        long end = start + time.toNanos();
        try (Selector selector = Selector.open()) {
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                lines.add(new Line("127.0.0." + (60 + i % 4), start + between * i / connections));
            }
            while (System.nanoTime() < end) {
                for (Line line : lines) {
                    if (!line.asking && System.nanoTime() >= line.due) {
                        send(line, selector);
                    }
                }
                selector.select(key -> receive((Line) key.attachment(), between), 1);
            }
            for (Line line : lines) {
                close(line);
            }
        }
    }

    private void send(Line line, Selector selector) {
        try {
            if (line.channel == null) {
                line.channel = SocketChannel.open();
                line.channel.bind(new InetSocketAddress(line.from, 0));
                line.channel.connect(new InetSocketAddress("127.0.0.1", port));
                line.channel.configureBlocking(false);
                line.channel.register(selector, SelectionKey.OP_READ, line);
            }
            line.channel.write(ByteBuffer.wrap(request));
            line.asking = true;
        } catch (IOException e) {
            // Not let in: it tries again at its next instant
            shed++;
            line.due += 1_000_000_000L;
            close(line);
        }
    }

    private void receive(Line line, long between) {
        ByteBuffer buffer = ByteBuffer.allocate(16384);
        try {
            int read = line.channel.read(buffer);
            if (read < 0) {
                lost += line.asking ? 1 : 0;
                next(line, between, true);
                return;
            }
            line.answer.write(buffer.array(), 0, read);
            if (KeptConnection.isWhole(line.answer)) {
                Answer answer = Answer.of(line.answer.toByteArray());
                count(answer, System.nanoTime() - line.due);
                next(line, between, answer.header("Connection").equalsIgnoreCase("close"));
            }
        } catch (IOException e) {
            lost += line.asking ? 1 : 0;
            next(line, between, true);
        }
    }

    private void count(Answer answer, long nanos) {
        if (answer.status() == 200) {
            accepted.add(nanos);
        } else if (answer.isShed()) {
            shed++;
        } else {
            wrong++;
        }
    }

    private void next(Line line, long between, boolean close) {
        line.asking = false;
        line.answer.reset();
        line.due = Math.max(line.due + between, System.nanoTime() - between);
        if (close) {
            close(line);
        }
    }

    private static void close(Line line) {
        try {
            if (line.channel != null) {
                line.channel.close();
            }
        } catch (IOException e) {
            // It is gone
        }
        line.channel = null;
        line.asking = false;
    }

    int accepted() {
        return accepted.size();
    }

    int shed() {
        return shed;
    }

    /** Answers that are neither right nor a refusal that says when to come again, and requests without an answer. */
    int broken() {
        return wrong + lost;
    }

    /** In milliseconds, of those that were decided. */
    long percentile(double share) {
        List<Long> sorted = new ArrayList<>(accepted);
        Collections.sort(sorted);
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share)) / 1_000_000;
    }
}
