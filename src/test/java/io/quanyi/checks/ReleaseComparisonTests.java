package io.quanyi.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.release.answer.DifferenceLine;
import io.quanyi.source.Faults;
import io.quanyi.source.TinyRules;
import io.quanyi.text.Language;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseComparisonTests {

    private static final String CATALOGUE = "tiny/catalogue/2026-01-01.yaml";
    private static final String HELP = "tiny/policy/1/help.drl";
    private static final String CALENDAR = "calendars/2026-01-01/cn/2026.yaml";

    private final TinyRules rules = TinyRules.draft();

    @Test
    void aReleaseDoesNotDifferFromItself() {
        assertThat(differences(rules)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                CATALOGUE + " | en: Thing | en: Something | CATALOGUE product thing CHANGED [names]",
                CATALOGUE + " | id: phone | id: hotline | CATALOGUE channel phone REMOVED []",
                CATALOGUE + " | id: phone | id: hotline | CATALOGUE channel hotline ADDED []",
                CATALOGUE + " | 17:30 | 18:00 | CATALOGUE window desk CHANGED [window]",
                CATALOGUE
                        + " | deployments: [public-cloud] | deployments: [on-premise] | CATALOGUE deployment on-premise ADDED []",
                CATALOGUE + " | en: High | en: Higher | CATALOGUE plan high CHANGED [names]",
                CATALOGUE + " | en: More | en: Most | CATALOGUE service sp-more CHANGED [names]",
                CATALOGUE + " | products: | `openings: [{ service: help, product: thing }]\nproducts:`"
                        + " | CATALOGUE opening help thing ADDED []",
                CATALOGUE
                        + " | products: | `groups: [{ id: all, names: { zh-CN: 全部, en: All }, services: [help] }]\nproducts:`"
                        + " | CATALOGUE group all ADDED []",
                CATALOGUE + " | products: | `elsewhere: { products: [other] }\nproducts:`"
                        + " | CATALOGUE elsewhere product other ADDED []",
                HELP + " | workingDays(1) | workingDays(2) | POLICY rule T-HE-02 CHANGED [text]",
                HELP + " | Help comes with low | Help comes | POLICY rule T-HE-01 CHANGED [title, text]",
                HELP + " | @id(T-HE-02) | @id(T-HE-03) | POLICY rule T-HE-03 ADDED []",
                "tiny/policy/1/clauses.yaml | There is help | There was help | POLICY clause 一 帮助 CHANGED [gloss]",
                CALENDAR + " | to: 2026-01-03 | to: 2026-01-02 | CALENDARS day-off cn 2026-01-03 REMOVED []",
                CALENDAR + " | en: New Year's Day | en: Another | ``",
                CALENDAR + " | knownTo: 2026-12-31 | knownTo: 2026-12-30 | CALENDARS calendar cn CHANGED [knownTo]"
            })
    void whatDiffersIsNamed(String path, String text, String other, String difference) {
        List<String> differences = differences(rules.change(path, text, other));
        if (difference == null || difference.isEmpty()) {
            assertThat(differences).isEmpty();
        } else {
            assertThat(differences).contains(difference);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", nullValues = "-", textBlock = """
            en: Other           | en: Another         | CATALOGUE elsewhere product other CHANGED [names]
            aliases: [another]  | aliases: [no other] | CATALOGUE elsewhere product other CHANGED [aliases]
            id: other           | id: others          | CATALOGUE elsewhere product others ADDED []
            names: { zh-CN: 他, en: Other }, aliases: [another] | names: { zh-CN: other, en: other } | CATALOGUE elsewhere product other CHANGED [names, aliases]
            { id: other, names: { zh-CN: 他, en: Other }, aliases: [another] } | other | CATALOGUE elsewhere product other CHANGED [names, aliases]
            another             | another             | -
            """)
    void whatDiffersInTheNamesOfASiblingsProductIsNamed(String text, String other, @Nullable String difference) {
        TinyRules named = rules.change(
                CATALOGUE,
                "products:",
                "elsewhere: { products: [{ id: other, names: { zh-CN: 他, en: Other }, aliases: [another] }] }\nproducts:");
        List<String> differences =
                ReleaseComparison.between(release(named), release(named.change(CATALOGUE, text, other))).stream()
                        .map(ReleaseComparisonTests::line)
                        .toList();

        assertThat(differences).isEqualTo(difference == null ? List.of() : differences);
        assertThat(differences).containsAll(difference == null ? List.of() : List.of(difference));
    }

    @Test
    void nothingElseIsNamed() {
        assertThat(differences(rules.change(HELP, "workingDays(1)", "workingDays(2)")))
                .containsExactly("POLICY rule T-HE-02 CHANGED [text]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            nullValues = "-",
            value = {
                "en: Thing | en: Something | product thing | names | Thing | Something",
                "17:30 | 18:00 | window desk | window | 17:30 | 18:00",
                "id: phone | id: hotline | channel phone | names | Phone | -",
                "id: phone | id: hotline | channel hotline | names | - | Phone"
            })
    void aChangedMemberIsShownBeforeAndAfter(
            String text, String other, String changed, String member, @Nullable String before, @Nullable String after) {
        DifferenceLine line =
                ReleaseComparison.between(release(rules), release(rules.change(CATALOGUE, text, other))).stream()
                        .map(difference -> DifferenceLine.of(difference, Language.ENGLISH))
                        .filter(found -> changed.equals(found.kind() + " " + found.id()))
                        .findFirst()
                        .orElseThrow();
        assertThat(line.values())
                .filteredOn(value -> value.member().equals(member))
                .singleElement()
                .satisfies(value -> {
                    assertThat(Objects.requireNonNullElse(value.before(), "-")).contains(before == null ? "-" : before);
                    assertThat(Objects.requireNonNullElse(value.after(), "-")).contains(after == null ? "-" : after);
                });
    }

    private List<String> differences(TinyRules after) {
        return ReleaseComparison.between(release(rules), release(after)).stream()
                .map(ReleaseComparisonTests::line)
                .toList();
    }

    private static String line(ReleaseDifference found) {
        return "%s %s %s %s %s".formatted(found.part(), found.kind(), found.id(), found.change(), found.members());
    }

    private static ProgrammeRelease release(TinyRules rules) {
        Faults faults = new Faults();
        ReleaseId id = new ReleaseId("tiny", 1, "1", "2026-01-01", "2026-01-01", "sha256:0");
        ProgrammeRelease release = RulesTree.draft(rules.tree(), id, faults);
        faults.throwIfAny();
        return Objects.requireNonNull(release);
    }
}
