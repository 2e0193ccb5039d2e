package io.quanyi.release.publish;

import io.quanyi.catalogue.Programme;
import io.quanyi.impact.ProgressListener;
import io.quanyi.release.LedgerEntry.Retry;
import io.quanyi.release.Timeline;
import io.quanyi.release.live.LiveReleases;
import io.quanyi.release.live.ServedState;
import io.quanyi.release.publish.CalendarPublication.ProgrammePublication;
import io.quanyi.release.publish.PublishRefused.Reason;
import io.quanyi.release.publish.Submission.Call;
import io.quanyi.release.publish.Submission.Part;
import io.quanyi.source.Fault;
import io.quanyi.text.BilingualText;
import io.quanyi.work.Cancellation;
import io.quanyi.work.WorkCancelled;
import io.quanyi.work.WorkQueueFull;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Publishes calendars in all programmes with one call. In each, every release that is in force at the instant or later
 * is followed by one that differs in its calendars only; all of them are stored, or none.
 */
public final class CalendarPublisher {

    private final Publisher publisher;
    private final LiveReleases releases;

    /** Publishes on the queue and into the store of a publisher. */
    CalendarPublisher(Publisher publisher, LiveReleases releases) {
        this.publisher = publisher;
        this.releases = releases;
    }

    /**
     * Calendars that a caller wants to publish.
     *
     * @param effectiveFrom the first instant at which they are in force; null for their publication
     * @param note the reason, in each language of the programme
     * @param calendars the submitted calendars, or a version that exists
     * @param call the caller and the options of the call; it has seen the store of a revision
     */
    public record CalendarSubmission(
            @Nullable OffsetDateTime effectiveFrom, BilingualText note, Part calendars, Call call) {}

    /** A new release of a programme, before its impact is known. */
    record PendingRelease(String programme, PendingPublication pending) {}

    /** How many people have to approve a publication. Calendars are in no draft to approve: with any, none are published here. */
    public int approvals() {
        return publisher.approvals();
    }

    /**
     * Publishes calendars, or tries it in a dry run.
     *
     * @throws PublishRefused if nothing is published
     */
    public CalendarPublication publish(CalendarSubmission sent) {
        Call call = sent.call();
        try {
            List<ProgrammePublication> all = new ArrayList<>();
            for (PendingRelease one : queued(sent)) {
                all.add(new ProgrammePublication(
                        one.programme(), publisher.withImpact(one.pending(), call.askingAbout(one.programme()))));
            }
            return publication(all);
        } catch (WorkQueueFull e) {
            throw new PublishRefused(Reason.BUSY, List.of());
        } catch (WorkCancelled e) {
            throw new PublishRefused(Reason.ENDED, List.of());
        }
    }

    /**
     * Publishes calendars whose impact the caller has seen, without computing it again.
     *
     * @throws PublishRefused if nothing is published
     */
    public CalendarPublication publishReviewed(CalendarSubmission sent) {
        try {
            return publication(queued(sent).stream()
                    .map(one -> new ProgrammePublication(
                            one.programme(), one.pending().publication()))
                    .toList());
        } catch (WorkQueueFull e) {
            throw new PublishRefused(Reason.BUSY, List.of());
        } catch (WorkCancelled e) {
            throw new PublishRefused(Reason.ENDED, List.of());
        }
    }

    /**
     * Tries a publication on this thread: the releases that it would make, each with its impact.
     *
     * @param sent a dry run
     * @param progress receives the number of compared releases
     * @throws PublishRefused if it would be refused
     * @throws WorkCancelled if it was ended
     */
    public CalendarPublication review(CalendarSubmission sent, ProgressListener progress, Cancellation cancellation) {
        List<PendingRelease> pending = publishToStore(sent, cancellation);
        List<ProgrammePublication> all = new ArrayList<>();
        for (PendingRelease one : pending) {
            progress.done(all.size(), pending.size());
            all.add(new ProgrammePublication(
                    one.programme(), one.pending().withImpact(null, publisher.budget(cancellation))));
        }
        progress.done(all.size(), pending.size());
        return publication(all);
    }

    private List<PendingRelease> queued(CalendarSubmission sent) {
        Call call = sent.call();
        publisher.storage().refuseReadOnly(call);
        publisher.refuseUnapproved(call);
        List<String> programmes = releases.current().releases().programmes().stream()
                .map(Programme::id)
                .toList();
        return publisher
                .queue()
                .alone(programmes, call.abandoned(), cancellation -> publishToStore(sent, cancellation));
    }

    private CalendarPublication publication(List<ProgrammePublication> all) {
        String revision = releases.current().snapshot().revision();
        Publication first = all.get(0).publication();
        return new CalendarPublication(first.entry().calendars(), revision, all, first.outcome());
    }

    /** Drafts, checks and stores the releases. If another process has changed the store meanwhile, it starts again. */
    private List<PendingRelease> publishToStore(CalendarSubmission sent, Cancellation cancellation) {
        Call call = sent.call();
        for (int i = 0; i < Publisher.MAX_ATTEMPTS; i++) {
            ServedState served = publisher.storage().newest(call);
            List<PendingRelease> earlier = earlier(served, call.retry());
            if (!earlier.isEmpty()) {
                return earlier;
            }
            refuseUnseen(served, call);
            CalendarDrafts drafts = CalendarDrafts.of(sent, served, now(served), cancellation);
            if (call.dryRun()) {
                return drafts.pending();
            }
            cancellation.check();
            if (publisher.storage().store(drafts.drafts(), "Publish calendars " + drafts.version(), served)) {
                return published(drafts.pending());
            }
        }
        throw new PublishRefused(Reason.BUSY, List.of());
    }

    private static void refuseUnseen(ServedState served, Call call) {
        String revision = served.snapshot().revision();
        if (!call.seen().test(revision)) {
            throw new PublishRefused(Reason.STORE_CHANGED, List.of(Fault.at("", "store-revision-changed", revision)));
        }
    }

    /** The releases that an earlier, equal call has published. */
    private static List<PendingRelease> earlier(ServedState served, @Nullable Retry retry) {
        List<PendingRelease> earlier = new ArrayList<>();
        for (Timeline timeline : served.releases().timelines()) {
            String programme = timeline.programme().id();
            Publisher.earlier(timeline, retry)
                    .forEach(repeated -> earlier.add(new PendingRelease(programme, repeated)));
        }
        return earlier;
    }

    /** The instant of publication: for all programmes the same, and in none before its last one. */
    private Instant now(ServedState served) {
        return served.releases().timelines().stream()
                .map(publisher.storage()::now)
                .max(Instant::compareTo)
                .orElseThrow(() -> new PublishRefused(Reason.NO_PROGRAMME, List.of()));
    }

    private List<PendingRelease> published(List<PendingRelease> pending) {
        ServedState served = releases.refresh().served();
        return pending.stream()
                .map(one -> new PendingRelease(
                        one.programme(), publisher.storage().published(one.pending(), one.programme(), served)))
                .toList();
    }
}
