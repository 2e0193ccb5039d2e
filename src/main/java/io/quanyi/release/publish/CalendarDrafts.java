package io.quanyi.release.publish;

import io.quanyi.release.LedgerEntry;
import io.quanyi.release.RulesTree;
import io.quanyi.release.Timeline;
import io.quanyi.release.live.ServedState;
import io.quanyi.release.publish.CalendarPublisher.CalendarSubmission;
import io.quanyi.release.publish.CalendarPublisher.PendingRelease;
import io.quanyi.release.publish.PublishRefused.Reason;
import io.quanyi.release.publish.Submission.Call;
import io.quanyi.release.publish.Submission.Part;
import io.quanyi.servicetime.HolidayCalendar;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.work.Cancellation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Drafts of all programmes that differ from the releases in force in their calendars only, each checked. */
final class CalendarDrafts {

    private final CalendarSubmission sent;
    private final Instant publishedAt;
    private final Cancellation cancellation;
    private final List<ReleaseDraft> drafts = new ArrayList<>();
    private final List<PendingRelease> pending = new ArrayList<>();
    private final Faults faults = new Faults();
    private SourceTree tree;
    private @Nullable String version;

    private CalendarDrafts(CalendarSubmission sent, SourceTree tree, Instant publishedAt, Cancellation cancellation) {
        this.sent = sent;
        this.tree = tree;
        this.publishedAt = publishedAt;
        this.cancellation = cancellation;
    }

    /**
     * Drafts and checks the releases of all programmes.
     *
     * @throws PublishRefused with the faults of all programmes, if there are any, or if nothing changes anywhere
     */
    static CalendarDrafts of(
            CalendarSubmission sent, ServedState served, Instant publishedAt, Cancellation cancellation) {
        CalendarDrafts all = new CalendarDrafts(sent, served.snapshot().tree(), publishedAt, cancellation);
        all.refuseNothingSent();
        served.releases().timelines().forEach(all::programme);
        if (all.faults.isEmpty() && all.drafts.isEmpty()) {
            all.faults.add(Fault.at("", "calendars-in-force", Objects.requireNonNullElse(all.named(), "")));
        }
        if (!all.faults.isEmpty()) {
            throw new PublishRefused(Reason.NOT_HOLDING, all.faults.sorted());
        }
        return all;
    }

    /** The drafts in the order of their making. Each contains those before it. */
    List<ReleaseDraft> drafts() {
        return drafts;
    }

    /** The releases of the drafts, in the same order. */
    List<PendingRelease> pending() {
        return pending;
    }

    /** The version of the calendars. */
    String version() {
        return Objects.requireNonNull(version, "known with the first draft");
    }

    private @Nullable String named() {
        return version == null ? sent.calendars().version() : version;
    }

    private void refuseNothingSent() {
        Part calendars = sent.calendars();
        if (calendars.files().isEmpty() && calendars.version() == null) {
            faults.add(Fault.at("/calendars", "member-missing", "calendars"));
        }
        RulesTree.calendars(tree).stream()
                .filter(existing -> hasSameFiles(existing, calendars.files()))
                .forEach(existing -> faults.add(Fault.at("/calendars", "calendars-exist", existing)));
        if (!faults.isEmpty()) {
            throw new PublishRefused(Reason.NOT_HOLDING, faults.sorted());
        }
    }

    private boolean hasSameFiles(String existing, List<SourceFile> files) {
        String folder = PartKind.CALENDARS.folder("", existing);
        return tree.under(folder).size() == files.size()
                && files.stream().allMatch(file -> {
                    SourceFile there = tree.file(folder + file.path());
                    return there != null && Arrays.equals(there.bytes(), file.bytes());
                });
    }

    /** Drafts a release for each one that is in force when the calendars are, or later. */
    private void programme(Timeline timeline) {
        OffsetDateTime wished = sent.effectiveFrom();
        Instant from = wished == null ? publishedAt : wished.toInstant();
        Timeline before = timeline;
        for (LedgerEntry entry : timeline.within(from, Instant.MAX)) {
            if (!entry.calendars().equals(named())) {
                before = release(before, entry, entry.from().isAfter(from) ? entry.effectiveFrom() : wished);
            }
        }
    }

    /** Drafts and checks one release, and returns the timeline with it; without it if it has faults. */
    private Timeline release(Timeline before, LedgerEntry entry, @Nullable OffsetDateTime from) {
        String programme = before.programme().id();
        Call call = sent.call();
        Submission wish = new Submission(
                programme,
                from,
                sent.note(),
                Part.AS_IT_IS,
                Part.AS_IT_IS,
                version == null ? sent.calendars() : new Part(version, List.of()),
                call.accept() == null ? call.accepting(entry.accept()) : call);
        try {
            ReleaseDraft draft = new DraftBuilder(tree, before, publishedAt).of(wish);
            version = draft.entry().calendars();
            tree = draft.tree();
            PendingPublication checked = DraftCheck.check(draft, before, cancellation);
            refuseForgotten(checked);
            drafts.add(draft);
            pending.add(new PendingRelease(programme, checked));
            return before.with(draft.entry(), Objects.requireNonNull(checked.after(), "checked"));
        } catch (PublishRefused e) {
            if (e.reason() != Reason.NOT_HOLDING) {
                throw e;
            }
            e.faults().forEach(faults::add);
            return before;
        }
    }

    /** Refuses calendars that know less than those they replace: their days would silently count by the weekday alone. */
    private void refuseForgotten(PendingPublication checked) {
        if (checked.before() == null || checked.after() == null) {
            return;
        }
        Map<String, HolidayCalendar> after = checked.after().calendars();
        checked.before().calendars().forEach((id, calendar) -> {
            HolidayCalendar newer = after.get(id);
            if (newer == null || !newer.knows(calendar.knownFrom()) || !newer.knows(calendar.knownTo())) {
                faults.add(Fault.at("/calendars", "calendars-forget", id, calendar.knownFrom(), calendar.knownTo()));
            }
        });
    }
}
