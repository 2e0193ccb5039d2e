package bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a question costs in the terms of a standard, as a ratio to the same question to the service's own interface. All are asked in turn over one
 * connection at a time, so that what else the machine does slows all alike. Arguments: calls of each in a round (1000), rounds (9).
 */
final class FacadesBench {

    private static final String PROGRAMME = "kingdee-galaxy-public";
    private static final String AT = "2026-11-20T16:00:00+08:00";
    private static final String SUBSCRIPTION = """
            "plan":"preferred","serviceStart":"2026-01-01","serviceEnd":"2026-12-31\"""";
    private static final String CUSTOMER = """
            {"programme":"%s","subscription":{"customerId":"C-1",%s},"question":{%s"at":"%s"}}""";
    private static final String ASKED = CUSTOMER.formatted(PROGRAMME, SUBSCRIPTION, "\"service\":\"issue-feedback\",\"severity\":\"normal\",", AT);
    private static final String SHEET = CUSTOMER.formatted(PROGRAMME, SUBSCRIPTION, "\"severity\":\"normal\",", AT);
    private static final String CONTEXT = """
            {"context":{"targetingKey":"C-1","programme":"%s",%s,"severity":"normal","time":"%s"}}""".formatted(PROGRAMME, SUBSCRIPTION, AT);
    private static final String ENTITIES = """
            "subject":{"type":"subscription","id":"C-1","properties":{%s}},"action":{"name":"use"},\
            "resource":{"type":"service","id":"issue-feedback","properties":{"severity":"normal"}},"context":{"time":"%s"}""".formatted(SUBSCRIPTION, AT);
    private static final String TOOL = """
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"%s","arguments":%s}}""";
    private static final int OF_BATCH = 20;

    /** A call of an interface, and how long it took each time. */
    private record Timed(String name, byte[] request, List<Long> nanos) {

        void ask(KeptConnection connection) throws IOException {
            long start = System.nanoTime();
            Answer answer = connection.ask(request);
            nanos.add(System.nanoTime() - start);
            if (answer.status() != 200 || !answer.text().contains("ENTITLED")) {
                throw new IllegalStateException(name + ": " + answer.status() + " " + answer.text());
            }
        }

        double median() {
            return nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow() / 1000.0;
        }
    }

    private FacadesBench() {}

    public static void main(String[] arguments) throws Exception {
        int calls = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 9;
        Path work = Files.createTempDirectory("quanyi-facades");
        try (Service service = new Service(work.resolve("service"), new Remote(work).bare, "--quanyi.authzen.enabled=true")) {
            for (List<Timed> alike : List.of(single(service.port), sheets(service.port), batches(service.port))) {
                compare(service, alike, calls, rounds);
            }
        } finally {
            try (Stream<Path> files = Files.walk(work)) {
                files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        }
    }

    private static List<Timed> single(int port) {
        return List.of(
                timed(port, "/v1/decisions", ASKED),
                timed(port, "/authzen/" + PROGRAMME + "/access/v1/evaluation", "{" + ENTITIES + "}"),
                timed(port, "/ofrep/v1/evaluate/flags/" + PROGRAMME + ".issue-feedback", CONTEXT),
                timed(port, "/mcp", TOOL.formatted("decide", ASKED)));
    }

    private static List<Timed> sheets(int port) {
        return List.of(
                timed(port, "/v1/entitlements", SHEET),
                timed(port, "/ofrep/v1/evaluate/flags", CONTEXT),
                timed(port, "/mcp", TOOL.formatted("list_entitlements", SHEET)));
    }

    private static List<Timed> batches(int port) {
        return List.of(
                timed(port, "/v1/decisions/batch", "[" + times(ASKED) + "]"),
                timed(port, "/authzen/" + PROGRAMME + "/access/v1/evaluations", "{\"evaluations\":[" + times("{" + ENTITIES + "}") + "]}"));
    }

    private static String times(String question) {
        return Stream.generate(() -> question).limit(OF_BATCH).collect(Collectors.joining(","));
    }

    private static Timed timed(int port, String path, String body) {
        byte[] request = Call.ask(path, body)
                .with("Connection", "keep-alive")
                .with("Accept", "application/json, text/event-stream")
                .bytes(port);
        return new Timed(path, request, new ArrayList<>());
    }

    private static void compare(Service service, List<Timed> alike, int calls, int rounds) throws Exception {
        Map<String, List<Double>> medians = new LinkedHashMap<>();
        KeptConnection connection = open(service);
        try {
            // The first two rounds are for the compiler
            for (int round = -2; round < rounds; round++) {
                for (Timed one : alike) {
                    one.nanos().clear();
                }
                for (int i = 0; i < calls; i++) {
                    for (Timed one : alike) {
                        if (!connection.isOpen()) {
                            connection.close();
                            connection = open(service);
                        }
                        one.ask(connection);
                    }
                }
                if (round >= 0) {
                    alike.forEach(one -> medians.computeIfAbsent(one.name(), name -> new ArrayList<>()).add(one.median()));
                }
            }
        } finally {
            connection.close();
        }
        double plain = middle(medians.get(alike.get(0).name()));
        medians.forEach((name, each) -> System.out.printf("%-55s %7.0f µs %6.2f ×%n", name, middle(each), middle(each) / plain));
    }

    private static KeptConnection open(Service service) throws IOException {
        return new KeptConnection("127.0.0.1", service.port, Duration.ofSeconds(30));
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
