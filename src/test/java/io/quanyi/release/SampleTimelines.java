package io.quanyi.release;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.source.Faults;
import io.quanyi.source.TinyRules;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Timelines of one programme whose releases differ only in their instants. */
final class SampleTimelines {

    private static final ProgrammeRelease RELEASE = release();

    private SampleTimelines() {}

    /** A ledger entry with instants as {@code MM-DD} of 2026, or complete. */
    static LedgerEntry entry(int number, @Nullable String effectiveFrom, String publishedAt) {
        return new LedgerEntry(
                number,
                "1",
                "1",
                "1",
                effectiveFrom == null ? null : at(effectiveFrom),
                at(publishedAt),
                "somebody",
                null,
                null,
                null,
                null,
                "sha256:0");
    }

    static Timeline timeline(LedgerEntry... entries) {
        Ledger ledger = new Ledger(Arrays.asList(entries), "sha256:0");
        return new Timeline(
                RELEASE.programme(), "sha256:0", ledger, new ReleaseCache(8), entry -> numbered(entry.number()));
    }

    static OffsetDateTime at(String written) {
        return OffsetDateTime.parse(written.length() == 5 ? "2026-" + written + "T00:00:00+08:00" : written);
    }

    static Instant instant(String written) {
        return at(written).toInstant();
    }

    /** The number of a release; 0 for none. */
    static int number(Optional<ProgrammeRelease> release) {
        return release.map(found -> found.id().number()).orElse(0);
    }

    private static ProgrammeRelease numbered(int number) {
        ReleaseId id = RELEASE.id();
        return new ProgrammeRelease(
                new ReleaseId(id.programme(), number, id.policy(), id.catalogue(), id.calendars(), id.digest()),
                RELEASE.programme(),
                RELEASE.catalogue(),
                RELEASE.evaluator(),
                RELEASE.policy(),
                RELEASE.hours(),
                RELEASE.calendars(),
                RELEASE.clauses(),
                RELEASE.readings());
    }

    private static ProgrammeRelease release() {
        TinyRules rules = TinyRules.draft();
        List<ReleaseId> candidates = RulesTree.candidates(rules.tree());
        return Objects.requireNonNull(RulesTree.draft(rules.tree(), candidates.get(0), new Faults()));
    }
}
