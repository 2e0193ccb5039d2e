package io.quanyi.release.publish;

import io.quanyi.release.LedgerEntry;
import io.quanyi.release.Timeline;
import io.quanyi.release.live.LiveReleases;
import io.quanyi.release.live.ServedState;
import io.quanyi.release.live.ServingStatus;
import io.quanyi.release.publish.PublishRefused.Reason;
import io.quanyi.release.publish.Submission.Call;
import io.quanyi.source.Fault;
import io.quanyi.source.SourceFile;
import io.quanyi.store.Store;
import io.quanyi.store.StoreChange;
import io.quanyi.store.StoreFailure;
import io.quanyi.store.StoreMoved;
import io.quanyi.store.StoreUnavailable;
import io.quanyi.text.BilingualText;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Stores the drafts of releases, and gives the state and the instant for which they are made. */
final class ReleaseStorage {

    /** The accepted difference between the clock of the last publisher and the own clock. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Store store;
    private final LiveReleases releases;
    private final Clock clock;

    ReleaseStorage(Store store, LiveReleases releases, Clock clock) {
        this.store = store;
        this.releases = releases;
        this.clock = clock;
    }

    /** Refuses a call that would change a store which can only be read; dry runs are accepted. */
    void refuseReadOnly(Call call) {
        if (!call.dryRun() && !store.writable()) {
            throw new PublishRefused(Reason.READ_ONLY, List.of());
        }
    }

    /** The newest state. A dry run uses the state that answers; a publication needs a sound store. */
    ServedState newest(Call call) {
        ServingStatus status = releases.refresh();
        ServingStatus.Refusal refusal = status.refusal();
        if (refusal != null && !call.dryRun()) {
            Reason reason = refusal.passing() ? Reason.STORE_UNAVAILABLE : Reason.STORE_REFUSES;
            throw new PublishRefused(reason, refusal.faults());
        }
        return status.served();
    }

    /** The instant of publication. It is never before the last one of the ledger, even if clocks differ. */
    Instant now(Timeline timeline) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant last = timeline.entries()
                .get(timeline.entries().size() - 1)
                .publishedAt()
                .toInstant();
        if (last.isAfter(now.plus(SKEW))) {
            throw new PublishRefused(Reason.STORE_UNAVAILABLE, List.of(Fault.at("", "clock-behind", last, now)));
        }
        return last.isAfter(now) ? last : now;
    }

    /**
     * Stores drafts of one call, all or none. Later drafts of a programme contain its earlier ones.
     *
     * @return whether they are stored; false if the store has moved on
     */
    boolean store(List<ReleaseDraft> drafts, String what, ServedState served) {
        LedgerEntry entry = drafts.get(0).entry();
        BilingualText note = Objects.requireNonNull(entry.note());
        String message = what + "\n\n"
                + note.languages().map(language -> note.in(language) + "\n").collect(Collectors.joining());
        Map<String, SourceFile> ledgers = new LinkedHashMap<>();
        drafts.forEach(draft -> ledgers.put(draft.programme(), draft.ledger()));
        List<SourceFile> added =
                drafts.stream().flatMap(draft -> draft.added().stream()).toList();
        drafts.forEach(draft -> releases.markChecked(draft.id()));
        boolean appended = false;
        try {
            store.append(new StoreChange(
                    served.snapshot().revision(), added, List.copyOf(ledgers.values()), entry.publishedBy(), message));
            appended = true;
            return true;
        } catch (StoreMoved e) {
            return false;
        } catch (StoreUnavailable e) {
            throw refused(Reason.STORE_UNAVAILABLE, e);
        } catch (StoreFailure e) {
            throw refused(Reason.STORE_REFUSES, e);
        } finally {
            if (!appended) {
                drafts.forEach(draft -> releases.forgetChecked(draft.id()));
            }
        }
    }

    private static PublishRefused refused(Reason reason, StoreFailure failure) {
        PublishRefused refused = new PublishRefused(reason, List.of(failure.fault()));
        refused.initCause(failure);
        return refused;
    }

    /** A release as the state that is served since then has it. */
    PendingPublication published(PendingPublication pending, String programme, ServedState served) {
        releases.forgetChecked(pending.publication().entry().id(programme));
        String ledger =
                served.releases().timeline(programme).map(Timeline::digest).orElseThrow();
        return pending.published(ledger);
    }
}
