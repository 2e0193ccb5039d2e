package io.quanyi.store.git;

import io.quanyi.source.SourceFile;
import io.quanyi.store.Snapshot;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot with the git objects of its files.
 *
 * @param commit the commit of the state
 * @param snapshot the state as the store returns it
 * @param blobs the blob of each file, by path
 */
record GitSnapshot(ObjectId commit, Snapshot snapshot, Map<String, ObjectId> blobs) {

    /** The file of a path, if it is this blob. */
    @Nullable SourceFile file(String path, ObjectId blob) {
        return blob.equals(blobs.get(path)) ? snapshot.tree().file(path) : null;
    }
}
