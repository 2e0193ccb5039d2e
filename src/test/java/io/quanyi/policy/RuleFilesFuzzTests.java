package io.quanyi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.quanyi.decision.release.Finding;
import io.quanyi.policy.model.Policy;
import io.quanyi.policy.model.Rule;
import io.quanyi.policy.reading.PolicyReader;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Fuzzed;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule files made to reach every corner of the reader: it never fails, and what it takes does nothing but insert outcomes. */
class RuleFilesFuzzTests {

    private static final List<String> NAMES = List.of("advice.drl", "plans.drl", "every-service.drl");
    private static final Path REFUSALS = Path.of("src", "test", "resources", "io", "quanyi", "policy", "refusals");

    static Stream<byte[]> seeds() {
        return Stream.of(
                        Fuzzed.files(REFUSALS, ".drl"),
                        Fuzzed.files(Path.of("rules", GalaxyPolicy.PROGRAMME), ".drl"),
                        IntStream.range(0, 30).boxed().flatMap(RuleFilesFuzzTests::taken))
                .flatMap(files -> files);
    }

    private static Stream<byte[]> taken(int seed) {
        return Arrays.stream(new RandomPolicy(new Random(seed)).files()).map(SourceFile::bytes);
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "rules.dict")
    @FuzzTest(maxDuration = "25s")
    void noFileMakesTheReaderFailOrDoMoreThanInsertOutcomes(byte[] bytes) {
        Fuzzed.soon(() -> NAMES.forEach(name -> read(DemoPolicy.file(name, bytes))));
    }

    private static void read(SourceFile file) {
        Faults faults = new Faults();
        PolicyFiles files = new PolicyFiles(List.of(file));
        Policy policy = PolicyReader.read("1", files.sources(DemoPolicy.PROGRAMME), DemoPolicy.CATALOGUE, faults);
        policy.rules().forEach(rule -> MutatedRuleTextTests.assertHarmless(rule, DemoPolicy.CATALOGUE));
        faults.sorted().forEach(fault -> assertPlaced(fault, file));
        if (faults.isEmpty() && Fuzzed.oneIn(8, file.bytes())) {
            ask(policy, DemoPolicy.compile(file), Arrays.hashCode(file.bytes()));
        }
    }

    private static void assertPlaced(Fault fault, SourceFile file) {
        MutatedRuleTextTests.assertReadable(fault);
        Position position = fault.position();
        assertThat(position.file()).isEqualTo(file.path());
        if (position.line() > 0) {
            String[] lines = new String(file.bytes(), StandardCharsets.UTF_8).split("\n", -1);
            assertThat(position.line()).isLessThanOrEqualTo(lines.length);
            assertThat(position.column()).isBetween(1, lines[position.line() - 1].length() + 1);
        }
    }

    private static void ask(Policy written, CompiledPolicy compiled, int seed) {
        RandomFacts facts = new RandomFacts(new Random(seed), DemoPolicy.CATALOGUE);
        Map<String, Rule> rules = written.rules().stream().collect(Collectors.toMap(Rule::id, rule -> rule));
        for (String service : DemoPolicy.CATALOGUE.services().keySet()) {
            for (String plan : List.of("low", "high")) {
                for (Finding finding : compiled.evaluate(facts.question(service, plan, 0.3))) {
                    String rule = Objects.requireNonNull(finding.rule()).id();
                    assertThat(Objects.requireNonNull(rules.get(rule))
                                    .inserts(finding.outcome().getClass()))
                            .isTrue();
                }
            }
        }
    }
}
