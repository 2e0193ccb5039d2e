package io.quanyi.store.git;

import io.quanyi.source.SourceFile;
import io.quanyi.store.Snapshot;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot with what git calls its parts.
 *
 * @param commit the state
 * @param snapshot the same as a store hands it out
 * @param blobs the object of each file, by its path
 */
record GitSnapshot(ObjectId commit, Snapshot snapshot, Map<String, ObjectId> blobs) {

    /** The file of a path if it is of this object. */
    @Nullable SourceFile file(String path, ObjectId blob) {
        return blob.equals(blobs.get(path)) ? snapshot.tree().file(path) : null;
    }
}
