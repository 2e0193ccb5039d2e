package io.quanyi.store.git.draft;

import io.quanyi.store.DraftFiles;
import io.quanyi.store.StoreRefused;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/** The states of drafts at the commits of their branches. A commit that was read or refused once is not fetched again. */
final class BranchStates {

    private final Repository repository;
    private final DraftBranches branches;
    private final DraftCommits commits;
    private final DraftMarks marks;

    /** The refusals of commits that can never be taken. */
    private final Map<ObjectId, StoreRefused> refused = new HashMap<>();

    /** The revisions of marked commits. */
    private final Map<ObjectId, String> revisions = new ConcurrentHashMap<>();

    BranchStates(Repository repository, DraftBranches branches, DraftCommits commits, DraftMarks marks) {
        this.repository = repository;
        this.branches = branches;
        this.commits = commits;
        this.marks = marks;
    }

    /**
     * The files of a draft at a commit of its branch.
     *
     * @throws StoreRefused if the commit can never be taken
     */
    DraftFiles files(String id, ObjectId commit) throws IOException {
        StoreRefused known = refused.get(commit);
        if (known != null) {
            throw known;
        }
        try {
            if (!repository.getObjectDatabase().has(commit)) {
                branches.fetch(id, commit, marks.commits());
            }
            return commits.read(id, commit);
        } catch (StoreRefused e) {
            refused.put(commit, e);
            throw e;
        }
    }

    /** The revision of a draft at a marked commit. */
    String revision(String id, ObjectId commit) throws IOException {
        String known = revisions.get(commit);
        if (known == null) {
            known = commits.read(id, commit).revision();
            revisions.put(commit, known);
        }
        return known;
    }

    /** Forgets all commits but those at the ends of branches, and the marked ones. */
    void retain(Collection<ObjectId> ends) throws IOException {
        refused.keySet().retainAll(ends);
        revisions.keySet().retainAll(marks.commits());
    }
}
