package bench.load;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Attacks by what is in a body, and by how it comes. */
final class BodyAttacks {

    private BodyAttacks() {}

    /** Answers that would not fit into memory. */
    static final class BatchBombs implements Attack {

        @Override
        public String sentence() {
            return "eight lists at once of 500 questions with a promise of 2000 working days: each is answered, or refused in words";
        }

        @Override
        public List<String> run(Target target) throws Exception {
            String bomb = Inputs.batchBomb();
            List<String> got = Crowd.all(8, () -> {
                try {
                    Answer answer = Call.ask("/v1/decisions/batch", bomb).to(target.service(), Duration.ofSeconds(90));
                    boolean held = answer.status() == 200 || answer.status() == 413 || answer.isShed();
                    return held ? "" : "a list got " + answer.status();
                } catch (IOException e) {
                    return "a list got no whole answer: " + e;
                }
            });
            return got.stream().filter(fault -> !fault.isEmpty()).distinct().toList();
        }
    }

    /** One decision that costs a lot. */
    static final class HostileDecision implements Attack {

        private static final int TIMES = 6;
        private static final double MAX_BYTES = 400e6;

        @Override
        public String sentence() {
            return "one question of 200 contract terms and 10,000 usage entries: it is decided or refused, and allocates less than 400 MB";
        }

        @Override
        public List<String> run(Target target) throws Exception {
            List<String> faults = new ArrayList<>();
            String body = Inputs.hostileQuestion();
            double before = target.service().metric("jvm_gc_memory_allocated_bytes_total");
            for (int i = 0; i < TIMES; i++) {
                Answer answer = Call.ask("/v1/decisions", body).to(target.service(), Duration.ofSeconds(60));
                if (answer.status() >= 500 && !answer.isShed() || answer.status() == 0) {
                    faults.add("it got " + answer.status());
                }
            }
            double each = (target.service().metric("jvm_gc_memory_allocated_bytes_total") - before) / TIMES;
            if (each > MAX_BYTES) {
                faults.add("a decision allocated %.0f MB".formatted(each / 1e6));
            }
            return faults;
        }
    }

    /** Bodies that come a byte at a time, to every kind of place. */
    static final class SlowBodies implements Attack {

        private static final int CONNECTIONS = 230;
        private static final int AT_ONCE = 3;

        private static final Map<String, Call> SHAPES = new LinkedHashMap<>();

        static {
            SHAPES.put("a question", Call.ask("/v1/decisions", ""));
            SHAPES.put("a list", Call.ask("/v1/decisions/batch", ""));
            SHAPES.put("a stream", Call.ask("/v1/decisions/batch", "").with("Content-Type", "application/x-ndjson"));
            SHAPES.put("a form of nobody", Call.post("/v1/programmes/wide/releases").with("Content-Type", "multipart/form-data; boundary=x"));
            SHAPES.put("a question of nobody", Call.post("/v1/decisions").with("Content-Type", "application/json"));
            SHAPES.put("a body with GET", Call.get("/v1/programmes").with("X-API-Key", Service.KEY));
            SHAPES.put("a body to health", Call.get("/actuator/health"));
            SHAPES.put("no such path", Call.ask("/nowhere", ""));
            SHAPES.put("another host", Call.ask("/v1/decisions", "").with("Host", "elsewhere.test"));
        }

        @Override
        public String sentence() {
            return "230 connections of each of nine shapes that announce 900,000 bytes and send one a second: others are answered";
        }

        @Override
        public List<String> run(Target target) throws Exception {
            List<String> faults = new ArrayList<>();
            List<Map.Entry<String, Call>> shapes = List.copyOf(SHAPES.entrySet());
            for (int i = 0; i < shapes.size(); i += AT_ONCE) {
                faults.addAll(atOnce(shapes.subList(i, Math.min(shapes.size(), i + AT_ONCE)), 10 + i, target));
            }
            return faults;
        }

