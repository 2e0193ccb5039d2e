package io.quanyi.release.publish;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import io.quanyi.checks.ReleaseDifference;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.Timeline;
import io.quanyi.release.change.FileMerge;
import io.quanyi.release.change.ReleaseChange;
import io.quanyi.release.publish.Publication.LaterRelease;
import io.quanyi.release.publish.PublishRefused.Reason;
import io.quanyi.release.publish.Submission.Call;
import io.quanyi.release.publish.Submission.Later;
import io.quanyi.release.publish.Submission.Part;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.text.BilingualText;
import io.quanyi.work.Cancellation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The drafts of one call in a programme: the release that is asked for, and releases with its change that take the place
 * of those that begin later. Each is built on the drafts before it, and checked.
 */
final class ReleaseDrafts {

    private final String programme;
    private final Instant publishedAt;
    private final Cancellation cancellation;
    private final List<ReleaseDraft> drafts = new ArrayList<>();
    private final List<PendingPublication> pending = new ArrayList<>();
    private final Faults faults = new Faults();
    private SourceTree tree;
    private Timeline timeline;

    ReleaseDrafts(SourceTree tree, Timeline timeline, Instant publishedAt, Cancellation cancellation) {
        this.tree = tree;
        this.timeline = timeline;
        this.programme = timeline.programme().id();
        this.publishedAt = publishedAt;
        this.cancellation = cancellation;
    }

    /** The drafts in the order of their making. */
    List<ReleaseDraft> drafts() {
        return drafts;
    }

    /** The releases of the drafts, in the same order. */
    List<PendingPublication> pending() {
        return pending;
    }

    /** @throws PublishRefused with every fault */
    void publish(Submission sent) {
        carry(add(builder -> builder.of(sent)), sent.note(), sent.call());
    }

    /** @throws PublishRefused with every fault */
    void rollBack(Rollback wish) {
        carry(add(builder -> builder.of(wish)), wish.note(), wish.call());
    }

    /**
     * Lets the release before a scheduled one go on, and the scheduled one follow at its new instant, if it has one.
     *
     * @throws PublishRefused with every fault
     */
    void withdraw(Withdrawal wish) {
        LedgerEntry withdrawn = scheduled(wish.release());
        LedgerEntry before = timeline.entryInForce(withdrawn.from().minusNanos(1))
                .orElseThrow(() -> refused(Fault.at("/release", "nothing-before-withdrawn", wish.release())));
        refusePostponed(withdrawn, wish.until());
        PendingPublication first = add(builder -> builder.of(
                new Rollback(programme, before.number(), withdrawn.effectiveFrom(), wish.note(), wish.call())));
        if (wish.until() == null) {
            carry(first, wish.note(), wish.call());
        } else {
            add(builder -> builder.of(new Rollback(programme, wish.release(), wish.until(), wish.note(), wish.call())));
        }
    }

    private LedgerEntry scheduled(int release) {
        if (timeline.entry(release).isEmpty()) {
            throw refused(Fault.at("/release", "unknown-release", programme, release));
        }
        return timeline.within(publishedAt, Instant.MAX).stream()
                .filter(entry -> entry.number() == release && entry.from().isAfter(publishedAt))
                .findFirst()
                .orElseThrow(() -> refused(Fault.at("/release", "release-not-scheduled", release)));
    }

    private void refusePostponed(LedgerEntry withdrawn, @Nullable OffsetDateTime until) {
        if (until == null) {
            return;
        }
        Instant wished = until.toInstant();
        if (wished.isAfter(DraftBuilder.LATEST)) {
            throw refused(Fault.at("/until", "until-out-of-range", DraftBuilder.LATEST));
        }
        if (!wished.isAfter(withdrawn.from())) {
            throw refused(Fault.at("/until", "until-before-release", withdrawn.number(), written(withdrawn)));
        }
        timeline.within(withdrawn.from(), wished).stream().skip(1).findFirst().ifPresent(next -> {
            throw refused(Fault.at("/until", "until-after-next", next.number(), written(next)));
        });
    }

