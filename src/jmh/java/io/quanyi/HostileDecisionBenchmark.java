package io.quanyi;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.source.YamlReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
            request = request(contractTerms());
            at = request.instant(Instant.EPOCH);
            release = RulesTree.load(SourceTree.ofFolder(Path.of("rules"))).resolve(request, at);
        } else {
            request = request("{ programme: families, subscription: { plan: basic }, "
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
        SourceTree shipped = SourceTree.ofFolder(Path.of("rules"));
        List<SourceFile> files = new ArrayList<>(shipped.under("calendars/"));
        files.add(Objects.requireNonNull(shipped.file("readings.yaml")));
        files.add(file("programme.yaml", """
                id: families
                names: { zh-CN: 产品族, en: Families }
                vendor: { zh-CN: 商, en: Vendor }
                zone: Asia/Shanghai
                authority: official
                source: { title: Document }
                """));
        files.add(file(
                "policy/1/clauses.yaml",
                "clauses:\n  - { number: '1', quote: The clause, gloss: The clause, decides: true }\n"));
        files.add(file("catalogue/1.yaml", "products:\n" + each(count, """
                  - { id: p%1$d, family: f%1$d, names: { zh-CN: 产品%1$d, en: Product %1$d } }
                """) + """
                deployments: [public-cloud]
                plans: [{ id: basic, names: { zh-CN: 基础, en: Basic } }]
                topics: []
                severities: []
                windows: []
                channels: []
                services: [{ id: support, kind: plan, names: { zh-CN: 支持, en: Support } }]
                """));
        files.add(file(
                "policy/1/support.drl", "package families.support\nimport io.quanyi.facts.*\n" + each(count, """
                rule "Support comes with family %1$d" @id(F-%1$d) @clause("1")
                when
                    Question(service == "support")
                    Product(family == "f%1$d")
                then
                    insert(new Granted());
                end
                """)));
        Faults faults = new Faults();
        ProgrammeRelease release = RulesTree.draft(
                SourceTree.of(files), new ReleaseId("families", 1, "1", "1", "2026-01-01", "sha256:0"), faults);
        faults.throwIfAny();
        return Objects.requireNonNull(release);
    }

    private static String each(int count, String text) {
        return IntStream.range(0, count).mapToObj(text::formatted).collect(Collectors.joining());
    }

    private static SourceFile file(String name, String text) {
        return new SourceFile("families/" + name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static DecisionRequest request(String yaml) {
        Faults faults = new Faults();
        SourceFile file = new SourceFile("request", yaml.getBytes(StandardCharsets.UTF_8));
        DecisionRequest request = new RecordBinder(faults)
                .bind(Objects.requireNonNull(YamlReader.read(file, faults)), DecisionRequest.class);
        faults.throwIfAny();
        return Objects.requireNonNull(request);
    }
}
