package io.quanyi.release.draft;

import io.quanyi.catalogue.Programme;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.LedgerEntry.Retry;
import io.quanyi.release.Timeline;
import io.quanyi.release.draft.DraftRefused.Reason;
import io.quanyi.release.draft.comment.DraftComments;
import io.quanyi.release.live.LiveReleases;
import io.quanyi.release.live.ServedState;
import io.quanyi.source.Fault;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;

/** Begins, shows, changes and removes drafts. */
public final class DraftService {

    private final Drafts drafts;
    private final LiveReleases releases;
    private final Clock clock;
    private final Random random;

    DraftService(Drafts drafts, LiveReleases releases, Clock clock, Random random) {
        this.drafts = drafts;
        this.releases = releases;
        this.clock = clock;
        this.random = random;
    }

    /**
     * The result of a call that begins a draft.
     *
     * @param repeated whether an earlier, equal call has begun it
     */
    public record Begun(DraftView view, boolean repeated) {}

    /**
     * Begins a draft, or finds the one that an earlier, equal call has begun.
     *
     * @throws DraftRefused if there are too many, or no such releases
     */
    public synchronized Begun begin(NewDraft wish, String by) {
        ServedState served = releases.current();
        Timeline timeline = timeline(served, wish.programme());
        Optional<Draft> earlier = earlier(wish, by);
        if (earlier.isPresent()) {
            return new Begun(view(served, earlier.get()), true);
        }
        LedgerEntry base = wish.base() == null
                ? timeline.entryInForce(clock.instant())
                        .orElseThrow(() -> new DraftRefused(
                                Reason.NOT_HOLDING,
                                Fault.at("/base", "no-release-in-force", wish.programme(), clock.instant())))
                : entry(timeline, "/base", wish.base());
        OffsetDateTime now = now();
        DraftHead head = new DraftHead(
                wish.programme(),
                wish.title(),
                base.number(),
                by,
                now,
                List.of(by),
                now,
                List.of(),
                null,
                null,
                wish.retry(),
                null);
        Draft draft = new Draft(Drafts.freshId(random), head, List.of(), DraftComments.none());
        Integer restores = wish.restores();
        if (restores != null) {
            SourceTree tree = served.snapshot().tree();
            LedgerEntry restored = entry(timeline, "/restores", restores);
            Map<String, SourceFile> files = DraftContent.release(tree, wish.programme(), restored);
            DraftContent content = DraftContent.of(draft, tree, base).with(files);
            draft = draft.edited(by, now, content.changed(), content.removed());
        }
        return new Begun(view(served, drafts.add(draft, by)), false);
    }

    private Optional<Draft> earlier(NewDraft wish, String by) {
        Retry retry = wish.retry();
        if (retry == null) {
            return Optional.empty();
        }
        Optional<String> earlier = drafts.heads().entrySet().stream()
                .filter(draft -> draft.getValue().programme().equals(wish.programme())
                        && draft.getValue().createdBy().equals(by)
                        && draft.getValue().isOf(retry.key()))
                .map(Map.Entry::getKey)
                .findFirst();
        Optional<Draft> begun = earlier.flatMap(drafts::find);
        if (begun.isPresent() && !retry.equals(begun.get().head().retry())) {
            throw new DraftRefused(Reason.KEY_REUSED);
        }
        return begun;
    }

    /** The drafts of a programme that are not published, by name only, the one that was changed last first. */
    public List<OpenDraft> open(String programme) {
        Timeline timeline = timeline(releases.current(), programme);
        return drafts.heads().entrySet().stream()
                .filter(draft -> isOf(timeline, draft.getValue())
                        && published(timeline, draft.getKey()).isEmpty())
                .sorted((one, other) ->
                        other.getValue().editedAt().compareTo(one.getValue().editedAt()))
                .map(draft -> new OpenDraft(draft.getKey(), draft.getValue().title()))
                .toList();
    }

    /** A base may be unknown here: others have published it a moment ago, or somebody has written it by hand. */
    private static boolean isOf(Timeline timeline, DraftHead head) {
        return head.programme().equals(timeline.programme().id())
                && timeline.entry(head.base()).isPresent();
    }

    /** The drafts of a programme, the one that was changed last first. */
    public List<DraftView> all(String programme) {
        ServedState served = releases.current();
        Timeline timeline = timeline(served, programme);
        return drafts.all().stream()
                .filter(draft -> isOf(timeline, draft.head()))
                .sorted((one, other) -> other.editedAt().compareTo(one.editedAt()))
                .map(draft -> view(served, draft))
                .toList();
    }

    /**
     * The draft of an id.
     *
     * @throws DraftRefused if the programme has no such draft
     */
    public DraftView find(String programme, String id) {
        ServedState served = releases.current();
        timeline(served, programme);
        return drafts.find(id)
                .filter(draft -> draft.programme().equals(programme))
                .map(draft -> view(served, draft))
                .orElseThrow(() -> nothing(programme, id));
    }

