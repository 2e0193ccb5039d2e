package io.quanyi.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quanyi.catalogue.Programme;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import io.quanyi.source.Written;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesTreeTests {

    private static final String LEDGER = "tiny/releases.yaml";
    private static final String PUBLISHED = "publishedAt: 2026-01-01T00:00:00Z";

    private final TinyRules rules = TinyRules.sealed();

    @Test
    void whatIsSealedIsServed() {
        ServedReleases served = RulesTree.load(rules.tree());
        assertThat(served.programmes()).extracting(Programme::id).containsExactly("tiny");
        assertThat(served.timeline("tiny").orElseThrow().release(1)).isPresent();
        assertThat(served.timeline("tiny").orElseThrow().release(2)).isEmpty();
    }

    @Test
    void aCorrectionOfAVersionIsNewerThanIt() {
        SourceTree tree = rules.with("calendars/2026-01-01.2/cn/2026.yaml", "id: cn")
                .with("tiny/catalogue/2026-01-01.2.yaml", "products: []")
                .with("tiny/policy/1.2/clauses.yaml", "clauses: []")
                .tree();
        assertThat(RulesTree.calendars(tree)).containsExactly("2026-01-01", "2026-01-01.2");
        assertThat(RulesTree.catalogues(tree, "tiny")).containsExactly("2026-01-01", "2026-01-01.2");
        assertThat(RulesTree.policies(tree, "tiny")).containsExactly("1", "1.2");
        assertThat(RulesTree.candidates(tree))
                .last()
                .satisfies(draft -> assertThat(List.of(draft.policy(), draft.catalogue(), draft.calendars()))
                        .containsExactly("1.2", "2026-01-01.2", "2026-01-01.2"));
    }

    @Test
    void aProgrammeWithoutALedgerIsNotServed() {
        assertThat(RulesTree.load(TinyRules.draft().tree()).programmes()).isEmpty();
    }

    @Test
    void theShippedRulesAreServed() {
        ServedReleases served = RulesTree.load(SourceTree.ofFolder(Path.of("rules")));
        assertThat(served.programmes()).extracting(Programme::id).contains("kingdee-galaxy-public");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "tiny/policy/1/help.drl | Help comes | Help Comes",
                "tiny/policy/1/help.cases.yaml | 8 h | 8  h",
                "tiny/catalogue/2026-01-01.yaml | en: Thing | en: Thinx",
                "calendars/2026-01-01/cn/2026.yaml | 2025-11-04 | 2025-11-05"
            })
    void oneByteInAnythingSealedIsNoticed(String path, String text, String other) {
        TinyRules changed = rules.change(path, text, other);
        assertThat(faults(changed))
                .containsExactly("%s  digest-mismatch [1, %s, %s]".formatted(LEDGER, rules.digest(), changed.digest()));
    }

    @Test
    void calendarsThatNoProgrammeMatchesAreNamedBeforeTheProgrammes() {
        TinyRules two = rules.twice().change("calendars/2026-01-01/cn/2026.yaml", "2025-11-04", "2025-11-05");
        assertThat(faults(two))
                .hasSize(3)
                .startsWith("calendars/2026-01-01/cn/2026.yaml  calendars-suspected [2026-01-01, tiny, twin]");
        TinyRules more = two.with("calendars/2026-01-01/hk/2026.yaml", "id: hk");
        assertThat(faults(more)).anyMatch(fault -> fault.startsWith("calendars/2026-01-01/  calendars-suspected"));
        TinyRules other = rules.twice().change("tiny/catalogue/2026-01-01.yaml", "en: Thing", "en: Thinx");
        assertThat(faults(other)).singleElement().asString().startsWith(LEDGER + "  digest-mismatch");
    }

    @Test
    void aFileMoreInASealedPolicyIsNoticed() {
        assertThat(faults(rules.with("tiny/policy/1/more.cases.yaml", "cases: []")))
                .singleElement()
                .asString()
                .contains("digest-mismatch");
    }

    @ParameterizedTest
    @CsvSource({
        "tiny/policy/1/, 'text:part.policy, 1'",
        "tiny/catalogue/, 'text:part.catalogue, 2026-01-01'",
        "calendars/2026-01-01/, 'text:part.calendars, 2026-01-01'"
    })
    void aVersionThatIsNotThereIsNamed(String prefix, String version) {
        assertThat(faults(rules.without(prefix))).contains(LEDGER + "  version-missing [1, " + version + "]");
    }

    @ParameterizedTest
    @CsvSource({"readings.yaml", "tiny/programme.yaml"})
    void aFileThatIsNotThereIsNamed(String path) {
        assertThat(faults(rules.without(path))).containsExactly(path + "  file-missing []");
    }

    @Test
    void aWindowClosesByACalendarThatExists() {
        TinyRules changed = rules.change("tiny/catalogue/2026-01-01.yaml", "calendar: cn", "calendar: hk");
        assertThat(faults(changed)).contains("7:9  unknown-calendar [desk, hk, 2026-01-01]");
    }

    @Test
    void aProgrammeIsNamedAsItsFolder() {
        assertThat(faults(rules.change("tiny/programme.yaml", "id: tiny", "id: small")))
                .anyMatch(fault -> fault.startsWith("tiny/programme.yaml  programme-folder [small, tiny]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "1 | 2026-01-01 | 2 | 2026-01-01 | ''",
                "1 | 2026-01-01 | 2 | 2026-06-01 | ''",
                "2 | 2026-01-01 | 3 | 2026-06-01 | 2",
                "1 | 2026-01-01 | 3 | 2026-06-01 | 3",
                "1 | 2026-01-01 | 1 | 2026-06-01 | 1",
                "1 | 2026-06-01 | 2 | 2026-05-31 | 2"
            })
    void releasesAreNumberedAndPublishedInOrder(
            int first, String firstDay, int second, String secondDay, String wrong) {
        TinyRules two = rules.with(
                LEDGER,
                "releases:\n" + rules.entry(first, "publishedAt: " + firstDay + "T00:00:00Z")
                        + rules.entry(second, "publishedAt: " + secondDay + "T00:00:00Z"));
        List<String> expected = wrong.isEmpty() ? List.of() : List.of(LEDGER + "  release-order [" + wrong + "]");
        assertThat(faults(two)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "number: 1 | number: 0 | number-out-of-range",
                "number: 1 | number: one | number-not-plain",
                "publishedAt: 2026-01-01T00:00:00Z | publishedAt: 2026-01-01 | not-an-instant",
                "publishedAt: 2026-01-01T00:00:00Z | publishedAt: 2026-01-01T00:00:00 | not-an-instant",
                "digest: sha256: | digest: md5: | text-not-of-form",
                "publishedBy: somebody | by: somebody | unknown-member",
                "policy: 1 | policy: [1] | wrong-type"
            })
    void anEntryThatCannotBeReadIsAFault(String text, String other, String code) {
        assertThat(faults(rules.change(LEDGER, text, other))).anyMatch(fault -> fault.contains(code));
    }

    @Test
    void theFaultsOfAllProgrammesAreSaidAtOnce() {
        TinyRules broken = rules.twice()
                .change("tiny/policy/1/help.drl", "Plan(id == \"low\")", "Plan(id == \"lwo\")")
                .change("twin/catalogue/2026-01-01.yaml", "id: phone", "id: pho_ne")
                .change("twin/policy/1/clauses.yaml", "decides: true", "decides: maybe");
        assertThat(faults(broken))
                .anyMatch(fault -> fault.contains("unknown-id [lwo, text:domain.plan]"))
                .anyMatch(fault -> fault.contains("/clauses/1/decides not-a-boolean"));
    }

    @Test
    void oneBrokenProgrammeKeepsAllFromBeingServed() {
        TinyRules broken = rules.twice().change("twin/policy/1/help.drl", "then", "than");
        assertThat(faults(broken)).isNotEmpty();
    }

    @Test
    void candidatesAreWhatLedgersNameAndADraftOfEachVersionThatNoneNames() {
        TinyRules more = rules.with("tiny/policy/2/help.drl", "")
                .with("tiny/policy/3/help.drl", "")
                .with("tiny/catalogue/2027-01-01.yaml", "");
        assertThat(RulesTree.candidates(more.tree()))
                .extracting(ReleaseId::number, ReleaseId::policy, ReleaseId::catalogue)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "1", "2026-01-01"),
                        org.assertj.core.groups.Tuple.tuple(2, "2", "2027-01-01"),
                        org.assertj.core.groups.Tuple.tuple(2, "3", "2027-01-01"));
    }

    @Test
    void aDraftIsCheckedAndNotServed() {
        TinyRules more = rules.with("tiny/policy/2/help.drl", "nonsense");
        assertThat(RulesTree.load(more.tree()).timeline("tiny").orElseThrow().entries())
                .hasSize(1);
        Faults faults = new Faults();
        ReleaseId draft = RulesTree.candidates(more.tree()).get(1);
        assertThat(RulesTree.draft(more.tree(), draft, faults)).isNull();
        assertThat(faults.isEmpty()).isFalse();
    }

    @Test
    void aDraftKnowsWhatItsDigestWillBe() {
        assertThat(RulesTree.candidates(TinyRules.draft().tree()))
                .extracting(ReleaseId::digest)
                .containsExactly(rules.digest());
    }

    @Test
    void aBrokenLedgerLeavesNothingToCheck() {
        TinyRules broken = rules.with(LEDGER, "releases: [");
        assertThat(catchThrowableOfType(FaultsFound.class, () -> RulesTree.candidates(broken.tree())))
                .isNotNull();
    }

    @Test
    void twoReleasesOfTheSameFilesAreTwoReleases() {
        TinyRules again = rules.with(
                LEDGER,
                "releases:\n" + rules.entry(1, PUBLISHED)
                        + rules.entry(
                                2, "publishedAt: 2026-02-01T00:00:00Z\n    effectiveFrom: 2026-03-01T00:00:00+08:00"));
        Timeline timeline = RulesTree.load(again.tree()).timeline("tiny").orElseThrow();
        assertThat(timeline.release(1)).isPresent();
        assertThat(timeline.release(2))
                .get()
                .extracting(release -> release.id().number())
                .isEqualTo(2);
    }

    private static List<String> faults(TinyRules rules) {
        try {
            RulesTree.load(rules.tree());
            return List.of();
        } catch (FaultsFound e) {
            return e.faults().stream().map(Written::line).toList();
        }
    }
}
