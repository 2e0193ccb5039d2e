package io.quanyi.store.postgresql;

import io.quanyi.digest.Sha256;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.store.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot with its row and the digests of its files.
 *
 * @param revision the row of the state
 * @param snapshot the state as the store returns it
 * @param files the files, by the SHA-256 of their bytes
 */
record DatabaseState(Revision revision, Snapshot snapshot, Map<String, SourceFile> files) {

    /** A state of files. */
    static DatabaseState of(Revision revision, List<SourceFile> files) {
        Map<String, SourceFile> byDigest = new HashMap<>();
        files.forEach(file -> byDigest.put(Sha256.hex(file.bytes()), file));
        return new DatabaseState(revision, new Snapshot(revision.name(), SourceTree.of(files)), Map.copyOf(byDigest));
    }

    /** A file of a path with the bytes of a digest, the same object if the state has it; null if it has no such bytes. */
    @Nullable SourceFile file(String path, String digest) {
        SourceFile same = files.get(digest);
        return same == null || same.path().equals(path) ? same : new SourceFile(path, same.bytes());
    }
}
