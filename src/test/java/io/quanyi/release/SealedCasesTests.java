package io.quanyi.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import io.quanyi.source.Written;
import io.quanyi.text.Language;
import io.quanyi.work.Cancellation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the release under which the cases of a policy must pass: the first that names it. */
class SealedCasesTests {

    private static final SourceTree SHIPPED = SourceTree.ofFolder(Path.of("rules"));
    private static final String CALENDAR = "calendars/2026-01-01/cn/2026.yaml";
    private static final String NEWER_CALENDAR = "calendars/2026-06-01/cn/2026.yaml";
    private static final String CATALOGUE = "tiny/catalogue/2026-01-01.yaml";
    private static final String NEWER_CATALOGUE = "tiny/catalogue/2026-06-01.yaml";
    private static final String CASES = "tiny/policy/1/help.cases.yaml";

    private static final String YEAR_2027 = """
            id: cn
            knownFrom: 2027-01-01
            knownTo: 2027-12-31
            source: { title: 通知, publishedOn: 2026-11-04 }
            holidays:
              - name: { zh-CN: 元旦, en: New Year's Day }
                from: 2027-01-01
                to: 2027-01-03
                statutory: [2027-01-01]
            """;

    /** A holiday on the Monday on which the answer of a case is due. */
    private static final String MONDAY_OFF = """
              - { name: { zh-CN: 更正, en: Correction }, from: 2026-11-23, to: 2026-11-23 }
            """;

