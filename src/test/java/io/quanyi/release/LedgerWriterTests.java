package io.quanyi.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.source.FaultsFound;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerWriterTests {

    private static final String LEDGER = "tiny/releases.yaml";
    private static final BilingualText NOTE = new BilingualText(Map.of("zh-CN", "首个发布", "en", "First release"));
    private static final OffsetDateTime LATER = OffsetDateTime.parse("2026-06-01T00:00:00+08:00");

    @Test
    void aFirstReleaseBeginsALedger() {
        TinyRules rules = TinyRules.draft();
        Timeline timeline = timeline(rules.with(LEDGER, sealed(rules.tree(), null, "somebody", NOTE)));
        LedgerEntry entry = timeline.entries().get(0);
        assertThat(entry.number()).isEqualTo(1);
        assertThat(entry.effectiveFrom()).isNull();
        assertThat(entry.publishedAt()).isEqualTo(LATER);
        assertThat(entry.digest()).isEqualTo(rules.digest());
        assertThat(Objects.requireNonNull(entry.note()).in(Language.CHINESE)).isEqualTo("首个发布");
    }

    @Test
    void aLaterReleaseIsAddedBelowAndWhatStoodStands() {
        TinyRules rules = TinyRules.sealed();
        String before = text(rules.tree());
        String after = sealed(rules.tree(), LATER.plusDays(1), "somebody", NOTE);
        assertThat(after).startsWith(before);
        List<LedgerEntry> entries = timeline(rules.with(LEDGER, after)).entries();
        assertThat(entries).extracting(LedgerEntry::number).containsExactly(1, 2);
        assertThat(entries.get(1).effectiveFrom()).isEqualTo(LATER.plusDays(1));
    }

    @Test
    void aLedgerWhoseLastLineHasNoEndIsContinuedOnTheNext() {
        TinyRules rules = TinyRules.sealed();
        TinyRules unended = rules.with(LEDGER, text(rules.tree()).stripTrailing());
        assertThat(timeline(rules.with(LEDGER, sealed(unended.tree(), null, "somebody", NOTE)))
                        .entries())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's", "a: b", "# no comment", "- x", "'", "''", "{}", "two\nlines", "尾\u0007", " blank "})
    void whateverIsSaidIsReadAsItWasSaid(String said) {
        TinyRules rules = TinyRules.draft();
        BilingualText note = new BilingualText(Map.of("zh-CN", said, "en", said));
        LedgerEntry entry = timeline(rules.with(LEDGER, sealed(rules.tree(), null, said, note)))
                .entries()
                .get(0);
        String expected = said.replaceAll("\\p{Cntrl}", " ");
        assertThat(entry.publishedBy()).isEqualTo(expected);
        assertThat(Objects.requireNonNull(entry.note()).in(Language.ENGLISH)).isEqualTo(expected);
    }

    @Test
    void aReleaseThatDoesNotHoldIsNotSealed() {
        SourceTree broken = TinyRules.draft()
                .change("tiny/policy/1/help.drl", "then", "than")
                .tree();
        assertThatThrownBy(() -> sealed(broken, null, "somebody", NOTE)).isInstanceOf(FaultsFound.class);
    }

    @Test
    void aProgrammeThatIsNotThereIsNotSealed() {
        SourceTree none = TinyRules.draft().without("tiny/").tree();
        assertThatThrownBy(() -> sealed(none, null, "somebody", NOTE))
                .isInstanceOf(FaultsFound.class)
                .hasMessageContaining("tiny/programme.yaml: the file is missing");
    }

    private static String sealed(
            SourceTree tree, @Nullable OffsetDateTime effectiveFrom, String by, BilingualText note) {
        byte[] ledger = LedgerWriter.sealed(
                        tree, "tiny", "1", "2026-01-01", "2026-01-01", effectiveFrom, LATER, by, note, null)
                .bytes();
        return new String(ledger, StandardCharsets.UTF_8);
    }

    private static Timeline timeline(TinyRules rules) {
        return RulesTree.load(rules.tree()).timeline("tiny").orElseThrow();
    }

    private static String text(SourceTree tree) {
        return Objects.requireNonNull(Objects.requireNonNull(tree.file(LEDGER)).text(new io.quanyi.source.Faults()));
    }
}