    /** Carries the change of a draft into the releases that begin later and lack it, or asks for their treatment. */
    private void carry(PendingPublication main, BilingualText note, Call call) {
        if (main.before() == null || main.after() == null) {
            return;
        }
        ReleaseChange change = ReleaseChange.between(main.before(), main.after());
        Instant from = main.publication().entry().from();
        List<LedgerEntry> lacking = timeline.within(from, Instant.MAX).stream()
                .filter(later -> later.from().isAfter(from))
                .filter(later -> !change.isIn(timeline.load(later)))
                .toList();
        pending.set(
                0,
                main.with(lacking.stream()
                        .map(later -> new LaterRelease(later, call.later()))
                        .toList()));
        if (call.later() == Later.CARRY) {
            lacking.forEach(later -> carry(change, later, note, call));
        } else if (call.later() == null && !call.dryRun()) {
            lacking.forEach(later ->
                    faults.add(Fault.at("/laterReleases", "later-release-undecided", later.number(), written(later))));
        }
        if (!faults.isEmpty()) {
            throw new PublishRefused(
                    call.later() == null ? Reason.LATER_UNDECIDED : Reason.NOT_HOLDING, faults.sorted());
        }
    }

    /** Drafts a later release with the change; adds the faults if that cannot be. */
    private void carry(ReleaseChange change, LedgerEntry later, BilingualText note, Call call) {
        ProgrammeRelease without = timeline.load(later);
        int before = faults.count();
        change.conflicts(without).forEach(both -> conflict(later, both));
        Part policy = carried(PartKind.POLICY, change, later);
        Part catalogue = carried(PartKind.CATALOGUE, change, later);
        Part calendars = carried(PartKind.CALENDARS, change, later);
        if (faults.count() > before) {
            return;
        }
        Call carrying = call.accept() == null ? call.accepting(later.accept()) : call;
        Submission wish =
                new Submission(programme, later.effectiveFrom(), note, policy, catalogue, calendars, carrying);
        try {
            ProgrammeRelease with =
                    Objects.requireNonNull(add(builder -> builder.of(wish)).after(), "checked");
            change.mistakes(without, with).forEach(wrong -> conflict(later, wrong));
        } catch (PublishRefused e) {
            faults.add(Fault.at("/laterReleases", "later-release-refused", later.number()));
            e.faults().forEach(faults::add);
        }
    }

    /** The part of a later release with the change, under a version that exists if one has the same files. */
    private Part carried(PartKind kind, ReleaseChange change, LedgerEntry later) {
        String changed = kind.version(change.after().id());
        String version = kind.version(later.id(programme));
        List<SourceFile> present = files(kind, version);
        List<SourceFile> wanted = files(kind, changed);
        FileMerge merge = FileMerge.of(files(kind, kind.version(change.before().id())), wanted, present);
        merge.conflicts()
                .forEach(conflict -> faults.add(Fault.at(
                        new Position(
                                kind.folder(programme, version)
                                        + conflict.place().file(),
                                conflict.place().line(),
                                conflict.place().column()),
                        "carry-conflict-place",
                        later.number())));
        if (SourceTree.digest(merge.files()).equals(SourceTree.digest(present))) {
            return Part.AS_IT_IS;
        }
        boolean exists = SourceTree.digest(merge.files()).equals(SourceTree.digest(wanted));
        return exists ? new Part(changed, List.of()) : new Part(null, merge.files());
    }

    private List<SourceFile> files(PartKind kind, String version) {
        return tree.below(kind.folder(programme, version));
    }

    private void conflict(LedgerEntry later, ReleaseDifference difference) {
        List<String> members = difference.members();
        String place = difference.id() + (members.isEmpty() ? "" : " (" + String.join(", ", members) + ")");
        faults.add(Fault.at("/laterReleases", "carry-conflict", later.number(), place));
    }

    private PendingPublication add(Function<DraftBuilder, ReleaseDraft> making) {
        ReleaseDraft draft = making.apply(new DraftBuilder(tree, timeline, publishedAt));
        PendingPublication checked = DraftCheck.check(draft, timeline, cancellation);
        drafts.add(draft);
        pending.add(checked);
        tree = draft.tree();
        timeline = timeline.with(draft.entry(), Objects.requireNonNull(checked.after(), "checked"));
        return checked;
    }

    private static String written(LedgerEntry entry) {
        return ISO_OFFSET_DATE_TIME.format(Objects.requireNonNull(entry.effectiveFrom(), "begins after another"));
    }

    private static PublishRefused refused(Fault fault) {
        return new PublishRefused(Reason.NOT_HOLDING, List.of(fault));
    }
}