        /** Each shape from an address of its own: another caller. */
        private static List<String> atOnce(List<Map.Entry<String, Call>> shapes, int address, Target target) throws Exception {
            List<String> faults = new ArrayList<>();
            List<Socket> open = new ArrayList<>();
            try (Witness witness = new Witness(target.service())) {
                for (int i = 0; i < shapes.size(); i++) {
                    byte[] head = shapes.get(i).getValue().with("Content-Length", "900000").bytes(target.service().port);
                    byte[] first = Arrays.copyOf(head, head.length + 1);
                    first[head.length] = '[';
                    open.addAll(Crowd.connections(CONNECTIONS, "127.0.0." + (address + i), target.service(), first));
                }
                for (int i = 0; i < 5; i++) {
                    Thread.sleep(1000);
                    drip(open);
                }
                String names = shapes.stream().map(Map.Entry::getKey).collect(Collectors.joining(", "));
                witness.faults().forEach(fault -> faults.add(names + ": " + fault));
            } finally {
                Crowd.close(open);
            }
            return faults;
        }

        private static void drip(List<Socket> open) {
            for (Socket socket : open) {
                try {
                    socket.getOutputStream().write(' ');
                } catch (IOException e) {
                    // Closed by the service: so much the better
                }
            }
        }
    }

    /** One body that never ends. */
    static final class DrippingBody implements Attack {

        @Override
        public String sentence() {
            return "a body that comes a byte a second is refused and its connection closed within 40 seconds";
        }

        @Override
        public List<String> run(Target target) throws Exception {
            byte[] head = Call.ask("/v1/decisions", "").with("Content-Length", "900000").bytes(target.service().port);
            try (Socket socket = Call.connect("127.0.0.30", target.service().port, Duration.ofSeconds(1))) {
                socket.getOutputStream().write(head);
                long deadline = System.nanoTime() + Duration.ofSeconds(40).toNanos();
                while (System.nanoTime() < deadline) {
                    try {
                        socket.getOutputStream().write(' ');
                        if (socket.getInputStream().read() < 0) {
                            return List.of();
                        }
                    } catch (SocketTimeoutException e) {
                        // Still open
                    } catch (IOException e) {
                        return List.of();
                    }
                }
                return List.of("it was still open");
            }
        }
    }

    /** Callers who ask and never read. */
    static final class SilentReaders implements Attack {

        @Override
        public String sentence() {
            return "100 connections that send streams of questions and read no answer: others are answered, and no thread is kept";
        }

        @Override
        public List<String> run(Target target) throws Exception {
            byte[] lines = String.join("\n", Collections.nCopies(400, Inputs.QUESTION)).getBytes(StandardCharsets.UTF_8);
            byte[] request = Call.ask("/v1/decisions/batch", "").with("Content-Type", "application/x-ndjson").body(lines).bytes(target.service().port);
            long threads = target.service().threads();
            List<Socket> open = Crowd.connections(100, "127.0.0.31", target.service(), request);
            Thread.sleep(4000);
            Crowd.close(open);
            return Settled.threads(target.service(), threads);
        }
    }

    /** Callers who ask and go. */
    static final class VanishedCallers implements Attack {

        @Override
        public String sentence() {
            return "200 connections that send a list of 500 questions and vanish: the work ends, and no thread or handle is kept";
        }

        @Override
        public List<String> run(Target target) throws Exception {
            byte[] request = Call.ask("/v1/decisions/batch", Collections.nCopies(500, Inputs.QUESTION).toString()).bytes(target.service().port);
            long threads = target.service().threads();
            long handles = target.service().handles();
            for (int i = 0; i < 10; i++) {
                List<Socket> open = Crowd.connections(20, "127.0.0.32", target.service(), request);
                for (Socket socket : open) {
                    socket.setSoLinger(true, 0);
                }
                Crowd.close(open);
            }
            List<String> faults = new ArrayList<>(Settled.threads(target.service(), threads));
            faults.addAll(Settled.handles(target.service(), handles));
            return faults;
        }
    }
}
