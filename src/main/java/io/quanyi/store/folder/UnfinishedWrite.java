package io.quanyi.store.folder;

import io.quanyi.source.SourceFile;
import java.util.List;
import java.util.Set;

/**
 * The difference between the files of a folder and its state, while a write is not finished.
 *
 * @param leftOut the paths of files that do not count yet
 * @param instead files that count instead of those with the same paths
 */
record UnfinishedWrite(Set<String> leftOut, List<SourceFile> instead) {

    /** No write is unfinished. */
    static final UnfinishedWrite NONE = new UnfinishedWrite(Set.of(), List.of());

    /** Keeps copies. */
    UnfinishedWrite {
        leftOut = Set.copyOf(leftOut);
        instead = List.copyOf(instead);
    }
}
