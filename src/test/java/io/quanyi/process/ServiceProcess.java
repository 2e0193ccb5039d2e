package io.quanyi.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The service in a process of its own, with a heap of its own; it ends with the test. */
public final class ServiceProcess implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final int STARTS_WITHIN_SECONDS = 120;

    private final Process process;
    private final Queue<String> output = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final Thread reader = new Thread(this::read, "output of the service");

    private ServiceProcess(Process process) {
        this.process = process;
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts the service, and waits until it listens. */
    public static ServiceProcess start(String heap, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.quanyi.QuanyiApplication",
                "--server.port=0"));
        command.addAll(Stream.of(arguments).toList());
        ServiceProcess service = new ServiceProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
        try {
            service.port.get(STARTS_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            service.close();
            throw new IllegalStateException("the service did not start: " + service.output(), e);
        }
        return service;
    }

    public int port() {
        return port.join();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** The output so far, on both streams. */
    public String output() {
        return String.join("\n", output);
    }

    /** The exit code; waits for the end, and for all that was said. */
    public int exitCode() throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("the process has ended: " + output())
                .isTrue();
        reader.join();
        return process.exitValue();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                Matcher started = PORT.matcher(line);
                if (started.find()) {
                    port.complete(Integer.valueOf(started.group(1)));
                }
            }
        } catch (IOException e) {
            output.add(e.toString());
        }
        port.completeExceptionally(new IllegalStateException("it ended"));
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
