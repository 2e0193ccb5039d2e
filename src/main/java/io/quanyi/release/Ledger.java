package io.quanyi.release;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.RecordForm;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.source.Tree;
import io.quanyi.source.YamlReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The append-only list of a programme's releases.
 *
 * @param releases the oldest first
 * @param digest the SHA-256 of the file
 */
record Ledger(List<LedgerEntry> releases, String digest) {

    /** The file's name in the folder of a programme. */
    static final String FILE = "releases.yaml";

    /** The ledger of a programme without releases. */
    static final Ledger EMPTY = new Ledger(List.of(), "");

    /** The members of the file. */
    private record Document(List<LedgerEntry> releases) {}

    /** Keeps a copy of the list. */
    Ledger {
        releases = List.copyOf(releases);
    }

    /** The members of the file. */
    static List<RecordForm.Member> form() {
        return RecordForm.of(Document.class);
    }

    /** Reads the ledger of a programme: empty if there is no file, null with the faults added if the file has any. */
    static @Nullable Ledger of(SourceTree tree, String programme, Faults faults) {
        SourceFile file = tree.file(programme + "/" + FILE);
        return file == null ? EMPTY : read(file, faults);
    }

    private static @Nullable Ledger read(SourceFile file, Faults faults) {
        Tree tree = YamlReader.read(file, faults);
        Document document = tree == null ? null : new RecordBinder(faults).bind(tree, Document.class);
        if (document == null) {
            return null;
        }
        LedgerEntry before = null;
        for (LedgerEntry entry : document.releases()) {
            int expected = before == null ? 1 : before.number() + 1;
            boolean late = before != null && entry.publishedAt().isBefore(before.publishedAt());
            if (entry.number() != expected || late) {
                faults.add(Fault.at(Position.of(file.path()), "release-order", entry.number()));
            }
            before = entry;
        }
        return new Ledger(document.releases(), SourceTree.digest(List.of(file)));
    }
}
