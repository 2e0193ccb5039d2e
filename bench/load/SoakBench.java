package bench.load;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Asks two replicas over one repository everything at once for a time, while releases come and go, the repository breaks and one of them is
 * killed again and again; every answer is compared with the expected one. Argument: seconds (600).
 */
final class SoakBench {

    private final Path work;
    private final long seconds;
    private final Tally tally = new Tally();
    private final Readings readings = new Readings();
    private final ReentrantLock publishing = new ReentrantLock(true);
    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger faults = new AtomicInteger();
    private Remote remote;
    private Service service;
    private Service replica;
    private ExpectedAnswers expected;
    private volatile long end;
    private boolean newer;

    private SoakBench(Path work, long seconds) {
        this.work = work;
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        Path work = Files.createTempDirectory("quanyi-soak");
        SoakBench soak = new SoakBench(work, arguments.length > 0 ? Long.parseLong(arguments[0]) : 600);
        List<String> wrong = new ArrayList<>();
        try {
            soak.start();
            soak.run();
            wrong.addAll(soak.judge());
        } finally {
            soak.stop();
            try (Stream<Path> files = Files.walk(work)) {
                files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        }
        wrong.forEach(fault -> System.out.println("FAILED   " + fault));
        System.out.printf("soak: %d passed, %d failed%n", wrong.isEmpty() ? 1 : 0, wrong.isEmpty() ? 0 : 1);
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    private void start() throws Exception {
        remote = new Remote(work);
        service = new Service(work.resolve("one"), remote.bare);
        replica = new Service(work.resolve("two"), remote.bare);
        expected = ExpectedAnswers.of(service);
        System.out.printf("%d questions, %d s%n", expected.size(), seconds);
        readings.take("start", service);
    }

    private void run() throws Exception {
        for (String half : List.of("middle", "end")) {
            end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds) / 2;
            half();
            readings.take(half, service);
        }
    }

    private void half() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        Callers callers = new Callers(service, expected, tally);
        for (int i = 0; i < 3; i++) {
            Random random = new Random(i);
            repeat(threads, 0, () -> callers.one(random));
        }
        Random random = new Random(7);
        repeat(threads, 20, () -> callers.single("question to the one that is killed", replica, expected.any(random)));
        repeat(threads, 1000, this::drip);
        repeat(threads, 3000, this::publish);
        repeat(threads, 6000, this::breakRepository);
        repeat(threads, 8000, this::killReplica);
        threads.shutdown();
        if (!threads.awaitTermination(seconds + 300, TimeUnit.SECONDS)) {
            tally.wrong("the soak", "it did not end");
        }
    }

    private void repeat(ExecutorService threads, long pauseMillis, Step step) {
        threads.submit(() -> {
            try {
                while (System.nanoTime() < end) {
                    step.run();
                    Thread.sleep(pauseMillis);
                }
            } catch (Exception e) {
                tally.wrong("the soak", e.toString());
            }
            return null;
        });
    }

    /** Twenty bodies that come slowly for three seconds. */
    private void drip() throws Exception {
        byte[] head = Call.ask("/v1/decisions", "").with("Content-Length", "900000").bytes(service.port);
        List<Socket> open = Crowd.connections(20, "127.0.0.80", service, head);
        Thread.sleep(3000);
        Crowd.close(open);
    }

    /** A release that says the same in other bytes, or one that goes back; whoever asks next is answered by it. */
    private void publish() throws Exception {
        publishing.lock();
        try {
            String programme = "/v1/programmes/" + Inputs.GALAXY;
            boolean back = newer;
            String catalogue = Files.readString(Path.of("rules", Inputs.GALAXY, "catalogue/2025-01-01.yaml")) + "# " + System.nanoTime() + "\n";
            Call call = back
                    ? Call.ask(programme + "/rollbacks", "{\"release\":1," + Inputs.NOTE + "}").with("If-Match", "*")
                    : new Form().with("meta", "{" + Inputs.NOTE + "}").with("catalogue", catalogue).to(Inputs.GALAXY, false);
            String what = back ? "rollback" : "publication";
            Answer answer = call.to(service, Duration.ofSeconds(120));
            if (answer.status() == 201) {
                tally.right(what);
                newer = !back;
                answeredBy(answer.header("Location"));
            } else if (answer.isShed()) {
                tally.putOff(what);
            } else {
                tally.wrong(what, answer.status() + " " + answer.text());
            }
        } catch (IOException e) {
            tally.wrong("publication", e.toString());
        } finally {
            publishing.unlock();
        }
    }

    private void answeredBy(String location) throws IOException {
        String number = location.substring(location.lastIndexOf('/') + 1);
        String now = Inputs.QUESTION.replaceFirst("\"at\":\"[^\"]*\"", "\"at\":\"" + OffsetDateTime.now().plusMinutes(5).withNano(0) + "\"");
        Answer answer = Call.ask("/v1/decisions", now).to(service, Duration.ofSeconds(60));
        if (answer.isShed()) {
            tally.putOff("question after a publication");
        } else if (answer.status() == 200 && answer.text().contains("\"number\":" + number + ",")) {
            tally.right("question after a publication");
        } else {
            tally.wrong("question after a publication", answer.status() + " not by release " + number + ": " + answer.text());
        }
    }

    private void breakRepository() throws Exception {
        new GitFaults(remote, publishing).nth(faults.getAndIncrement(), service, replica);
    }

    private void killReplica() throws Exception {
        replica.kill();
        kills.incrementAndGet();
        replica.start();
    }

    private List<String> judge() throws Exception {
        tally.print();
        System.out.printf("%d faults of the repository, %d kills%n", faults.get(), kills.get());
        readings.print();
        List<String> wrong = new ArrayList<>(readings.faults());
        if (!tally.isRight()) {
            wrong.add("something was answered otherwise than expected");
        }
        for (Service each : List.of(service, replica)) {
            Answer look = Call.post("/v1/refresh").with("X-API-Key", Service.KEY).body("").to(each, Duration.ofSeconds(60));
            if (!look.text().contains(remote.head()) || !look.text().contains("\"refused\":null")) {
                wrong.add("a replica does not answer by what the repository has: " + look.text());
            }
        }
        return wrong;
    }

    private void stop() throws Exception {
        for (Service each : new Service[] {service, replica}) {
            if (each != null) {
                each.kill();
            }
        }
    }

    /** Something that is done again and again. */
    private interface Step {
        void run() throws Exception;
    }
}
