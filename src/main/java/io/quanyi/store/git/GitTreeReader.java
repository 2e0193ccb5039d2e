package io.quanyi.store.git;

import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.store.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** Reads the files of a commit from the object database, and refuses entries that are no plain files. */
final class GitTreeReader {

    private final Repository repository;
    private final String folder;
    private final GitBounds bounds;

    /** @param folder the folder of the rules; empty for the root */
    GitTreeReader(Repository repository, String folder, GitBounds bounds) {
        this.repository = repository;
        this.folder = folder;
        this.bounds = bounds;
    }

    /** @param former states whose equal files are reused, so that they are in memory once */
    GitSnapshot read(ObjectId commit, List<GitSnapshot> former) throws IOException {
        try (ObjectReader reader = repository.newObjectReader();
                RevWalk commits = new RevWalk(reader)) {
            TreeReading reading = new TreeReading(reader, former);
            reading.tree(root(reader, commits.parseCommit(commit)));
            Snapshot snapshot = new Snapshot(commit.name(), SourceTree.of(reading.files));
            return new GitSnapshot(commit, snapshot, Map.copyOf(reading.blobs));
        }
    }

    private ObjectId root(ObjectReader reader, RevCommit commit) throws IOException {
        if (folder.isEmpty()) {
            return commit.getTree();
        }
        try (TreeWalk walk = TreeWalk.forPath(reader, folder, commit.getTree())) {
            if (walk == null || !walk.isSubtree()) {
                throw GitFailures.pathMissing(folder, commit);
            }
            return walk.getObjectId(0);
        }
    }

    /** The reading of one tree. */
    private final class TreeReading {

        private final ObjectReader reader;
        private final List<GitSnapshot> former;
        private final GitBounds.Counter count = bounds.count();
        private final List<SourceFile> files = new ArrayList<>();
        private final Map<String, ObjectId> blobs = new HashMap<>();

        private TreeReading(ObjectReader reader, List<GitSnapshot> former) {
            this.reader = reader;
            this.former = former;
        }

        private void tree(ObjectId root) throws IOException {
            try (TreeWalk walk = new TreeWalk(reader)) {
                walk.addTree(root);
                while (walk.next()) {
                    count.entry();
                    if (!GitPaths.isHidden(walk.getRawPath())) {
                        entry(walk);
                    }
                }
            }
        }

        private void entry(TreeWalk walk) throws IOException {
            String path = GitPaths.decode(walk.getRawPath());
            GitPaths.require(path);
            if (walk.isSubtree()) {
                walk.enterSubtree();
            } else if ((walk.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE) {
                file(path, walk.getObjectId(0));
            } else {
                throw GitFailures.notAFile(path);
            }
        }

        private void file(String path, ObjectId blob) throws IOException {
            count.file(reader.getObjectSize(blob, Constants.OBJ_BLOB));
            SourceFile same = taken(path, blob);
            files.add(
                    same == null
                            ? new SourceFile(
                                    path, reader.open(blob, Constants.OBJ_BLOB).getCachedBytes(bounds.fileBytes()))
                            : same);
            blobs.put(path, blob);
        }

        private @Nullable SourceFile taken(String path, ObjectId blob) {
            for (GitSnapshot state : former) {
                SourceFile file = state.file(path, blob);
                if (file != null) {
                    return file;
                }
            }
            return null;
        }
    }
}
