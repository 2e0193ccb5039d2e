package io.quanyi.store.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.ObjectWalk;
import org.eclipse.jgit.revwalk.RevWalk;

/** The local copy of a repository. It is bare, so that its content never becomes files of this machine. */
final class GitClone implements AutoCloseable {

    /** The ref of the last fetched commit, which keeps its objects from being fetched or collected again. */
    private static final String FETCHED = "refs/quanyi/fetched";

    private static final String SERVED = "refs/quanyi/served";

    private final Repository repository;

    private GitClone(Repository repository) {
        this.repository = repository;
    }

    /** Opens the copy, or creates it if there is none. */
    static GitClone open(Path folder) throws IOException {
        return new GitClone(GitFolder.open(folder));
    }

    Repository repository() {
        return repository;
    }

    /**
     * The last accepted commit.
     *
     * @throws IOException also if the ref exists and names no commit, which git reports as missing
     */
    Optional<ObjectId> served() throws IOException {
        Optional<ObjectId> served = id(SERVED);
        boolean exists = Files.exists(repository.getDirectory().toPath().resolve(SERVED));
        // A second time, because another process may have written it meanwhile
        if (served.isEmpty() && exists && id(SERVED).isEmpty()) {
            throw new IOException(SERVED + " names no commit");
        }
        return served;
    }

    /** Records a commit as accepted. */
    void serve(ObjectId commit) throws IOException {
        RefUpdate.Result result = point(SERVED, commit);
        switch (result) {
            case NEW, FAST_FORWARD, FORCED, NO_CHANGE -> {}
            default -> throw new IOException(SERVED + ": " + result);
        }
    }

    /** The commits that are in the copy with all their history. */
    Set<ObjectId> haves() throws IOException {
        Set<ObjectId> haves = new HashSet<>();
        for (Ref ref : repository.getRefDatabase().getRefsByPrefix("refs/quanyi/")) {
            if (ref.getObjectId() != null) {
                haves.add(ref.getObjectId());
            }
        }
        return haves;
    }

    /** Keeps a fetched commit after a check that it is complete, so that its history is not fetched again. */
    void keep(ObjectId tip) throws IOException {
        if (id(FETCHED).filter(tip::equals).isPresent()) {
            return;
        }
        try (ObjectWalk walk = new ObjectWalk(repository)) {
            walk.markStart(walk.parseCommit(tip));
            for (ObjectId have : haves()) {
                walk.markUninteresting(walk.parseCommit(have));
            }
            walk.checkConnectivity();
        }
        // If another process does the same, either commit may be kept
        point(FETCHED, tip);
        tidy();
    }

    /** Whether a commit is another one, or has it in its history. */
    boolean descends(ObjectId tip, ObjectId base) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            return tip.equals(base) || walk.isMergedInto(walk.parseCommit(base), walk.parseCommit(tip));
        }
    }

    @Override
    public void close() {
        repository.close();
    }

    private Optional<ObjectId> id(String name) throws IOException {
        return Optional.ofNullable(repository.exactRef(name)).map(Ref::getObjectId);
    }

    private RefUpdate.Result point(String name, ObjectId commit) throws IOException {
        RefUpdate update = repository.updateRef(name);
        update.setNewObjectId(commit);
        update.setForceUpdate(true);
        update.disableRefLog();
        return update.update();
    }

    private void tidy() {
        try {
            repository.autoGC(NullProgressMonitor.INSTANCE);
        } catch (JGitInternalException e) {
            // Without it the copy is slower, but not wrong
        }
    }
}