    /**
     * A file as a draft has it.
     *
     * @throws DraftRefused if there is no such draft or file
     */
    public SourceFile file(String programme, String id, String name) {
        return find(programme, id)
                .content()
                .file(name)
                .orElseThrow(() -> new DraftRefused(Reason.NOTHING, Fault.at("", "unknown-draft-file", name)));
    }

    /**
     * Changes a draft that is not published yet.
     *
     * @throws DraftRefused if there is no such draft, it is published, or the change is refused
     */
    DraftView change(String programme, String id, String by, Function<DraftView, Draft> change) {
        find(programme, id);
        ServedState served = releases.current();
        return drafts.change(id, by, draft -> {
                    DraftView view = view(served, draft);
                    if (view.published() != null) {
                        throw new DraftRefused(Reason.CLOSED, Fault.at("", "draft-published", view.published()));
                    }
                    return change.apply(view);
                })
                .map(draft -> view(served, draft))
                .orElseThrow(() -> nothing(programme, id));
    }

    /**
     * Removes a draft in any state.
     *
     * @param seen whether the caller has seen the draft of this revision
     * @throws DraftRefused if there is no such draft, or it was changed since the caller saw it
     */
    public DraftView remove(String programme, String id, Predicate<String> seen, String by) {
        DraftView view = find(programme, id);
        if (!seen.test(view.draft().revision())) {
            throw changed(view.draft());
        }
        drafts.remove(view.draft(), by);
        return view;
    }

    /**
     * Lets all services see a draft as it is.
     *
     * @return why they do not see it yet; empty if they do
     * @throws DraftRefused if others have changed it meanwhile
     */
    Optional<Fault> share(DraftView view) {
        return drafts.share(view.draft().id());
    }

    /** Ends the work at a draft that was published. */
    void withdraw(DraftView view) {
        drafts.withdraw(view.draft().id());
    }

    /** The digest by which readers of a file name the content that they have seen. */
    public static String digest(SourceFile file) {
        return SourceTree.digest(List.of(file));
    }

    static DraftRefused changed(Draft draft) {
        return new DraftRefused(Reason.CHANGED, Fault.at("", "draft-changed", draft.lastEditor(), draft.editedAt()));
    }

    /** The key under which the ledger knows the publication of a draft, so that it is published once. */
    static String key(String id) {
        return "draft:" + id;
    }

    /** The release that a draft would be, beside the rules that are served now. */
    DraftRelease release(DraftView view) {
        ServedState served = releases.current();
        Timeline timeline = timeline(served, view.draft().programme());
        LedgerEntry base = entry(timeline, "/base", view.draft().base());
        int number = timeline.entries().size() + 1;
        return DraftRelease.of(view, served.snapshot().tree(), base, number);
    }

    private DraftView view(ServedState served, Draft draft) {
        Timeline timeline = timeline(served, draft.programme());
        LedgerEntry base = entry(timeline, "/base", draft.base());
        Integer published = published(timeline, draft.id()).orElse(null);
        Integer overtaken = published == null
                ? draft.overtaking(timeline, clock.instant())
                        .map(LedgerEntry::number)
                        .orElse(null)
                : null;
        return new DraftView(
                draft,
                DraftContent.of(draft, served.snapshot().tree(), base),
                published,
                overtaken,
                drafts.pushed(draft.id()).orElse(null));
    }

    /** The number of the release that a draft was published as. */
    private static Optional<Integer> published(Timeline timeline, String id) {
        return timeline.entries().stream()
                .filter(entry -> entry.retry() != null && entry.retry().key().equals(key(id)))
                .map(LedgerEntry::number)
                .findFirst();
    }

    private DraftRefused nothing(String programme, String id) {
        Optional<Integer> published = published(timeline(releases.current(), programme), id);
        if (published.isPresent()) {
            // Another service has published it, and its branch is gone
            return new DraftRefused(Reason.NOTHING, Fault.at("", "draft-published", published.get()));
        }
        List<String> known = drafts.heads().entrySet().stream()
                .filter(draft -> draft.getValue().programme().equals(programme))
                .map(Map.Entry::getKey)
                .toList();
        return new DraftRefused(
                Reason.NOTHING, Fault.at("", "unknown-draft", id).knowing(known));
    }

    private static Timeline timeline(ServedState served, String programme) {
        return served.releases()
                .timeline(programme)
                .orElseThrow(() -> new DraftRefused(
                        Reason.NOTHING,
                        Fault.at("", "unknown-programme", programme)
                                .knowing(served.releases().programmes().stream()
                                        .map(Programme::id)
                                        .toList())));
    }

    /** The entry of a number that a call names. */
    static LedgerEntry entry(Timeline timeline, String pointer, int number) {
        return timeline.entry(number)
                .orElseThrow(() -> new DraftRefused(
                        Reason.NOT_HOLDING,
                        Fault.at(
                                pointer, "unknown-release", timeline.programme().id(), number)));
    }

    OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
    }
}
