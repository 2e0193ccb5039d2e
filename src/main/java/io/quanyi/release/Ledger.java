package io.quanyi.release;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.SourceFile;
import io.quanyi.source.Tree;
import io.quanyi.source.YamlReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The append-only list of a programme's releases, the oldest first. */
record Ledger(List<LedgerEntry> releases) {

    /** Keeps a copy. */
    Ledger {
        releases = List.copyOf(releases);
    }

    /** Reads the file; null, with the faults added, if anything is wrong with it. */
    static @Nullable Ledger read(SourceFile file, Faults faults) {
        Tree tree = YamlReader.read(file, faults);
        Ledger ledger = tree == null ? null : new RecordBinder(faults).bind(tree, Ledger.class);
        if (ledger == null) {
            return null;
        }
        LedgerEntry before = null;
        for (LedgerEntry entry : ledger.releases()) {
            int expected = before == null ? 1 : before.number() + 1;
            boolean late = before != null && entry.publishedAt().isBefore(before.publishedAt());
            if (entry.number() != expected || late) {
                faults.add(Fault.at(Position.of(file.path()), "release-order", entry.number()));
            }
            before = entry;
        }
        return ledger;
    }
}
