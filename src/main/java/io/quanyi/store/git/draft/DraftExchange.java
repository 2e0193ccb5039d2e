package io.quanyi.store.git.draft;

import io.quanyi.source.Fault;
import io.quanyi.store.DraftFiles;
import io.quanyi.store.DraftStore;
import io.quanyi.store.StoreFailure;
import io.quanyi.store.StoreMoved;
import io.quanyi.store.StoreRefused;
import io.quanyi.store.git.GitFailures;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Brings the drafts here and their branches together: takes the pushes of others, and pushes the changes that were made here. A draft that
 * both have changed is taken as it is on the branch, which others have seen; the changes made here become a draft beside it, so that none
 * is lost. One thread exchanges at a time.
 */
final class DraftExchange {

    /** How often a pass begins anew because branches move under it. */
    private static final int MAX_ATTEMPTS = 3;

    private static final String SERVICE = "quanyi";
    private static final int MAX_ID_LENGTH = 30;

    private final DraftStore here;
    private final DraftBranches branches;
    private final DraftCommits commits;
    private final BranchStates states;
    private final DraftMarks marks;
    private final DraftBranchBounds bounds;

    /** The name of the last caller who has changed a draft that is not pushed yet. */
    private final Map<String, String> authors = new ConcurrentHashMap<>();

    /** How many drafts are here, as far as the pass is. */
    private int kept;

    private volatile Map<String, Fault> faults = Map.of();

    DraftExchange(
            DraftStore here,
            Repository repository,
            DraftBranches branches,
            DraftCommits commits,
            DraftBranchBounds bounds) {
        this.here = here;
        this.branches = branches;
        this.commits = commits;
        this.marks = new DraftMarks(repository);
        this.states = new BranchStates(repository, branches, commits, marks);
        this.bounds = bounds;
    }

    /** Why drafts and branches differ after the last pass, by the id of the draft; under no id if none was looked at. */
    Map<String, Fault> faults() {
        return faults;
    }

    /** Looks at all branches, and brings them and the drafts together. */
    void pass() {
        Map<String, Fault> found = new TreeMap<>();
        boolean moved = true;
        for (int i = 0; i < MAX_ATTEMPTS && moved; i++) {
            found.clear();
            moved = attempt(found);
        }
        faults = Map.copyOf(found);
    }

    private boolean attempt(Map<String, Fault> found) {
        boolean moved = false;
        try {
            SortedMap<String, ObjectId> there = branches.list();
            List<DraftFiles> all = here.all();
            kept = all.size();
            Set<String> ids = new TreeSet<>(marks.ids());
            all.forEach(draft -> ids.add(draft.id()));
            ids.addAll(there.keySet());
            for (String id : ids) {
                try {
                    exchange(id, there.get(id));
                } catch (StoreFailure e) {
                    moved |= e instanceof StoreMoved;
                    found.put(id, e.fault());
                }
            }
            states.retain(there.values());
        } catch (StoreFailure e) {
            found.put("", e.fault());
        } catch (IOException e) {
            found.put("", GitFailures.ofWriting(e).fault());
        }
        return moved;
    }

    private void exchange(String id, @Nullable ObjectId there) {
        try {
            Optional<ObjectId> gone = marks.gone(id);
            ObjectId left = gone.isPresent() ? withdraw(id, there, gone.get()) : there;
            if (marks.gone(id).isEmpty()) {
                ObjectId same = marks.same(id).orElse(null);
                push(id, Objects.equals(left, same) ? same : take(id, left, same));
            }
        } catch (IOException e) {
            throw GitFailures.ofWriting(e);
        }
    }

    /** Removes the branch of a draft that was removed or published, unless others have changed it meanwhile. */
    private @Nullable ObjectId withdraw(String id, @Nullable ObjectId there, ObjectId gone) throws IOException {
        if (gone.equals(there)) {
            branches.push(id, there, null);
        }
        Optional<DraftFiles> kept = here.find(id);
        if (kept.isEmpty() || !kept.get().revision().equals(states.revision(id, gone))) {
            marks.forget(id);
        }
        return gone.equals(there) ? null : there;
    }

