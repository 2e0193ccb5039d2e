package io.quanyi.store.git.draft;

import io.quanyi.source.Fault;
import io.quanyi.source.SourceFile;
import io.quanyi.store.DraftFiles;
import io.quanyi.store.DraftStore;
import io.quanyi.store.StoreUnavailable;
import io.quanyi.store.folder.FolderDraftStore;
import io.quanyi.store.git.GitAddress;
import io.quanyi.store.git.GitFailures;
import io.quanyi.store.git.GitFolder;
import io.quanyi.store.git.GitStoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Drafts on branches {@code drafts/<id>} of a repository that services share. A change is safe in a folder here before
 * its call is answered, and pushed a while later, onto the commit that this service knows and no other.
 */
public final class GitDraftStore implements DraftStore {

    private static final String DRAFTS = ".drafts";
    private static final String COMMITS = ".draft-commits";

    private final DraftStore here;
    private final Repository repository;
    private final DraftExchange exchange;
    private final ExchangeThread thread;
    private final DraftBranchPace pace;

    private GitDraftStore(
            GitStoreSettings settings,
            Repository repository,
            Clock clock,
            DraftBranchBounds bounds,
            DraftBranchPace pace) {
        this.repository = repository;
        this.here = FolderDraftStore.in(settings.copy().resolve(DRAFTS));
        DraftBranches branches =
                new DraftBranches(repository, GitAddress.of(settings), settings.timeout(), bounds.state());
        DraftCommits commits = new DraftCommits(repository, clock, bounds.state());
        this.exchange = new DraftExchange(here, repository, branches, commits, bounds);
        this.thread = new ExchangeThread(exchange, pace);
        this.pace = pace;
    }

    /**
     * Opens the drafts in the local copy of a store, which is there. The remote repository is not contacted before they are used.
     *
     * @param clock gives the dates of commits
     * @throws io.quanyi.store.StoreFailure if a setting is invalid, or the copy cannot be read or written
     */
    public static GitDraftStore open(GitStoreSettings settings, Clock clock, DraftBranchBounds bounds) {
        return open(settings, clock, bounds, DraftBranchPace.USUAL);
    }

    static GitDraftStore open(GitStoreSettings settings, Clock clock, DraftBranchBounds bounds, DraftBranchPace pace) {
        try {
            Path folder = settings.copy().resolve(COMMITS);
            Repository repository =
                    GitFolder.open(folder, options -> new BoundedRepository(options, bounds.fetchBytes()));
            return new GitDraftStore(settings, repository, clock, bounds, pace);
        } catch (IOException e) {
            throw GitFailures.ofReading(e);
        }
    }

    @Override
    public List<DraftFiles> all() {
        thread.look();
        return here.all();
    }

    @Override
    public SortedMap<String, SourceFile> files(String name) {
        thread.look();
        return here.files(name);
    }

    @Override
    public Optional<DraftFiles> find(String id) {
        thread.look();
        return here.find(id);
    }

    @Override
    public void put(DraftFiles draft, @Nullable String base, String author) {
        exchange.put(draft, base, author);
        thread.changed();
    }

    @Override
    public void remove(String id, String base, String author) {
        exchange.remove(id, base, author);
        thread.pass(pace.patience());
    }

    @Override
    public byte[] secret() {
        return here.secret();
    }

    @Override
    public void share(String id) {
        Optional<String> before = here.find(id).map(DraftFiles::revision);
        boolean ended = thread.pass(pace.end());
        DraftFiles now = here.find(id).orElseThrow(() -> DraftBranches.moved(id));
        if (!Optional.of(now.revision()).equals(before)) {
            throw DraftBranches.moved(id);
        }
        if (!ended || !exchange.isPushed(now)) {
            Map<String, Fault> faults = exchange.faults();
            throw new StoreUnavailable(
                    faults.getOrDefault(id, faults.getOrDefault("", Fault.at("", "draft-not-pushed", id))));
        }
    }

    @Override
    public void withdraw(String id) {
        exchange.withdraw(id);
        thread.pass(pace.patience());
    }

    @Override
    public Optional<Boolean> pushed(String id) {
        return here.find(id).map(exchange::isPushed);
    }

    @Override
    public Map<String, Fault> faults() {
        return exchange.faults();
    }

    /** Pushes the changes that are not pushed yet, if the repository can be reached. */
    @Override
    public void close() {
        thread.close();
        repository.close();
    }
}
