package io.quanyi.store.git.draft;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;

/**
 * The marks of this service on the branches of drafts, as refs of the local repository: the commit at which a branch and the draft here
 * were last equal, and the branches to delete because their drafts were removed or published.
 */
final class DraftMarks {

    private static final String SAME = "refs/quanyi/drafts/";
    private static final String GONE = "refs/quanyi/gone/";

    private final Repository repository;

    DraftMarks(Repository repository) {
        this.repository = repository;
    }

    /** The commit at which the branch and the draft last said the same; empty if they never did. */
    Optional<ObjectId> same(String id) throws IOException {
        return find(SAME + id);
    }

    /** The commit at which a branch is to go; empty if it is to stay. */
    Optional<ObjectId> gone(String id) throws IOException {
        return find(GONE + id);
    }

    /** Marks that a branch and the draft say the same. */
    void markSame(String id, ObjectId commit) throws IOException {
        set(SAME + id, commit);
        try {
            repository.autoGC(NullProgressMonitor.INSTANCE);
        } catch (JGitInternalException e) {
            // Without it the copy is slower, but not wrong
        }
    }

    /** Marks that a branch is to go. */
    void markGone(String id, ObjectId commit) throws IOException {
        set(GONE + id, commit);
        delete(SAME + id);
    }

    /** Forgets the marks of a branch. */
    void forget(String id) throws IOException {
        delete(SAME + id);
        delete(GONE + id);
    }

    /** The ids of all drafts with a mark. */
    Set<String> ids() throws IOException {
        Set<String> ids = new TreeSet<>();
        for (String prefix : Set.of(SAME, GONE)) {
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix(prefix)) {
                ids.add(ref.getName().substring(prefix.length()));
            }
        }
        return ids;
    }

    /** All marked commits: they are here with all their history. */
    Set<ObjectId> commits() throws IOException {
        Set<ObjectId> commits = new HashSet<>();
        for (Ref ref : repository.getRefDatabase().getRefsByPrefix("refs/quanyi/")) {
            commits.add(ref.getObjectId());
        }
        return commits;
    }

    private Optional<ObjectId> find(String name) throws IOException {
        return Optional.ofNullable(repository.exactRef(name)).map(Ref::getObjectId);
    }

    private void set(String name, ObjectId commit) throws IOException {
        RefUpdate update = repository.updateRef(name);
        update.setNewObjectId(commit);
        update.setForceUpdate(true);
        update.disableRefLog();
        require(name, update.update());
    }

    private void delete(String name) throws IOException {
        if (find(name).isPresent()) {
            RefUpdate update = repository.updateRef(name);
            update.setForceUpdate(true);
            update.disableRefLog();
            require(name, update.delete());
        }
    }

    private static void require(String name, RefUpdate.Result result) throws IOException {
        switch (result) {
            case NEW, FAST_FORWARD, FORCED, NO_CHANGE -> {}
            default -> throw new IOException(name + ": " + result);
        }
    }
}
