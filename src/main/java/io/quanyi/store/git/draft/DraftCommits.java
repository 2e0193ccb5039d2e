package io.quanyi.store.git.draft;

import io.quanyi.source.SourceFile;
import io.quanyi.store.DraftFiles;
import io.quanyi.store.StoreRefused;
import io.quanyi.store.git.GitBounds;
import io.quanyi.store.git.GitCommits;
import io.quanyi.store.git.GitFailures;
import io.quanyi.store.git.GitPaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * States of drafts as commits. The tree of one has the files of the draft and nothing else, without a folder, so that it
 * compares with the folder of a version, and so that it is not merged into the served branch by mistake.
 */
final class DraftCommits {

    private static final Comparator<SourceFile> BY_BYTES_OF_THE_NAME =
            (one, other) -> Arrays.compareUnsigned(Constants.encode(one.path()), Constants.encode(other.path()));

    private final Repository repository;
    private final Clock clock;
    private final GitBounds bounds;

    /** @param clock gives the dates of commits */
    DraftCommits(Repository repository, Clock clock, GitBounds bounds) {
        this.repository = repository;
        this.clock = clock;
        this.bounds = bounds;
    }

    /**
     * Writes a state of a draft.
     *
     * @param parent the commit of the state before it; null for none
     */
    ObjectId write(DraftFiles draft, @Nullable ObjectId parent, String author) throws IOException {
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            TreeFormatter tree = new TreeFormatter();
            for (SourceFile file :
                    draft.files().stream().sorted(BY_BYTES_OF_THE_NAME).toList()) {
                ObjectId blob = inserter.insert(Constants.OBJ_BLOB, file.bytes());
                tree.append(Constants.encode(file.path()), FileMode.REGULAR_FILE, blob);
            }
            PersonIdent person = GitCommits.person(author, clock);
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(inserter.insert(tree));
            if (parent != null) {
                commit.setParentId(parent);
            }
            commit.setAuthor(person);
            commit.setCommitter(person);
            commit.setEncoding(StandardCharsets.UTF_8);
            commit.setMessage((parent == null ? "Begin draft " : "Change draft ") + draft.id() + "\n");
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            return id;
        }
    }

    /**
     * Reads a state of a draft.
     *
     * @throws StoreRefused if the commit has anything but plain files in its root, or they are too many or too large
     */
    DraftFiles read(String id, ObjectId commit) throws IOException {
        try (ObjectReader reader = repository.newObjectReader();
                RevWalk commits = new RevWalk(reader);
                TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(commits.parseCommit(commit).getTree());
            List<SourceFile> files = new ArrayList<>();
            GitBounds.Counter count = bounds.count();
            while (walk.next()) {
                count.entry();
                if (!GitPaths.isHidden(walk.getRawPath())) {
                    files.add(file(walk, count));
                }
            }
            return new DraftFiles(id, files);
        }
    }

    private SourceFile file(TreeWalk walk, GitBounds.Counter count) throws IOException {
        String name = name(walk);
        ObjectLoader blob = walk.getObjectReader().open(walk.getObjectId(0), Constants.OBJ_BLOB);
        count.file(blob.getSize());
        return new SourceFile(name, blob.getCachedBytes(bounds.fileBytes()));
    }

    private static String name(TreeWalk walk) {
        String name = GitPaths.decode(walk.getRawPath());
        GitPaths.require(name);
        if ((walk.getRawMode(0) & FileMode.TYPE_MASK) != FileMode.TYPE_FILE) {
            throw GitFailures.notAFile(name);
        }
        return name;
    }
}