    private final TinyRules sealed = TinyRules.sealed();
    private final TinyRules newer = sealed.copy(CALENDAR, NEWER_CALENDAR)
            .change(NEWER_CALENDAR, "statutory: [2026-01-01] }\n", "statutory: [2026-01-01] }\n" + MONDAY_OFF)
            .copy(CATALOGUE, NEWER_CATALOGUE)
            .change(NEWER_CATALOGUE, "17:30", "15:00");

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-06-01, 2026-11-24T16:00:00+08:00",
        "2026-06-01, 2026-01-01, 2026-11-24T11:00:00+08:00",
        "2026-06-01, 2026-06-01, 2026-11-25T11:00:00+08:00"
    })
    void whatNewerPartsAnswerDifferentlyIsRemarkedAndNoFault(String catalogue, String calendars, String due) {
        Faults faults = new Faults();
        CheckedRelease checked = check(newer.tree(), "1", catalogue, calendars, faults);
        assertThat(faults.sorted()).isEmpty();
        assertThat(checked.changedCases()).singleElement().satisfies(remark -> {
            assertThat(remark.position().file()).isEqualTo(CASES);
            assertThat(remark.message(Language.ENGLISH))
                    .isEqualTo("case \"high is answered on the next working day\", written for an earlier catalogue or"
                            + " calendars, is answered differently by the newer ones: /response/dueAt:"
                            + " 2026-11-23T16:00:00+08:00 becomes " + due);
            assertThat(remark.message(Language.CHINESE)).contains("由 2026-11-23T16:00:00+08:00 变为 " + due);
        });
    }

    /** Fri 16:00–17:30 is 1.5 h, Mon 08:30–12:00 3.5 h; Mon afternoon is off; Tue 08:30–11:30 3 h; together 8 h. */
    @Test
    void aHalfDayCountsTheHoursThatAreOpen() {
        TinyRules half = newer.change(NEWER_CALENDAR, "to: 2026-11-23 }", "to: 2026-11-23, closed: 12:00-24:00 }");
        Faults faults = new Faults();
        CheckedRelease checked = check(half.tree(), "1", "2026-01-01", "2026-06-01", faults);
        assertThat(faults.sorted()).isEmpty();
        assertThat(checked.changedCases())
                .extracting(remark -> remark.message(Language.ENGLISH))
                .singleElement()
                .asString()
                .endsWith("2026-11-23T16:00:00+08:00 becomes 2026-11-24T11:30:00+08:00");
    }

    @Test
    void equalPartsChangeNoCase() {
        Faults faults = new Faults();
        assertThat(check(newer.tree(), "1", "2026-01-01", "2026-01-01", faults).changedCases())
                .isEmpty();
        assertThat(faults.sorted()).isEmpty();
    }

    @Test
    void aRequestThatTheNewerCatalogueRefusesIsRemarkedWithTheReason() {
        TinyRules named = sealed.change(
                        CASES, "subscription: { plan: low }", "subscription: { plan: low, deployment: public-cloud }")
                .copy(CATALOGUE, NEWER_CATALOGUE)
                .change(NEWER_CATALOGUE, "deployments: [public-cloud]", "deployments: [on-premise]");
        Faults faults = new Faults();
        CheckedRelease checked = check(named.tree(), "1", "2026-06-01", "2026-01-01", faults);
        assertThat(faults.sorted()).isEmpty();
        assertThat(checked.changedCases())
                .extracting(remark -> remark.message(Language.ENGLISH))
                .singleElement()
                .asString()
                .contains("it is refused now; ")
                .contains("public-cloud");
    }

    @Test
    void aDraftPolicyIsTestedWithThePartsThatItIsPublishedWith() {
        TinyRules draft = newer.copy("tiny/policy/1/clauses.yaml", "tiny/policy/2/clauses.yaml")
                .copy("tiny/policy/1/help.drl", "tiny/policy/2/help.drl")
                .copy("tiny/policy/1/plans.drl", "tiny/policy/2/plans.drl")
                .copy(CASES, "tiny/policy/2/help.cases.yaml");
        Faults faults = new Faults();
        check(draft.tree(), "2", "2026-01-01", "2026-06-01", faults);
        assertThat(faults.sorted()).extracting(Fault::code).containsExactly("case-failed");
    }

    @Test
    void aCaseThatFailsWithItsFirstReleaseIsAFaultLater() {
        TinyRules failing = newer.change(CASES, "23T16:00:00", "23T15:00:00");
        Faults faults = new Faults();
        check(failing.tree(), "1", "2026-01-01", "2026-06-01", faults);
        assertThat(faults.sorted()).extracting(Fault::code).containsExactly("case-failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-06-01", "2027-01-01"})
    void calendarsThatNoLedgerNamesAreADraftOfEveryProgramme(String version) {
        TinyRules two = sealed.twice().copy(CALENDAR, "calendars/" + version + "/cn/2026.yaml");
        assertThat(RulesTree.candidates(two.tree()))
                .filteredOn(id -> id.number() == 2)
                .extracting(ReleaseId::programme, ReleaseId::calendars)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("tiny", version),
                        org.assertj.core.groups.Tuple.tuple("twin", version));
    }

    @Test
    void aNoticeMayBePublishedUpToTheDayOfTheReleaseAnywhere() {
        TinyRules later = sealed.copy(CALENDAR, NEWER_CALENDAR)
                .change(NEWER_CALENDAR, "publishedOn: 2025-11-04", "publishedOn: " + LocalDate.of(2026, 11, 30));
        assertThat(calendarFaults(later.tree(), "2026-11-29T09:59:59Z")).containsExactly("calendar-published-later");
        assertThat(calendarFaults(later.tree(), "2026-11-29T10:00:00Z")).isEmpty();
    }

    /** The notice that every November brings, and a correction in the middle of a year that is known. */
    @ParameterizedTest
    @MethodSource("shippedProgrammes")
    void newHolidaysNeedNoNewPolicy(String programme) {
        String corrected =
                text(SHIPPED, "calendars/2026-01-01/cn/2026.yaml").replace("to: 2026-10-07", "to: 2026-10-09");
        SourceTree tree = SHIPPED.with(List.of(
                Written.file("calendars/2027-01-01/cn/2025.yaml", text(SHIPPED, "calendars/2026-01-01/cn/2025.yaml")),
                Written.file("calendars/2027-01-01/cn/2026.yaml", corrected),
                Written.file("calendars/2027-01-01/cn/2027.yaml", YEAR_2027)));
        Faults faults = new Faults();
        ReleaseId first = RulesTree.sealed(tree, programme).get(0);
        ReleaseId id = RulesTree.id(tree, programme, 2, first.policy(), first.catalogue(), "2027-01-01");
        CheckedRelease checked = CheckedRelease.of(tree, id, CheckScope.parts(), faults);
        CheckedRelease.runCases(
                tree, Objects.requireNonNull(checked).release(), checked.cases(), Cancellation.never(), faults);
        assertThat(Written.lines(faults)).isEmpty();
    }

    private static String text(SourceTree tree, String path) {
        return Objects.requireNonNull(Objects.requireNonNull(tree.file(path)).text(new Faults()));
    }

    static List<String> shippedProgrammes() {
        return RulesTree.programmes(SHIPPED);
    }

    private static List<String> calendarFaults(SourceTree tree, String now) {
        Faults faults = new Faults();
        CalendarVersions.check(tree, java.time.Instant.parse(now), faults);
        return faults.sorted().stream().map(Fault::code).toList();
    }

    private static CheckedRelease check(
            SourceTree tree, String policy, String catalogue, String calendars, Faults faults) {
        ReleaseId id = RulesTree.id(tree, "tiny", 2, policy, catalogue, calendars);
        return Objects.requireNonNull(CheckedRelease.of(tree, id, CheckScope.answers(), faults));
    }
}
