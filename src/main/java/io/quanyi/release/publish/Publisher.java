package io.quanyi.release.publish;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.impact.ImpactListener;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.request.AskedRequests;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.LedgerEntry.Retry;
import io.quanyi.release.Timeline;
import io.quanyi.release.live.LiveReleases;
import io.quanyi.release.live.ServedState;
import io.quanyi.release.publish.Publication.PublicationImpact;
import io.quanyi.release.publish.PublishRefused.Reason;
import io.quanyi.release.publish.Submission.Call;
import io.quanyi.source.Fault;
import io.quanyi.store.Store;
import io.quanyi.work.Cancellation;
import io.quanyi.work.WorkCancelled;
import io.quanyi.work.WorkQueue;
import io.quanyi.work.WorkQueueFull;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Publishes releases. Calls of one programme run one at a time; a draft is checked completely before it is stored, and
 * stored before it answers. A failure leaves everything as it was.
 */
public final class Publisher {

    static final int MAX_ATTEMPTS = 5;

    private final ReleaseStorage storage;
    private final LiveReleases releases;
    private final ProgrammeQueue queue;
    private final Function<Cancellation, WorkBudget> budgets;
    private final int approvals;

    /**
     * A publisher of a store.
     *
     * @param queue the threads on which drafts are checked and compared
     * @param budgets the bounds of the comparison of answers
     * @param approvals how many people have to approve a publication
     */
    Publisher(
            Store store,
            LiveReleases releases,
            Clock clock,
            WorkQueue queue,
            Function<Cancellation, WorkBudget> budgets,
            int approvals) {
        this.storage = new ReleaseStorage(store, releases, clock);
        this.releases = releases;
        this.queue = new ProgrammeQueue(releases, queue);
        this.budgets = budgets;
        this.approvals = approvals;
    }

    /** How many people have to approve a publication. */
    public int approvals() {
        return approvals;
    }

    /** The storage of the releases. */
    ReleaseStorage storage() {
        return storage;
    }

    /** The queue of publishing calls. */
    ProgrammeQueue queue() {
        return queue;
    }

    /** Whether the call needs no approval: a dry run, or any where no approval is asked for. */
    void refuseUnapproved(Call call) {
        if (!call.dryRun() && approvals > 0) {
            throw new PublishRefused(Reason.APPROVAL_NEEDED, List.of());
        }
    }

    /**
     * Publishes what others have approved, without its impact, which they have seen.
     *
     * @throws PublishRefused if it is not published
     */
    public Publication publishApproved(Submission sent) {
        return withoutImpact(published(sent.programme(), sent.call(), drafts -> drafts.publish(sent)));
    }

    /**
     * Withdraws a release whose impact the caller was shown, without computing it again.
     *
     * @throws PublishRefused if it is not withdrawn
     */
    public Publication withdrawReviewed(Withdrawal wish) {
        refuseUnapproved(wish.call());
        return withoutImpact(published(wish.programme(), wish.call(), drafts -> drafts.withdraw(wish)));
    }

    private static Publication withoutImpact(List<PendingPublication> published) {
        List<Publication> all =
                published.stream().map(PendingPublication::publication).toList();
        return all.get(0).and(all.subList(1, all.size()));
    }

    /**
     * Publishes a submission, or tries it in a dry run.
     *
     * @throws PublishRefused if it is not published
     */
    public Publication publish(Submission sent) {
        return publish(sent.programme(), sent.call(), drafts -> drafts.publish(sent));
    }

    /**
     * Publishes an earlier release once more.
     *
     * @throws PublishRefused if it is not published
     */
    public Publication rollBack(Rollback wish) {
        return publish(wish.programme(), wish.call(), drafts -> drafts.rollBack(wish));
    }

    /**
     * Withdraws or postpones a release that is still to come.
     *
     * @throws PublishRefused if it is not withdrawn
     */
    public Publication withdraw(Withdrawal wish) {
        return publish(wish.programme(), wish.call(), drafts -> drafts.withdraw(wish));
    }

    private Publication publish(String programme, Call call, Consumer<ReleaseDrafts> drafting) {
        refuseUnapproved(call);
        try {
            List<Publication> all = published(programme, call, drafting).stream()
                    .map(pending -> withImpact(pending, call))
                    .toList();
            return all.get(0).and(all.subList(1, all.size()));
        } catch (WorkQueueFull e) {
            throw new PublishRefused(Reason.BUSY, List.of());
        } catch (WorkCancelled e) {
            throw new PublishRefused(Reason.ENDED, List.of());
        }
    }

    private List<PendingPublication> published(String programme, Call call, Consumer<ReleaseDrafts> drafting) {
        storage.refuseReadOnly(call);
        try {
            return queue.alone(
                    programme,
                    call.abandoned(),
                    cancellation -> publishToStore(programme, call, drafting, cancellation));
        } catch (WorkQueueFull e) {
            throw new PublishRefused(Reason.BUSY, List.of());
        } catch (WorkCancelled e) {
            throw new PublishRefused(Reason.ENDED, List.of());
        }
    }

