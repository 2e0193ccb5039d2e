package io.quanyi;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How the cost of one decision grows with the services of a programme, and with the rules of one service. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ScaleBenchmark {

    private static final int SERVICES = 10;
    private static final int RULES = 4;

    /** What there is more of: services of which one is asked, services that are asked in turn, or rules of one service. */
    @Param({"services", "services-in-turn", "rules-by-family", "rules-by-amount"})
    private String more = "";

    @Param({"1", "10", "50"})
    private int times;

    private ProgrammeRelease release;
    private List<DecisionRequest> requests;
    private Instant at;
    private int asked;

    @Setup
    public void load() {
        boolean rules = more.startsWith("rules");
        int services = rules ? SERVICES : SERVICES * times;
        release = release(services, rules ? RULES * times : RULES);
        requests = IntStream.range(0, more.equals("services-in-turn") ? services : 1)
                .mapToObj(service -> request(service))
                .toList();
        at = requests.get(0).instant(Instant.EPOCH);
    }

    @Benchmark
    public Object decision() {
        asked = asked + 1 < requests.size() ? asked + 1 : 0;
        return Decider.decide(CheckedQuestion.of(requests.get(asked), release, at));
    }

    private ProgrammeRelease release(int services, int rules) {
        boolean families = more.equals("rules-by-family");
        Map<String, String> files = new TreeMap<>();
        for (int service = 0; service < services; service++) {
            files.put("s" + service + ".drl", rules(service, service == 0 ? rules : RULES, families));
        }
        return GeneratedProgramme.release(
                "scale", families ? rules : RULES, GeneratedProgramme.each(services, """
                  - { id: s%1$d, kind: plan, names: { zh-CN: 服务%1$d, en: Service %1$d } }
                """), files);
    }

    private static String rules(int service, int count, boolean families) {
        return "package scale.s" + service + "\nimport io.quanyi.facts.*\n"
                + IntStream.range(0, count)
                        .mapToObj(rule -> """
                                rule "Service %1$d in case %2$d" @id(S%1$d-%2$d) @clause("1")
                                when
                                    Question(service == "s%1$d")
                                    %3$s
                                then
                                    insert(new Granted());
                                end
                                """.formatted(
                                        service,
                                        rule,
                                        families
                                                ? "Product(family == \"f" + rule + "\")"
                                                : "Amount(currency == \"CNY\", value >= " + rule + ", value < "
                                                        + (rule + 1) + ")"))
                        .collect(Collectors.joining());
    }

    private static DecisionRequest request(int service) {
        String yaml =
                "{ programme: scale, subscription: { plan: basic, product: p1, contract: { amount: 1.5, currency: CNY } }, question: { service: s"
                        + service + ", at: 2026-11-20T16:00:00+08:00 } }";
        return GeneratedProgramme.request(yaml);
    }
}
