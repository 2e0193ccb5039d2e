package io.quanyi;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.release.RulesTree;
import io.quanyi.source.SourceTree;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

/** The cost of one decision about a legal request, or by legal rules, of the greatest size. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class HostileDecisionBenchmark {

    /** 200 contract terms and 10,000 usage entries, or so many rules that each grant by another product family. */
    @Param({"contract-terms", "families-28", "families-63", "families-133"})
    private String hostile = "";

    private ProgrammeRelease release;
    private DecisionRequest request;
    private Instant at;

    @Setup
    public void load() {
        if (hostile.equals("contract-terms")) {
            request = GeneratedProgramme.request(contractTerms());
            at = request.instant(Instant.EPOCH);
            release = RulesTree.load(SourceTree.ofFolder(Path.of("rules"))).resolve(request, at);
        } else {
            request = GeneratedProgramme.request("{ programme: families, subscription: { plan: basic }, "
                    + "question: { service: support, at: 2026-11-20T16:00:00+08:00 } }");
            at = request.instant(Instant.EPOCH);
            release = families(Integer.parseInt(hostile.substring("families-".length())));
        }
    }

    @Benchmark
    public Object decision() {
        try {
            return Decider.decide(CheckedQuestion.of(request, release, at));
        } catch (RequestRefused e) {
            return e;
        }
    }

    private static String contractTerms() {
        List<String> terms = new ArrayList<>();
        for (String severity : List.of("", "P1", "P2", "P3", "P4")) {
            terms.add(term(severity, "grant"));
            terms.add(term(severity, "quota, limit: 100000, unit: time"));
        }
        terms.add(term("", "channel, channel: hotline"));
        for (int i = 0; i < 189; i++) {
            terms.add(term("P" + (1 + i % 4), "channel, channel: hotline"));
        }
        return "{ programme: yonyou-aftersales-sla, subscription: { plan: gold, product: yonyou-u8, "
                + "serviceStart: 2026-01-01, serviceEnd: 2026-12-31, contract: { terms: " + terms + " }, usage: "
                + IntStream.range(0, 10_000)
                        .mapToObj(i -> "{ service: doc-updates, date: 2026-03-01 }")
                        .toList()
                + " }, question: { service: doc-updates, at: 2026-11-20T16:00:00+08:00 } }";
    }

    private static String term(String severity, String effect) {
        return "{ service: doc-updates, "
                + (severity.isEmpty() ? "" : "severity: " + severity + ", ")
                + "effect: " + effect + " }";
    }

    private static ProgrammeRelease families(int count) {
        String rules = "package families.support\nimport io.quanyi.facts.*\n" + GeneratedProgramme.each(count, """
                rule "Support comes with family %1$d" @id(F-%1$d) @clause("1")
                when
                    Question(service == "support")
                    Product(family == "f%1$d")
                then
                    insert(new Granted());
                end
                """);
        return GeneratedProgramme.release(
                "families",
                count,
                "  - { id: support, kind: plan, names: { zh-CN: 支持, en: Support } }\n",
                Map.of("support.drl", rules));
    }
}
