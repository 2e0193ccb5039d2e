package io.quanyi.store;

import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.util.List;

/**
 * The files of one draft in one state.
 *
 * @param id the id of the draft, which is the name of its folder or branch
 * @param files all of its files, whose paths are names without a slash
 */
public record DraftFiles(String id, List<SourceFile> files) {

    /** Keeps a copy of the list. */
    public DraftFiles {
        files = List.copyOf(files);
    }

    /** The name of the state: drafts with equal revisions have equal files. */
    public String revision() {
        return SourceTree.digest(files);
    }
}
