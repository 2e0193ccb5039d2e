package io.quanyi;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.quanyi.RawAnswers.RawAnswer;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends requests that no client would, to every endpoint, and looks at what comes back and at what is logged meanwhile. The same seed
 * sends the same requests: {@code -Dhostile.seed=} and {@code -Dhostile.requests=} choose others, and more.
 */
public final class HostileCaller {

    private static final String PROGRAMME = "kingdee-galaxy-public";
    private static final String SERVICE = "phone-support";
    private static final String QUESTION =
            "{\"programme\": \"" + PROGRAMME + "\", \"subscription\": {\"plan\": \"basic\"},"
                    + " \"question\": {\"service\": \"community\", \"at\": \"2026-11-20T16:00:00+08:00\"}}";
    private static final Path EXAMPLES = Path.of("src/main/resources/io/quanyi/web/description/examples");
    private static final String JSON = "Content-Type: application/json";
    private static final List<String> UNDESCRIBED = List.of(
            "/",
            "/nowhere",
            "/error",
            "/v3/api-docs",
            "/v3/api-docs.yaml",
            "/v3/api-docs/swagger-config",
            "/swagger-ui.html",
            "/swagger-ui/index.html",
            "/swagger-ui/swagger-initializer.js",
            "/actuator",
            "/actuator/health",
            "/actuator/health/liveness",
            "/actuator/health/serving",
            "/actuator/prometheus",
            "/v1",
            "/v1/nothing");

    /** Which are written on purpose, and bounded by themselves. */
    private static final Set<String> RECORDS = Set.of("io.quanyi.decisions", "io.quanyi.audit");

    /** Of a header or of chunks; beyond it the server stops to read. */
    private static final int MAX_READ = 2_000;

    private final int port;
    private final List<String> credentials;
    private final Random random = new Random(Long.getLong("hostile.seed", 1));
    private final int count;
    private final List<String> undescribed =
            UNDESCRIBED.stream().map(path -> "GET " + path).toList();
    private final List<String> described = described();
    private final Map<String, List<String>> bodies = bodies();
    private final ApiClient client;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Map<String, String> failures = new TreeMap<>();

    /**
     * A caller.
     *
     * @param requests how many it sends, if no property says otherwise
     * @param credentials a header that shows who asks; none where nobody has to
     */
    public HostileCaller(int port, int requests, String... credentials) {
        this.port = port;
        this.client = new ApiClient(port);
        this.count = Integer.getInteger("hostile.requests", requests);
        this.credentials = List.of(credentials);
    }

    /** Sends them all. */
    public void call() {
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        var bounds = List.copyOf(root.getLoggerContext().getTurboFilterList());
        root.getLoggerContext().resetTurboFilterList();
        log.start();
        root.addAppender(log);
        try {
            for (int i = 0; i < count; i++) {
                send(request());
            }
        } finally {
            root.detachAppender(log);
            bounds.forEach(root.getLoggerContext()::addTurboFilter);
        }
        assertThat(failures).isEmpty();
    }

    private HostileRequest request() {
        List<String> endpoints = random.nextInt(3) == 0 ? undescribed : described;
        String[] endpoint = endpoints.get(random.nextInt(endpoints.size())).split(" ", -1);
        boolean reads = endpoint[0].equals("GET");
        boolean lines = endpoint[1].endsWith("/batch") && random.nextBoolean();
        List<String> headers = Stream.of(
                        credentials,
                        reads ? List.<String>of() : List.of(lines ? "Content-Type: application/x-ndjson" : JSON))
                .flatMap(List::stream)
                .toList();
        List<String> sent = bodies.getOrDefault(lines ? "lines" : endpoint[1], List.of(QUESTION));
        String body = sent.get(random.nextInt(sent.size()));
        HostileRequest request = new HostileRequest(endpoint[0], endpoint[1], headers, reads ? "" : body, random);
        for (int i = random.nextInt(3); i >= 0; i--) {
            request.damage();
        }
        return request;
    }

    private void send(HostileRequest request) {
        log.list.clear();
        try {
            byte[] bytes = exchange(request.bytes());
            if (isBare(bytes) && !request.hasPlainLine()) {
                return;
            }
            List<RawAnswer> answers = RawAnswers.of(bytes, request.isHead());
            for (int i = 0; i < answers.size(); i++) {
                look(answers.get(i), request, i == 0 && request.isHead());
            }
            look(List.copyOf(log.list), Math.max(1, answers.size()), request);
        } catch (SocketException e) {
            // Cut off, as more was sent than is read: the answer may be lost with it
            assertThat(request.bytes()).hasSizeGreaterThan(MAX_READ);
        } catch (IllegalStateException | IOException e) {
            fail("no answer", e.toString(), request);
        }
    }

