package io.quanyi.policy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quanyi.decision.release.RuleInfo;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that a sibling has written: they are read as they are there, and called and cited as they are here. */
class SharedPolicyTests {

    private static final SharedPolicy SHARED =
            new SharedPolicy("sibling", "1", List.of("advice"), Map.of("SIB", "DEM"), Map.of("1", "5.1"));

    @Test
    void aSharedRuleHasTheIdAndTheClauseOfThisProgramme() {
        Faults faults = new Faults();
        PolicyFiles files = new PolicyFiles(
                List.of(DemoPolicy.rules("repair.drl", DemoPolicy.grant("DEM-R-1", "Question(service == \"repair\")"))),
                SHARED,
                List.of(sibling("sibling.advice")));
        CompiledPolicy policy =
                requireNonNull(CompiledPolicy.compile("demo", "1", files, DemoPolicy.CATALOGUE, faults));
        assertThat(policy.rules())
                .extracting(RuleInfo::id, RuleInfo::clauses)
                .containsExactly(tuple("DEM-A-1", List.of("5.1")), tuple("DEM-R-1", List.of("1")));
        assertThat(policy.evaluate(DemoQuestion.about("advice", "low")))
                .singleElement()
                .satisfies(finding ->
                        assertThat(requireNonNull(finding.rule()).id()).isEqualTo("DEM-A-1"));
    }

    @Test
    void aSharedFileKeepsThePackageOfItsOwner() {
        Faults faults = new Faults();
        PolicyFiles files = new PolicyFiles(List.of(), SHARED, List.of(sibling("demo.advice")));
        assertThat(CompiledPolicy.compile("demo", "1", files, DemoPolicy.CATALOGUE, faults))
                .isNull();
        assertThat(faults.sorted().stream().map(DemoPolicy::brief)).containsExactly("1:9 package-name");
    }

    @Test
    void aSharedRuleThatStandsHereTooIsRefused() {
        Faults faults = new Faults();
        PolicyFiles files = new PolicyFiles(
                List.of(DemoPolicy.rules("repair.drl", DemoPolicy.grant("DEM-A-1", "Question(service == \"repair\")"))),
                SHARED,
                List.of(sibling("sibling.advice")));
        assertThat(CompiledPolicy.compile("demo", "1", files, DemoPolicy.CATALOGUE, faults))
                .isNull();
        assertThat(faults.sorted().stream().map(fault -> fault.code())).containsExactly("rule-id-repeated");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        from: sibling       | from: ../sibling          | 1:7 text-not-of-form
        from: sibling       | from: sib/policy/1        | 1:7 text-not-of-form
        policy: 1           | policy: ../1              | 2:9 text-not-of-form
        policy: 1           | policy: ..                | 2:9 text-not-of-form
        [advice]            | [../../advice]            | 3:9 text-not-of-form
        [advice]            | [advice, /etc/passwd]     | 3:17 text-not-of-form
        [advice]            | [advice.drl]              | 3:9 text-not-of-form
        { SIB: DEM }        | { SIB: dem }              | 0:0 shared-prefix
        { SIB: DEM }        | { SIB: "D\u0445" }       | 0:0 shared-prefix
        from: sibling       | from: demo                | 0:0 shared-with-itself
        """)
    void aListThatLeadsElsewhereIsRefused(String good, String bad, String fault) {
        String written = """
            from: sibling
            policy: 1
            files: [advice]
            ids: { SIB: DEM }
            clauses: {}
            """;
        assertThat(listed(written)).isEmpty();
        assertThat(listed(written.replace(good, bad))).containsExactly(fault);
    }

    private static List<String> listed(String text) {
        Faults faults = new Faults();
        SharedPolicy shared = SharedPolicy.read(DemoPolicy.file("shared.yaml", text), faults);
        assertThat(shared == null).isEqualTo(!faults.isEmpty());
        return faults.sorted().stream().map(DemoPolicy::brief).toList();
    }

    private static SourceFile sibling(String name) {
        String text = DemoPolicy.text("advice.drl", DemoPolicy.grant("SIB-A-1", "Question(service == \"advice\")"))
                .replace("demo.advice", name);
        return new SourceFile("sibling/policy/1/advice.drl", text.getBytes(StandardCharsets.UTF_8));
    }
}
