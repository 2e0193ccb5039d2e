package io.quanyi.release;

import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.ReleaseId;
import io.quanyi.release.ReleaseReader.Base;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.SourceTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes timelines of ledgers: all of a tree, or nothing and every fault of it. */
final class Timelines {

    private final SourceTree tree;
    private final LoadedReleases kept;
    private final Function<Timeline, List<LedgerEntry>> wanted;
    private final Faults faults = new Faults();
    private final ReleaseReader reader;

    private final Map<LoadedReleases.Key, ProgrammeRelease> live = new HashMap<>();

    /** By the versions: going back and forth names the same files again and again. */
    private final Map<List<String>, String> digests = new HashMap<>();

    private Timelines(SourceTree tree, LoadedReleases kept, Function<Timeline, List<LedgerEntry>> wanted) {
        this.tree = tree;
        this.kept = kept;
        this.wanted = wanted;
        this.reader = new ReleaseReader(tree, faults);
    }

    /**
     * Reads every ledger and holds the digest of every entry against its files.
     *
     * @param kept the releases that are loaded already, and where those go that are loaded on demand
     * @param wanted of each timeline the releases to load at once and keep for as long as what is returned is kept
     * @throws io.quanyi.source.FaultsFound with every fault, if there is any
     */
    static ServedReleases of(SourceTree tree, LoadedReleases kept, Function<Timeline, List<LedgerEntry>> wanted) {
        Timelines timelines = new Timelines(tree, kept, wanted);
        List<Timeline> all = timelines.all();
        timelines.faults.throwIfAny();
        kept.hold(timelines.live);
        return new ServedReleases(all);
    }

    private List<Timeline> all() {
        List<Timeline> timelines = new ArrayList<>();
        for (String programme : RulesTree.programmes(tree)) {
            Ledger ledger = Ledger.of(tree, programme, faults);
            Base base = reader.base(programme);
            if (base != null && ledger != null && !ledger.releases().isEmpty()) {
                timelines.add(timeline(base, ledger));
            }
        }
        return timelines;
    }

    private Timeline timeline(Base base, Ledger ledger) {
        String programme = base.programme().id();
        ledger.releases().forEach(entry -> refuseOtherBytes(programme, entry));
        boolean sound = faults.isEmpty();
        Map<Integer, ProgrammeRelease> held = new HashMap<>();
        Timeline timeline = new Timeline(base.programme(), ledger, entry -> {
            ProgrammeRelease release = held.get(entry.number());
            return release == null ? onDemand(base, entry.id(programme)) : release;
        });
        for (LedgerEntry entry : wanted.apply(timeline)) {
            ReleaseId id = entry.id(programme);
            // What is not what it says it is may be read for its faults, and never be kept
            ProgrammeRelease release = sound ? now(base, id) : reader.release(base, id);
            if (release != null) {
                held.put(entry.number(), release);
                live.put(key(base, id), release);
            }
        }
        return timeline;
    }

    private void refuseOtherBytes(String programme, LedgerEntry entry) {
        String digest = digests.computeIfAbsent(
                List.of(programme, entry.policy(), entry.catalogue(), entry.calendars()),
                versions -> reader.files(entry.id(programme)).digest());
        if (!digest.equals(entry.digest())) {
            Position place = Position.of(programme + "/" + Ledger.FILE);
            faults.add(Fault.at(place, "digest-mismatch", entry.number(), entry.digest(), digest));
        }
    }

    /** Null, with the faults added, if anything is wrong with it. */
    private @Nullable ProgrammeRelease now(Base base, ReleaseId id) {
        try {
            return kept.get(key(base, id), () -> {
                ProgrammeRelease release = reader.release(base, id);
                if (release == null) {
                    throw new Unloadable();
                }
                return release;
            });
        } catch (Unloadable e) {
            return null;
        }
    }

    /** Its bytes are those that were sealed; a later version of the service may still not be able to read them. */
    private ProgrammeRelease onDemand(Base base, ReleaseId id) {
        return kept.get(key(base, id), () -> {
            Faults found = new Faults();
            ProgrammeRelease release = RulesTree.draft(tree, id, found);
            if (release == null) {
                throw new BrokenRelease(id, found.sorted());
            }
            return release;
        });
    }

    private static LoadedReleases.Key key(Base base, ReleaseId id) {
        return new LoadedReleases.Key(id, base.digest());
    }

    /** Its faults are noted already. */
    private static final class Unloadable extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
