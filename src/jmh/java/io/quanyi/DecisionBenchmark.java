package io.quanyi;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.advice.ReleaseResolver;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.release.RulesTree;
import io.quanyi.source.SourceTree;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** What one decision costs in process: the rules alone, and the whole of it, from the request record to the answer record. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class DecisionBenchmark {

    /** A yes with a due time across a weekend, a yes with a quota, and a refusal with its suggestions. */
    @Param({"due-time", "quota", "refusal"})
    private String question = "";

    private ProgrammeRelease release;
    private Decider decider;
    private DecisionRequest request;
    private Instant at;

    @Setup
    public void load() {
        ReleaseResolver releases = RulesTree.load(SourceTree.ofFolder(Path.of("rules")));
        request = request(
                switch (question) {
                    case "due-time" -> "preferred, question: { service: issue-feedback, at: 2026-11-20T16:00:00+08:00";
                    case "quota" -> "preferred, question: { service: code-diagnosis, at: 2026-11-20T16:00:00+08:00";
                    default -> "basic, question: { service: online-im, at: 2026-11-20T16:00:00+08:00";
                });
        at = request.instant(Instant.EPOCH);
        release = releases.resolve(request, at);
        decider = new Decider(releases);
    }

    @Benchmark
    public List<Finding> rules() {
        return CheckedQuestion.of(request, release, at).findings();
    }

    @Benchmark
    public Decision decision() {
        return decider.decide(request, at);
    }

    private static DecisionRequest request(String planAndQuestion) {
        String yaml = "{ programme: kingdee-galaxy-public, subscription: { product: kingdee-cloud-galaxy, "
                + "serviceStart: 2026-01-01, serviceEnd: 2026-12-31, usage: [], plan: "
                + planAndQuestion.replace(", question", " }, question") + " } }";
        return GeneratedProgramme.request(yaml);
    }
}
