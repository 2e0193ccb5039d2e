package io.quanyi.release.draft;

import io.quanyi.release.LedgerEntry;
import io.quanyi.release.LedgerEntry.Retry;
import io.quanyi.release.Timeline;
import io.quanyi.release.draft.DraftContent.Change;
import io.quanyi.release.draft.DraftRefused.Reason;
import io.quanyi.release.live.LiveReleases;
import io.quanyi.release.live.ServedState;
import io.quanyi.release.publish.Publication;
import io.quanyi.release.publish.Publisher;
import io.quanyi.release.publish.Submission;
import io.quanyi.release.publish.Submission.Call;
import io.quanyi.release.publish.Submission.Part;
import io.quanyi.source.Fault;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Publishes drafts. The published content is the submitted and approved one, and it builds on the release that the
 * draft changes: if another release is in force by then, the draft has to be brought up to date first.
 */
public final class DraftPublisher {

    private final DraftService drafts;
    private final Publisher publisher;
    private final LiveReleases releases;
    private final Clock clock;

    DraftPublisher(DraftService drafts, Publisher publisher, LiveReleases releases, Clock clock) {
        this.drafts = drafts;
        this.publisher = publisher;
        this.releases = releases;
        this.clock = clock;
    }

    /** How many people have to approve a draft before it is published. */
    public int approvals() {
        return publisher.approvals();
    }

    /**
     * Publishes a draft. Repeated, it gives the same release again.
     *
     * @param seen whether the caller has seen the draft of a revision
     * @param abandoned whether the caller has gone
     * @throws DraftRefused if there is no such draft, or it is not to be published as it is
     * @throws io.quanyi.release.publish.PublishRefused if its release is not sound, or cannot be stored
     */
    public Publication publish(
            String programme, String id, Predicate<String> seen, String by, BooleanSupplier abandoned) {
        DraftView view = drafts.find(programme, id);
        DraftReview.refuseUnseen(view, seen);
        Draft draft = view.draft();
        DraftPlan plan = DraftReview.submitted(draft);
        int approvals = draft.approvals().size();
        if (approvals < publisher.approvals()) {
            throw new DraftRefused(
                    Reason.NOT_APPROVED, Fault.at("", "draft-not-approved", approvals, publisher.approvals()));
        }
        refuseOpenComments(view);
        ServedState served = releases.refresh().served();
        Timeline timeline = served.releases().timeline(programme).orElseThrow();
        if (view.published() == null) {
            refuseOvertaken(served, timeline, draft);
            drafts.share(view).ifPresent(fault -> {
                throw new DraftRefused(Reason.UNAVAILABLE, fault);
            });
        }
        Call call = new Call(
                by,
                timeline.digest()::equals,
                new Retry(DraftService.key(draft.id()), draft.digest()),
                false,
                plan.accept(),
                null,
                null,
                abandoned);
        Publication publication = publisher.publishApproved(new Submission(
                programme,
                plan.effectiveFrom(),
                plan.note(),
                policy(view.content()),
                catalogue(view.content()),
                Part.AS_IT_IS,
                call.with(plan.laterReleases())));
        drafts.withdraw(view);
        return publication;
    }

    private static void refuseOpenComments(DraftView view) {
        int open = view.draft().comments().open().size();
        if (view.published() == null && open > 0) {
            throw new DraftRefused(Reason.COMMENTS_OPEN, Fault.at("", "draft-comments-open", open));
        }
    }

    private static Part policy(DraftContent content) {
        List<DraftContent.Entry> entries = content.entries().stream()
                .filter(entry -> !entry.name().equals(DraftContent.CATALOGUE))
                .toList();
        if (entries.stream().allMatch(entry -> entry.change() == Change.UNCHANGED)) {
            return Part.AS_IT_IS;
        }
        return new Part(
                null,
                entries.stream()
                        .filter(entry -> entry.change() != Change.REMOVED)
                        .map(DraftContent.Entry::file)
                        .toList());
    }

    private static Part catalogue(DraftContent content) {
        return content.entries().stream()
                .filter(entry -> entry.name().equals(DraftContent.CATALOGUE) && entry.change() != Change.UNCHANGED)
                .findFirst()
                .map(entry ->
                        new Part(null, List.of(new SourceFile("", entry.file().bytes()))))
                .orElse(Part.AS_IT_IS);
    }

    /** @throws DraftRefused with the files that differ, if another release than the base is in force where the draft's would begin */
    private void refuseOvertaken(ServedState served, Timeline timeline, Draft draft) {
        Optional<LedgerEntry> overtaking = draft.overtaking(timeline, clock.instant());
        if (overtaking.isEmpty()) {
            return;
        }
        LedgerEntry inForce = overtaking.get();
        LedgerEntry base = timeline.entry(draft.base()).orElseThrow();
        List<Fault> faults = new ArrayList<>();
        faults.add(Fault.at("", "draft-overtaken", inForce.number(), base.number()));
        DraftContent.between(served.snapshot().tree(), draft.programme(), base, inForce).entries().stream()
                .filter(entry -> entry.change() != Change.UNCHANGED)
                .forEach(entry ->
                        faults.add(Fault.at(Position.of(entry.name()), "draft-overtaken-file", inForce.number())));
        throw new DraftRefused(Reason.OVERTAKEN, faults.toArray(Fault[]::new));
    }
}