    /**
     * Takes what others have left on a branch.
     *
     * @return the commit at which the branch and the draft are the same now; null if there is no branch
     */
    private @Nullable ObjectId take(String id, @Nullable ObjectId there, @Nullable ObjectId same) throws IOException {
        DraftFiles mine = here.find(id).orElse(null);
        boolean changed = mine != null && (same == null || !mine.revision().equals(states.revision(id, same)));
        if (there == null) {
            if (mine != null && !changed) {
                here.remove(id, mine.revision(), SERVICE);
            }
            marks.forget(id);
            return null;
        }
        if (mine == null && kept >= bounds.drafts()) {
            throw new StoreRefused(Fault.at("", "drafts-too-many", bounds.drafts()));
        }
        DraftFiles theirs = states.files(id, there);
        if (mine == null) {
            here.put(theirs, null, SERVICE);
            kept++;
        } else if (!mine.revision().equals(theirs.revision())) {
            if (changed) {
                setAside(mine);
            }
            here.put(theirs, mine.revision(), SERVICE);
        }
        marks.markSame(id, there);
        return there;
    }

    /** Keeps a state beside its draft under an id that is the same however often this is tried. */
    private void setAside(DraftFiles mine) {
        String hash = mine.revision().replaceAll(".*:", "").substring(0, 8);
        String id = mine.id().substring(0, Math.min(MAX_ID_LENGTH, mine.id().length())) + "x" + hash;
        if (here.find(id).isEmpty()) {
            here.put(new DraftFiles(id, mine.files()), null, SERVICE);
            authors.put(id, authors.getOrDefault(mine.id(), SERVICE));
        }
    }

    /** Pushes the changes made here since the branch and the draft were the same. */
    private void push(String id, @Nullable ObjectId same) throws IOException {
        DraftFiles mine = here.find(id).orElse(null);
        if (mine == null || (same != null && mine.revision().equals(states.revision(id, same)))) {
            return;
        }
        ObjectId commit = commits.write(mine, same, authors.getOrDefault(id, SERVICE));
        branches.push(id, same, commit);
        synchronized (this) {
            marks.markSame(id, commit);
            if (here.find(id).isEmpty()) {
                // It was removed while it was pushed
                marks.markGone(id, commit);
            }
        }
    }

    /** Stores a change here, to be pushed under the name of its author. */
    void put(DraftFiles draft, @Nullable String base, String author) {
        local(() -> {
            here.put(draft, base, author);
            authors.put(draft.id(), author);
            if (base == null) {
                marks.forget(draft.id());
            }
        });
    }

    /** Removes a draft here, and its branch with the next pass. */
    void remove(String id, String base, String author) {
        local(() -> {
            here.remove(id, base, author);
            leave(id);
        });
    }

    /** Removes the branch of a draft with the next pass, and keeps the draft here. */
    void withdraw(String id) {
        local(() -> leave(id));
    }

    private void leave(String id) throws IOException {
        authors.remove(id);
        Optional<ObjectId> same = marks.same(id);
        if (same.isPresent()) {
            marks.markGone(id, same.get());
        }
    }

    /** Whether the branch of a draft has all changes, or is no longer needed. */
    boolean isPushed(DraftFiles draft) {
        try {
            Optional<ObjectId> same = marks.same(draft.id());
            return same.isPresent()
                    ? states.revision(draft.id(), same.get()).equals(draft.revision())
                    : marks.gone(draft.id()).isPresent();
        } catch (IOException e) {
            throw GitFailures.ofReading(e);
        }
    }

    /** A change of the kept drafts. */
    private interface Change {
        void make() throws IOException;
    }

    private synchronized void local(Change change) {
        try {
            change.make();
        } catch (IOException e) {
            throw GitFailures.ofWriting(e);
        }
    }
}
