package io.quanyi.release;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.ReleaseReader.Base;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.SourceTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds the timelines of all ledgers in a tree, or reports all faults of the tree. */
public final class TimelineLoader {

    private final SourceTree tree;
    private final ReleaseCache loaded;
    private final Function<Timeline, List<LedgerEntry>> wanted;
    private final BiConsumer<Timeline, LedgerEntry> loading;
    private final Faults faults = new Faults();
    private final ReleaseReader reader;
    private final ChangedContent changed;

    /** Digests by version. Rollbacks name the same files repeatedly. */
    private final Map<List<String>, String> digests = new HashMap<>();

    private TimelineLoader(
            SourceTree tree,
            @Nullable SourceTree good,
            ReleaseCache loaded,
            Function<Timeline, List<LedgerEntry>> wanted,
            BiConsumer<Timeline, LedgerEntry> loading) {
        this.tree = tree;
        this.loaded = loaded;
        this.wanted = wanted;
        this.loading = loading;
        this.reader = new ReleaseReader(tree, faults);
        this.changed = new ChangedContent(tree, good);
    }

    /**
     * Reads every ledger, compares the digest of every entry with its files, and loads every release.
     *
     * @param good an earlier state, with which the files are compared; null if there is none
     * @throws io.quanyi.source.FaultsFound with every fault
     */
    static ServedReleases loaded(SourceTree tree, @Nullable SourceTree good) {
        return new TimelineLoader(tree, good, new ReleaseCache(Integer.MAX_VALUE), Timeline::entries, Timeline::load)
                .all();
    }

    /**
     * Reads every ledger, compares the digest of every entry with its files, and checks that every release can be loaded
     * that is in force at an instant or later. The releases are not kept in memory.
     *
     * @param good the last sound state, with which the files are compared; null if there is none
     * @param loaded the cache for releases that are loaded on request
     * @throws io.quanyi.source.FaultsFound with every fault
     */
    public static ServedReleases proven(SourceTree tree, @Nullable SourceTree good, ReleaseCache loaded, Instant now) {
        return new TimelineLoader(tree, good, loaded, timeline -> timeline.from(now), Timeline::prove).all();
    }

    private ServedReleases all() {
        List<Timeline> timelines = new ArrayList<>();
        for (String programme : RulesTree.programmes(tree)) {
            Ledger ledger = Ledger.of(tree, programme, faults);
            Base base = reader.base(programme);
            if (base != null && ledger != null && !ledger.releases().isEmpty()) {
                timelines.add(timeline(base, ledger));
            }
        }
        changed.refuse(faults);
        faults.throwIfAny();
        return new ServedReleases(timelines);
    }

    private Timeline timeline(Base base, Ledger ledger) {
        String programme = base.programme().id();
        ledger.releases().forEach(entry -> changed.add(programme, entry, digest(programme, entry)));
        boolean sound = faults.isEmpty() && changed.isEmpty();
        Timeline timeline =
                new Timeline(base.programme(), base.digest(), ledger, loaded, entry -> onDemand(entry.id(programme)));
        for (LedgerEntry entry : wanted.apply(timeline)) {
            if (sound) {
                load(timeline, entry);
            } else {
                // Files that differ from their digest may be read for their faults, and are never kept
                reader.release(base, entry.id(programme));
            }
        }
        return timeline;
    }

    private String digest(String programme, LedgerEntry entry) {
        return digests.computeIfAbsent(
                List.of(programme, entry.policy(), entry.catalogue(), entry.calendars()),
                versions -> reader.files(entry.id(programme)).digest());
    }

    private void load(Timeline timeline, LedgerEntry entry) {
        try {
            loading.accept(timeline, entry);
        } catch (BrokenRelease e) {
            if (e.getCause() != null) {
                throw e;
            }
            e.faults().forEach(faults::add);
        }
    }

    /**
     * Loads a release when it is requested. Its bytes are as published; a later version of the service may still be
     * unable to read them.
     */
    private ProgrammeRelease onDemand(ReleaseId id) {
        try {
            return StateRefused.guard(failed(id, "release-load-failed"), () -> {
                Faults found = new Faults();
                ProgrammeRelease release = RulesTree.draft(tree, id, found);
                if (release == null) {
                    throw new BrokenRelease(id, found.sorted(), null);
                }
                return release;
            });
        } catch (StateRefused e) {
            throw new BrokenRelease(id, e.faults(), e.getCause());
        }
    }

    /** A fault at the ledger that names a release. */
    public static Fault failed(ReleaseId id, String code) {
        return Fault.at(Position.of(id.programme() + "/" + Ledger.FILE), code, id.number());
    }
}