    /**
     * Adds the impact, if there is something to compare, while other calls of the programme may run. A stored release stays published even if the caller
     * does not wait for its impact.
     */
    Publication withImpact(PendingPublication pending, Call call) {
        if (!pending.isComparable()) {
            return pending.publication();
        }
        try {
            return queue.alongside(
                    call.abandoned(), cancellation -> pending.withImpact(call.asked(), budgets.apply(cancellation)));
        } catch (WorkCancelled | WorkQueueFull e) {
            if (pending.isPublished()) {
                return pending.publication();
            }
            throw e;
        }
    }

    /**
     * Compares two published releases while publishing calls may run.
     *
     * @param at the instant of examples, and of requests without one
     * @param asked the requests that the caller asks about; null for none
     * @param abandoned whether the caller has gone
     * @throws PublishRefused if there is too much other work
     */
    public PublicationImpact compare(
            ProgrammeRelease before,
            ProgrammeRelease after,
            Instant at,
            @Nullable AskedRequests asked,
            BooleanSupplier abandoned) {
        try {
            return queue.alongside(
                    abandoned, cancellation -> compare(before, after, at, asked, (done, of) -> {}, cancellation));
        } catch (WorkQueueFull e) {
            throw new PublishRefused(Reason.BUSY, List.of());
        } catch (WorkCancelled e) {
            throw new PublishRefused(Reason.ENDED, List.of());
        }
    }

    /**
     * Compares two releases on this thread, within the bounds of the comparison.
     *
     * @param listener receives the number of compared services, and the findings so far
     * @throws WorkCancelled if it was ended
     */
    public PublicationImpact compare(
            ProgrammeRelease before,
            ProgrammeRelease after,
            Instant at,
            @Nullable AskedRequests asked,
            ImpactListener listener,
            Cancellation cancellation) {
        return PublicationImpact.of(before, after, at, asked, listener, budgets.apply(cancellation));
    }

    /** The bounds of a report on a comparison; its time begins now. */
    public WorkBudget budget(Cancellation cancellation) {
        return budgets.apply(cancellation);
    }

    /**
     * Drafts, checks and stores the releases of a call, all or none. If another process has changed the store meanwhile, it starts again on the
     * new state.
     */
    private List<PendingPublication> publishToStore(
            String programme, Call call, Consumer<ReleaseDrafts> drafting, Cancellation cancellation) {
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            ServedState served = storage.newest(call);
            Timeline timeline = served.releases()
                    .timeline(programme)
                    .orElseThrow(() -> new PublishRefused(Reason.NO_PROGRAMME, List.of()));
            List<PendingPublication> earlier = earlier(timeline, call.retry());
            if (!earlier.isEmpty()) {
                return earlier;
            }
            refuseUnseen(timeline, call.seen());
            ReleaseDrafts drafts =
                    new ReleaseDrafts(served.snapshot().tree(), timeline, storage.now(timeline), cancellation);
            drafting.accept(drafts);
            if (call.dryRun()) {
                return drafts.pending();
            }
            cancellation.check();
            if (storage.store(drafts.drafts(), "Publish " + numbers(drafts.drafts()) + " of " + programme, served)) {
                return published(drafts.pending(), programme);
            }
        }
        throw new PublishRefused(Reason.BUSY, List.of());
    }

    /** The releases that an earlier, equal call has published. */
    static List<PendingPublication> earlier(Timeline timeline, @Nullable Retry retry) {
        if (retry == null) {
            return List.of();
        }
        List<LedgerEntry> earlier = timeline.entries().stream()
                .filter(entry -> entry.retry() != null && entry.retry().key().equals(retry.key()))
                .toList();
        if (!earlier.isEmpty() && !retry.equals(earlier.get(0).retry())) {
            throw new PublishRefused(
                    Reason.KEY_REUSED,
                    List.of(Fault.at("", "key-reused", earlier.get(0).number())));
        }
        return earlier.stream()
                .map(entry -> PendingPublication.repeated(entry, timeline.digest()))
                .toList();
    }

    private static void refuseUnseen(Timeline timeline, Predicate<String> seen) {
        if (!seen.test(timeline.digest())) {
            throw new PublishRefused(
                    Reason.LEDGER_CHANGED,
                    List.of(Fault.at("", "ledger-changed", timeline.entries().size())));
        }
    }

    private static String numbers(List<ReleaseDraft> drafts) {
        int first = drafts.get(0).entry().number();
        return drafts.size() == 1 ? "release " + first : "releases " + first + " to " + (first + drafts.size() - 1);
    }

    private List<PendingPublication> published(List<PendingPublication> pending, String programme) {
        ServedState served = releases.refresh().served();
        return pending.stream()
                .map(one -> storage.published(one, programme, served))
                .toList();
    }
}