    private void look(RawAnswer answer, HostileRequest request, boolean bare) {
        int status = answer.status();
        if (status >= 500
                && !Set.of(501, 505).contains(status)
                && answer.header("Retry-After").isEmpty()) {
            fail("status " + status + " " + logged(), answer.head() + answer.body(), request);
        } else if (status >= 400
                && !bare
                && !isProblem(answer)
                && !isNoPartOfHealth(answer)
                && !request.asksTheServerItself()) {
            fail("no problem " + status, answer.head() + answer.body(), request);
        } else if (status == 200 && request.asksPlainly()) {
            lookForAnother(answer, request);
        }
    }

    /** However a question was written, its answer is that to the same question written plainly. */
    private void lookForAnother(RawAnswer answer, HostileRequest request) {
        JsonNode question = request.json();
        if (question == null) {
            fail("an answer to no JSON", answer.head() + answer.body(), request);
        } else if (!question.at("/question/at").isMissingNode()
                && !question.at("/question/at").isNull()) {
            String[] key =
                    credentials.isEmpty() ? new String[0] : credentials.get(0).split(": ", 2);
            String plain = client.decide(question.toString(), key).header("Quanyi-Core");
            if (!plain.equals(answer.header("Quanyi-Core"))) {
                fail("another answer than " + plain, answer.head() + answer.body(), request);
            }
        }
    }

    /** Of an unknown part of health nothing is said, not even that. */
    private static boolean isNoPartOfHealth(RawAnswer answer) {
        return answer.status() == 404 && answer.header("Content-Length").equals("0");
    }

    /** Where it failed: the same fault is told once. */
    private String logged() {
        return log.list.stream()
                .map(ILoggingEvent::getThrowableProxy)
                .filter(Objects::nonNull)
                .map(thrown -> thrown.getClassName() + " "
                        + Arrays.stream(thrown.getStackTraceElementProxyArray())
                                .limit(3)
                                .toList())
                .findFirst()
                .orElse("");
    }

    /** Where no version was sent, or none could be found, the server answers by HTTP/0.9: with a body only. */
    private static boolean isBare(byte[] bytes) {
        return bytes.length > 0
                && bytes[0] == '{'
                && Set.of(400, 421, 501, 505)
                        .contains(JsonMapper.shared()
                                .readTree(bytes)
                                .path("status")
                                .asInt());
    }

    private static boolean isProblem(RawAnswer answer) {
        return answer.header("Content-Type").startsWith("application/problem+json")
                && JsonMapper.shared().readTree(answer.body()).path("status").asInt() == answer.status();
    }

    private void look(List<ILoggingEvent> events, int most, HostileRequest request) {
        List<ILoggingEvent> lines = events.stream()
                .filter(event -> !RECORDS.contains(event.getLoggerName()))
                .toList();
        if (lines.size() > most) {
            fail("lines of " + lines.get(0).getLoggerName(), lines.toString(), request);
        }
        lines.stream()
                .filter(event -> event.getThrowableProxy() != null
                        || event.getFormattedMessage().length() > 1000)
                .forEach(event -> fail(
                        "stack of " + event.getLoggerName(),
                        event + " "
                                + (event.getThrowableProxy() == null
                                        ? ""
                                        : event.getThrowableProxy().getMessage()),
                        request));
    }

    private void fail(String kind, String what, HostileRequest request) {
        failures.merge(
                kind, what.substring(0, Math.min(what.length(), 600)) + "\n--- to\n" + request, (first, more) -> first);
    }

    /** Half closes, so that the server need not wait for more than there is. */
    private byte[] exchange(byte[] request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(60_000);
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
            } catch (IOException e) {
                // Refused before all of it was read
                if (socket.isClosed()) {
                    throw e;
                }
            }
            return socket.getInputStream().readAllBytes();
        }
    }

    /** The bodies that the examples of the description send, by their paths; each line of a stream by itself. */
    private static Map<String, List<String>> bodies() {
        Map<String, List<String>> bodies = new TreeMap<>();
        for (SourceFile file : SourceTree.ofFolder(EXAMPLES).under("")) {
            JsonNode example = JsonMapper.shared().readTree(file.bytes());
            JsonNode sent = example.path("request");
            boolean lines = example.path("mediaType").asString("").endsWith("ndjson");
            String body =
                    lines ? sent.valueStream().map(line -> line + "\n").collect(Collectors.joining()) : sent.toString();
            if (!sent.isMissingNode()) {
                bodies.computeIfAbsent(lines ? "lines" : example.path("path").asString(), path -> new ArrayList<>())
                        .add(body);
            }
        }
        return bodies;
    }

    private static List<String> described() {
        return members(members(ApiContract.yaml()).get("paths")).entrySet().stream()
                .flatMap(path -> members(path.getValue()).keySet().stream()
                        .map(method -> String.valueOf(method).toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .map(endpoint -> endpoint.replace("{programme}", PROGRAMME)
                        .replace("{service}", SERVICE)
                        .replaceAll("\\{[a-z]+}", "1"))
                .toList();
    }

    private static Map<?, ?> members(@Nullable Object value) {
        return (Map<?, ?>) Objects.requireNonNull(value);
    }
}
