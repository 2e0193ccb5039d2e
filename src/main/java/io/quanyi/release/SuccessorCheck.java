package io.quanyi.release;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.ReleaseReader.Base;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The check that a later state of the rules keeps every entry of every ledger and the time zone of every programme of an
 * earlier state. Digests protect the files of each entry elsewhere.
 */
public final class SuccessorCheck {

    private final @Nullable SourceTree before;
    private final SourceTree after;
    private final Faults faults;
    private final List<ReleaseId> added = new ArrayList<>();

    private SuccessorCheck(@Nullable SourceTree before, SourceTree after, Faults faults) {
        this.before = before;
        this.after = after;
        this.faults = faults;
    }

    /**
     * Compares two states and adds a fault for each thing that is not kept.
     *
     * @param before the earlier, sound state; null if there is none
     * @return the releases that the later state adds
     */
    public static List<ReleaseId> of(@Nullable SourceTree before, SourceTree after, Faults faults) {
        SuccessorCheck succession = new SuccessorCheck(before, after, faults);
        List<String> programmes = new ArrayList<>(RulesTree.programmes(after));
        if (before != null) {
            RulesTree.programmes(before).stream()
                    .filter(programme -> !programmes.contains(programme))
                    .forEach(programmes::add);
        }
        programmes.forEach(succession::compare);
        return succession.added;
    }

    private void compare(String programme) {
        Ledger later = Ledger.of(after, programme, faults);
        Ledger earlier = before == null ? Ledger.EMPTY : Ledger.of(before, programme, new Faults());
        if (later == null || earlier == null) {
            return;
        }
        int kept = 0;
        for (LedgerEntry entry : earlier.releases()) {
            if (kept < later.releases().size() && later.releases().get(kept).equals(entry)) {
                kept++;
            } else {
                faults.add(Fault.at(Position.of(programme + "/" + Ledger.FILE), "release-rewritten", entry.number()));
                return;
            }
        }
        later.releases().stream().skip(kept).forEach(entry -> added.add(entry.id(programme)));
        if (before != null && kept > 0) {
            zone(programme, before);
        }
    }

    /** The zone turns instants into days: another zone would change answers of earlier releases. */
    private void zone(String programme, SourceTree earlier) {
        Base was = new ReleaseReader(earlier, new Faults()).base(programme);
        Base is = new ReleaseReader(after, new Faults()).base(programme);
        if (was != null
                && is != null
                && !was.programme().zone().equals(is.programme().zone())) {
            faults.add(Fault.at(
                    Position.of(programme + "/programme.yaml"),
                    "zone-changed",
                    was.programme().zone(),
                    is.programme().zone()));
        }
    }
}
