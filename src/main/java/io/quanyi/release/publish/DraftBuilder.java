package io.quanyi.release.publish;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.RulesTree;
import io.quanyi.release.Timeline;
import io.quanyi.release.publish.Publication.SentPart;
import io.quanyi.release.publish.PublishRefused.Reason;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.text.BilingualText;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds drafts from submissions and rollbacks, for one programme and one instant of publication. */
final class DraftBuilder {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    static final Instant LATEST = Instant.parse("2190-01-01T00:00:00Z");

    private final SourceTree tree;
    private final Timeline timeline;
    private final OffsetDateTime publishedAt;
    private final String programme;
    private final Faults faults = new Faults();

    /** @param publishedAt the instant of publication */
    DraftBuilder(SourceTree tree, Timeline timeline, Instant publishedAt) {
        this.tree = tree;
        this.timeline = timeline;
        this.programme = timeline.programme().id();
        ZoneId zone = timeline.programme().zone();
        this.publishedAt = publishedAt.atZone(zone).toOffsetDateTime();
    }

    /**
     * Builds the draft of a submission.
     *
     * @throws PublishRefused with every fault that can be found without reading the files
     */
    ReleaseDraft of(Submission sent) {
        OffsetDateTime from = effective(sent.effectiveFrom());
        Optional<LedgerEntry> base = timeline.entryInForce(from.toInstant());
        PartPlacement parts = new PartPlacement(
                tree, from.atZoneSameInstant(timeline.programme().zone()).toLocalDate(), faults);
        String policy = parts.version(
                PartKind.POLICY,
                sent.policy(),
                programme,
                base.map(LedgerEntry::policy).orElse(""));
        String catalogue = parts.version(
                PartKind.CATALOGUE,
                sent.catalogue(),
                programme,
                base.map(LedgerEntry::catalogue).orElse(""));
        String calendars = parts.version(
                PartKind.CALENDARS,
                sent.calendars(),
                programme,
                base.map(LedgerEntry::calendars).orElse(""));
        if (List.of(policy, catalogue, calendars).contains("")) {
            faults.add(Fault.at("/effectiveFrom", "nothing-to-build-on", written(from.toInstant())));
        }
        refuseIfAny();
        ReleaseId id = id(policy, catalogue, calendars, parts.added());
        if (!sent.call().dryRun()) {
            refuseUnchanged(id.digest(), from, parts.sent());
        }
        return draft(id, from, sent.note(), null, sent.call(), sent.call().accept(), parts);
    }

    /**
     * Builds the draft of a rollback.
     *
     * @throws PublishRefused if there is no such release, or it is in force already
     */
    ReleaseDraft of(Rollback wish) {
        OffsetDateTime from = effective(wish.effectiveFrom());
        Optional<LedgerEntry> earlier = timeline.entry(wish.release());
        if (earlier.isEmpty()) {
            faults.add(Fault.at("/release", "unknown-release", programme, wish.release()));
        }
        refuseIfAny();
        if (!wish.call().dryRun()) {
            refuseUnchanged(earlier.orElseThrow().digest(), from, List.of());
        }
        LedgerEntry restored = earlier.orElseThrow();
        ReleaseId id = id(restored.policy(), restored.catalogue(), restored.calendars(), List.of());
        List<String> accept =
                wish.call().accept() == null ? restored.accept() : wish.call().accept();
        return draft(id, from, wish.note(), restored.number(), wish.call(), accept, null);
    }

    /** Refuses a release that equals the one in force, and names the parts that were sent in vain. */
    private void refuseUnchanged(String digest, OffsetDateTime from, List<SentPart> sent) {
        timeline.entryInForce(from.toInstant())
                .filter(entry -> entry.digest().equals(digest))
                .ifPresent(entry -> {
                    faults.add(Fault.at("", "nothing-changes", entry.number(), written(from.toInstant())));
                    sent.forEach(
                            part -> faults.add(Fault.at("/" + part.kind().id(), "part-identical", part.against())));
                });
        refuseIfAny();
    }

    /** An instant with its seconds, in the programme's zone. */
    private String written(Instant instant) {
        return ISO_OFFSET_DATE_TIME.format(instant.atZone(timeline.programme().zone()));
    }

    private OffsetDateTime effective(@Nullable OffsetDateTime wished) {
        if (wished == null) {
            return publishedAt;
        }
        if (wished.toInstant().isBefore(EARLIEST) || wished.toInstant().isAfter(LATEST)) {
            faults.add(Fault.at("/effectiveFrom", "effective-out-of-range", EARLIEST, LATEST));
        }
        return wished.atZoneSameInstant(timeline.programme().zone()).toOffsetDateTime();
    }

    private ReleaseId id(String policy, String catalogue, String calendars, List<SourceFile> added) {
        int number = timeline.entries().size() + 1;
        return RulesTree.id(tree.with(added), programme, number, policy, catalogue, calendars);
    }

    private ReleaseDraft draft(
            ReleaseId id,
            OffsetDateTime from,
            BilingualText note,
            @Nullable Integer restores,
            Submission.Call call,
            @Nullable List<String> accept,
            @Nullable PartPlacement parts) {
        refuseUntranslated(note, id, parts == null ? tree : tree.with(parts.added()));
        LedgerEntry entry = LedgerEntry.of(id, from, publishedAt, call.by(), note, restores, call.retry(), accept);
        return parts == null
                ? ReleaseDraft.of(tree, programme, entry, List.of(), List.of())
                : ReleaseDraft.of(tree, programme, entry, parts.added(), parts.sent());
    }

    /** Refuses a note that is not in each language of the programme. */
    private void refuseUntranslated(BilingualText note, ReleaseId id, SourceTree with) {
        RulesTree.languages(with, programme, id.catalogue()).stream()
                .filter(language -> !note.isIn(language))
                .forEach(language -> faults.add(Fault.at("/note/" + language.tag(), "member-missing", language.tag())));
        refuseIfAny();
    }

    private void refuseIfAny() {
        if (!faults.isEmpty()) {
            throw new PublishRefused(Reason.NOT_HOLDING, faults.sorted());
        }
    }
}
