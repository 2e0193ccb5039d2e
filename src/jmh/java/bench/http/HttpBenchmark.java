package bench.http;

import bench.http.LoadClient.Round;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What {@code /v1/decisions} costs beside two floors: an endpoint of the same application that decides nothing, and a bare application. They
 * are loaded in turn, round by round, so that other work on the machine falls on all of them; only the ratios of a round mean anything.
 *
 * <p>Arguments: rounds (7), requests of each (10,000), connections (16), requests to warm each up (60,000).
 */
public final class HttpBenchmark {

    private static final String QUESTION =
            "{\"programme\":\"kingdee-galaxy-public\",\"subscription\":{\"plan\":\"preferred\","
                    + "\"product\":\"kingdee-cloud-galaxy\",\"serviceStart\":\"2026-01-01\",\"serviceEnd\":\"2026-12-31\",\"usage\":[]},"
                    + "\"question\":{\"service\":\"issue-feedback\",\"severity\":\"normal\",\"at\":\"2026-11-20T16:00:00+08:00\"}}";

    /** One of the endpoints that are compared, with what came of its rounds. */
    private record Target(ServerProcess server, LoadClient client, List<Measure> measures) {

        static Target of(ServerProcess server, String path, String body, int connections) {
            return new Target(server, new LoadClient(server.port(), path, body, connections), new ArrayList<>());
        }

        void load(int requests) throws IOException, InterruptedException {
            RequestWork before = server.work();
            Round round = client.run(requests);
            RequestWork work = server.work().since(before);
            measures.add(new Measure(
                    round.perSecond(),
                    work.nanos() / 1e3 / requests,
                    work.bytes() / 1e3 / requests,
                    round.slowest().toNanos() / 1e6));
        }
    }

    /**
     * One round.
     *
     * @param perSecond requests a second
     * @param micros processor time for each in the threads of requests, in µs
     * @param kilobytes allocated there for each, in KB
     * @param slowest the time within which 99 % were answered, in ms
     */
    private record Measure(double perSecond, double micros, double kilobytes, double slowest) {}

    private HttpBenchmark() {}

    /** Runs it, and prints a table. */
    public static void main(String[] arguments) throws Exception {
        int rounds = argument(arguments, 0, 7);
        int requests = argument(arguments, 1, 10_000);
        int connections = argument(arguments, 2, 16);
        int warm = argument(arguments, 3, 60_000);
        // A cold service is slower than callers may wait
        try (ServerProcess service =
                        ServerProcess.start("io.quanyi.QuanyiApplication", "--quanyi.load.queue-time=60s");
                ServerProcess bare = ServerProcess.start(
                        BareApplication.class.getName(), "--spring.config.location=optional:classpath:/none/")) {
            Map<String, Target> targets = new LinkedHashMap<>();
            targets.put("/v1/decisions", Target.of(service, "/v1/decisions", QUESTION, connections));
            targets.put("floor", Target.of(service, "/v1/decisions/floor", QUESTION, connections));
            targets.put("bare", Target.of(bare, BareApplication.PATH, BareApplication.BODY, connections));
            // To look at them with jcmd meanwhile
            System.err.println("service " + service.pid() + ", bare " + bare.pid());
            for (Target target : targets.values()) {
                target.client().run(warm);
            }
            for (int i = 0; i < rounds; i++) {
                for (Target target : targets.values()) {
                    target.load(requests);
                }
            }
            print(targets);
        }
    }

    private static void print(Map<String, Target> targets) {
        line(
                "%s %s, %d processors, Java %s",
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version());
        line("");
        line("| endpoint | requests a second | 99 %% within, ms | processor time each, µs | allocated each, KB |");
        line("| --- | --- | --- | --- | --- |");
        targets.forEach((name, target) -> line(
                "| %s | %,.0f | %.2f | %.0f | %.1f |",
                name,
                median(target, Measure::perSecond),
                median(target, Measure::slowest),
                median(target, Measure::micros),
                median(target, Measure::kilobytes)));
        Target decisions = targets.get("/v1/decisions");
        line("");
        line("| ratio, median of rounds | measured | aim |");
        line("| --- | --- | --- |");
        line(
                "| /v1/decisions ÷ floor, requests a second | %.2f | ≥ 0.85 |",
                ratio(decisions, targets.get("floor"), Measure::perSecond));
        line("| the same, 99 %% within | %.2f | ≤ 1.3 |", ratio(decisions, targets.get("floor"), Measure::slowest));
        line("| the same, processor time | %.2f | |", ratio(decisions, targets.get("floor"), Measure::micros));
        line(
                "| /v1/decisions ÷ bare, requests a second | %.2f | ≥ 0.6 |",
                ratio(decisions, targets.get("bare"), Measure::perSecond));
        line("| the same, processor time | %.2f | |", ratio(decisions, targets.get("bare"), Measure::micros));
    }

    private static double ratio(Target one, Target other, ToDoubleFunction<Measure> of) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < one.measures().size(); i++) {
            ratios.add(of.applyAsDouble(one.measures().get(i))
                    / of.applyAsDouble(other.measures().get(i)));
        }
        return median(ratios);
    }

    private static double median(Target target, ToDoubleFunction<Measure> of) {
        return median(target.measures().stream().mapToDouble(of).boxed().toList());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static void line(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }

    private static int argument(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }
}
