package io.quanyi.store.git;

import io.quanyi.source.SourceTree;
import io.quanyi.store.DraftStore;
import io.quanyi.store.MemoryDraftStore;
import io.quanyi.store.Snapshot;
import io.quanyi.store.Store;
import io.quanyi.store.StoreChange;
import io.quanyi.store.StoreRefused;
import io.quanyi.store.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * A store on a branch of a git repository, with a commit per state. The branch must only grow: if its newest commit
 * does not have the accepted one in its history, the branch was rewritten and is refused. A bare local copy lets a
 * later process start while the repository is unavailable.
 */
public final class GitStore implements Store {

    private static final Duration MIN_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration MAX_TIMEOUT = Duration.ofHours(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final GitBounds bounds;
    private final Path copy;
    private final GitClone clone;
    private final GitRemote remote;
    private final GitPush push;
    private final GitTreeReader trees;
    private final GitCommits commits;
    private final DraftStore drafts;
    private @Nullable GitSnapshot newest;
    private @Nullable GitSnapshot good;
    private boolean closed;

    private GitStore(
            GitStoreSettings settings,
            GitAddress address,
            GitClone clone,
            Clock clock,
            GitBounds bounds,
            Supplier<DraftStore> drafts) {
        this.bounds = bounds;
        this.copy = settings.copy();
        this.clone = clone;
        this.remote = new GitRemote(clone, address, settings.branch(), settings.timeout());
        this.push = new GitPush(clone, remote);
        this.trees = new GitTreeReader(clone.repository(), settings.path(), bounds);
        this.drafts = drafts.get();
        this.commits = new GitCommits(clone.repository(), settings.path(), clock);
    }

    /** Opens a store whose drafts are in memory. */
    public static GitStore open(GitStoreSettings settings, Clock clock) {
        return open(settings, clock, GitBounds.USUAL);
    }

    static GitStore open(GitStoreSettings settings, Clock clock, GitBounds bounds) {
        return open(settings, clock, bounds, MemoryDraftStore::new);
    }

    /**
     * Opens the local copy, or creates an empty one. The remote repository is not contacted.
     *
     * @param clock gives the dates of commits
     * @param drafts opens the drafts beside its states once there is a copy; the store closes them
     * @throws StoreRefused if a setting is invalid, or the copy is damaged
     * @throws StoreUnavailable if the copy cannot be read or written at present
     */
    public static GitStore open(GitStoreSettings settings, Clock clock, Supplier<DraftStore> drafts) {
        return open(settings, clock, GitBounds.USUAL, drafts);
    }

    private static GitStore open(
            GitStoreSettings settings, Clock clock, GitBounds bounds, Supplier<DraftStore> drafts) {
        GitAddress address = GitAddress.of(settings);
        requireThat(Repository.isValidRefName(Constants.R_HEADS + settings.branch()), "branch");
        requireThat(GitPaths.isFolder(settings.path()), "path");
        requireThat(
                settings.timeout().compareTo(MIN_TIMEOUT) >= 0
                        && settings.timeout().compareTo(MAX_TIMEOUT) <= 0,
                "timeout");
        try {
            return new GitStore(settings, address, GitClone.open(settings.copy()), clock, bounds, drafts);
        } catch (IOException e) {
            throw GitFailures.ofReading(e);
        }
    }

    @Override
    public String kind() {
        return "git";
    }

    @Override
    public boolean writable() {
        return true;
    }

    @Override
    public Optional<Path> folder() {
        return Optional.of(copy);
    }

    @Override
    public DraftStore drafts() {
        return drafts;
    }

    @Override
    public Snapshot newest() {
        return alone(() -> {
            ObjectId tip = remote.fetch();
            requireHistory(tip);
            GitSnapshot state = read(tip);
            newest = state;
            return state.snapshot();
        });
    }

    @Override
    public Optional<Snapshot> lastGood() {
        return alone(() -> {
            ObjectId served = served();
            if (served == null) {
                return Optional.empty();
            }
            GitSnapshot state = read(served);
            good = state;
            return Optional.of(state.snapshot());
        });
    }

    @Override
    public void accept(Snapshot snapshot) {
        alone(() -> {
            clone.serve(ObjectId.fromString(snapshot.revision()));
            // The last good state need not stay in memory
            good = null;
            return snapshot;
        });
    }

    @Override
    public Snapshot append(StoreChange change) {
        return alone(() -> {
            ObjectId tip = remote.fetch();
            if (!tip.name().equals(change.base())) {
                throw GitFailures.moved(change.base(), tip);
            }
            requireHistory(tip);
            ObjectId commit = commits.commit(tip, change);
            // A state that could not be read again is not pushed
            GitSnapshot next = read(commit);
            if (!commit.equals(tip)) {
                push.push(tip, commit);
            }
            newest = next;
            return next.snapshot();
        });
    }

    /**
     * Begins the branch with a commit of files, in a repository that does not have it.
     *
     * @throws StoreRefused if the branch exists, or a path is not one that git can have
     * @throws StoreUnavailable if it cannot be written at present
     */
    public void begin(SourceTree files, String author, String message) {
        alone(() -> {
            ObjectId commit = commits.first(files.under(""), author, message);
            read(commit);
            push.begin(commit);
            return commit;
        });
    }

    @Override
    public void close() {
        drafts.close();
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                clone.close();
            }
        } finally {
            lock.unlock();
        }
    }

    private void requireHistory(ObjectId tip) {
        ObjectId served = served();
        if (served != null) {
            requireHistory(tip, served);
        }
        if (newest != null) {
            requireHistory(tip, newest.commit());
        }
    }

    private void requireHistory(ObjectId tip, ObjectId base) {
        if (!reading(() -> clone.descends(tip, base))) {
            throw GitFailures.rewritten(tip, base);
        }
    }

    private @Nullable ObjectId served() {
        return reading(clone::served).orElse(null);
    }

    /** The state of a commit; the same object if it is one of those in memory. */
    private GitSnapshot read(ObjectId commit) {
        List<GitSnapshot> known =
                Stream.of(newest, good).filter(Objects::nonNull).toList();
        for (GitSnapshot state : known) {
            if (state.commit().equals(commit)) {
                return state;
            }
        }
        return reading(() -> trees.read(commit, known));
    }

    /** Runs work alone, because connections and the copy are shared. */
    private <T> T alone(Work<T> work) {
        lock.lock();
        try {
            if (closed) {
                throw GitFailures.closed();
            }
            return work.run();
        } catch (IOException e) {
            throw GitFailures.ofWriting(e);
        } catch (LargeObjectException e) {
            // An object that git does not load into memory
            throw GitFailures.tooLarge(bounds);
        } finally {
            lock.unlock();
        }
    }

    private static <T> T reading(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw GitFailures.ofReading(e);
        }
    }

    private static void requireThat(boolean right, String setting) {
        if (!right) {
            throw GitFailures.setting(setting);
        }
    }

    /** Work on the copy. */
    private interface Work<T> {
        T run() throws IOException;
    }
}
