package io.quanyi.impact.dimension;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.impact.SmallProgramme;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of when two releases have other terms for a service. */
class ServiceComparisonTests {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-06-17T10:00:00+08:00");
    private static final String SERVICE = "  - id: support\n    kind: plan\n";
    private static final List<String> RULES = List.of(
            SmallProgramme.rule("S-0", "Question(service == 'support')", "new Granted()"),
            SmallProgramme.rule("S-1", "Question(service == 'support')", "new Quota(3, 'time', 'service-year')"),
            SmallProgramme.rule("S-2", "Question(service == 'sp-tuning')", "new Hours('7x12')"));

    private static ProgrammeRelease release(String catalogue, List<String> rules) {
        return new SmallProgramme(catalogue, rules).release().orElseThrow();
    }

    private static boolean hasOtherTerms(String service, String catalogue, List<String> rules) {
        ProgrammeRelease before = release(SmallProgramme.CATALOGUE, RULES);
        ServiceComparison comparison = new ServiceComparison(before, release(catalogue, rules), service, AT);
        return !comparison.hasEqualRules() || !comparison.hasEqualEntries();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "new Quota(3; new Quota(4",
                "Question(service == \"support\"); Question(service == \"support\", severity == \"P1\")",
                "Question(service == \"support\"); Question(service in (\"support\", \"sp-tuning\"))"
            })
    void anotherConditionOrOutcomeOfARuleAboutIt(String from, String to) {
        List<String> rules = RULES.stream().map(rule -> rule.replace(from, to)).toList();
        assertThat(rules).isNotEqualTo(RULES);
        assertThat(hasOtherTerms("support", SmallProgramme.CATALOGUE, rules)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void aRuleAboutItThatIsDropped(int place) {
        List<String> rules =
                RULES.stream().filter(rule -> !rule.equals(RULES.get(place))).toList();
        assertThat(hasOtherTerms("support", SmallProgramme.CATALOGUE, rules)).isTrue();
        assertThat(hasOtherTerms("sp-tuning", SmallProgramme.CATALOGUE, rules)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"severity: P1", "instead: [sp-tuning]", "beyond: [sp-tuning]"})
    void anotherSeverityOrServiceNamedBesideIt(String member) {
        String catalogue = SmallProgramme.CATALOGUE.replace(SERVICE, SERVICE + "    " + member + "\n");
        assertThat(catalogue).isNotEqualTo(SmallProgramme.CATALOGUE);
        assertThat(hasOtherTerms("support", catalogue, RULES)).isTrue();
        assertThat(hasOtherTerms("sp-tuning", catalogue, RULES)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en: Support; en: Help",
                "{ id: answering,; { id: replying,",
                "- { id: lone, names: { zh-CN: 独, en: Lone } }; - { id: sole, names: { zh-CN: 独, en: Sole } }"
            })
    void anotherNameActivityOrProductIsNone(String from, String to) {
        String catalogue = SmallProgramme.CATALOGUE.replace(from, to);
        assertThat(catalogue).isNotEqualTo(SmallProgramme.CATALOGUE);
        assertThat(hasOtherTerms("support", catalogue, RULES)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"support", "sp-tuning"})
    void aRuleWithAnotherTextOrPlaceIsNone(String service) {
        List<String> rules = List.of(RULES.get(2), RULES.get(1).replace("Rule S-1", "The rule"), RULES.get(0));
        assertThat(hasOtherTerms(service, SmallProgramme.CATALOGUE, rules)).isFalse();
    }
}
