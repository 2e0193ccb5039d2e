package io.quanyi.policy;

import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.QuestionFacts;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.facts.Amount;
import io.quanyi.facts.Branch;
import io.quanyi.facts.Day;
import io.quanyi.facts.Deployment;
import io.quanyi.facts.Environment;
import io.quanyi.facts.FirstTerm;
import io.quanyi.facts.Measure;
import io.quanyi.facts.Period;
import io.quanyi.facts.Phase;
import io.quanyi.facts.Place;
import io.quanyi.facts.Plan;
import io.quanyi.facts.Product;
import io.quanyi.facts.Question;
import io.quanyi.facts.Requester;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The same question put to rules as we assemble them, with their twins, and to the same files as stock Drools compiles them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class EngineBenchmark {

    private static final String FOLDER = "kingdee-galaxy-public/policy/2025.1/";

    private final QuestionFacts facts = new QuestionFacts(
            new Question("issue-feedback", null, null, "normal", null, null, 1, null, null),
            new Plan("preferred"),
            new Product("kingdee-cloud-galaxy", "galaxy"),
            new Deployment("public-cloud"),
            new Place("CN"),
            new Branch(null),
            new Period("within", 1, null),
            new FirstTerm(null, null),
            new Amount(null, null),
            new Day(null, null),
            new Measure(Map.of()),
            new Requester(null, null),
            new Environment(null, null),
            new Phase(null),
            List.of());

    private CompiledPolicy assembled;
    private KieSessionsPool generated;

    @Setup
    public void load() {
        SourceTree tree = SourceTree.ofFolder(Path.of("rules"));
        ReleaseId id = RulesTree.candidates(tree).stream()
                .filter(candidate -> candidate.programme().equals("kingdee-galaxy-public"))
                .findFirst()
                .orElseThrow();
        ProgrammeRelease release = Objects.requireNonNull(RulesTree.draft(tree, id, new Faults()));
        assembled = (CompiledPolicy) release.policy();
        generated = generated(tree);
    }

    private static KieSessionsPool generated(SourceTree tree) {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(services.newReleaseId("io.quanyi", "benchmark", "1"));
        for (String name : List.of("plans", "period", "issue-feedback")) {
            SourceFile file = Objects.requireNonNull(tree.file(FOLDER + name + ".drl"));
            files.write("src/main/resources/kingdee_galaxy_public/" + name + ".drl", file.bytes());
        }
        var builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        return services.newKieContainer(builder.getKieModule().getReleaseId())
                .getKieBase()
                .newKieSessionsPool(4);
    }

    @Benchmark
    public List<Finding> assembled() {
        return assembled.evaluate(facts);
    }

    @Benchmark
    public int generated() {
        KieSession session = generated.newKieSession();
        try {
            session.insert(facts.question());
            session.insert(facts.plan());
            session.insert(facts.period());
            session.fireAllRules();
            return session.getObjects().size();
        } finally {
            session.dispose();
        }
    }
}
