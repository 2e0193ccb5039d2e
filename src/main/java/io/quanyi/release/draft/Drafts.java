package io.quanyi.release.draft;

import io.quanyi.release.draft.DraftRefused.Reason;
import io.quanyi.release.live.DraftProperties;
import io.quanyi.source.Fault;
import io.quanyi.store.DraftFiles;
import io.quanyi.store.DraftStore;
import io.quanyi.store.StoreFailure;
import io.quanyi.store.StoreMoved;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The drafts of a store, within their bounds. Each change of one is made for the state in which it is found. */
final class Drafts {

    /** How often a change is made anew for a draft that others change at the same time. */
    private static final int MAX_ATTEMPTS = 20;

    /** Letters and digits that are not easily mistaken for others. */
    private static final String ID_CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int ID_LENGTH = 10;

    private final DraftStore store;
    private final DraftProperties bounds;
    private final DraftSeal seal;

    Drafts(DraftStore store, DraftProperties bounds) {
        this.store = store;
        this.bounds = bounds;
        this.seal = new DraftSeal(bounds.keyOr(store::secret));
    }

    /** All drafts whose heads can be read. */
    List<Draft> all() {
        return reached(store::all).stream()
                .map(this::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /** An id for a new draft. */
    static String freshId(Random random) {
        return random.ints(ID_LENGTH, 0, ID_CHARACTERS.length())
                .mapToObj(i -> String.valueOf(ID_CHARACTERS.charAt(i)))
                .collect(Collectors.joining());
    }

    /** The heads that can be read of all drafts, by their ids: a list of drafts does not need their other files. */
    SortedMap<String, DraftHead> heads() {
        SortedMap<String, DraftHead> heads = new TreeMap<>();
        reached(() -> store.files(DraftHeadFile.NAME))
                .forEach((id, file) -> DraftHeadFile.head(file).ifPresent(head -> heads.put(id, head)));
        return heads;
    }

    Optional<Draft> find(String id) {
        return reached(() -> store.find(id)).flatMap(this::read);
    }

    private Optional<Draft> read(DraftFiles stored) {
        boolean unbroken = reached(() -> seal.isUnbroken(stored));
        return DraftHeadFile.read(DraftSeal.unsealed(stored), unbroken);
    }

    /** @throws DraftRefused if there are too many, or it is too large */
    Draft add(Draft draft, String by) {
        int there = reached(store::all).size();
        if (there >= bounds.most()) {
            throw new DraftRefused(Reason.FULL, Fault.at("", "drafts-too-many", bounds.most()));
        }
        refuseTooLarge(draft);
        try {
            store.put(seal.seal(draft.stored()), null, by);
            return draft;
        } catch (StoreMoved e) {
            throw new IllegalStateException("an id is drawn once", e);
        } catch (StoreFailure e) {
            throw unavailable(e);
        }
    }

    /**
     * Changes a draft.
     *
     * @param change the change of any state of it, or its refusal; the same state for no change
     * @return the changed draft; empty if no draft has this id
     * @throws DraftRefused if the change is refused, or it grows too large
     */
    Optional<Draft> change(String id, String by, UnaryOperator<Draft> change) {
        for (int i = 0; i < MAX_ATTEMPTS; i++) {
            Optional<DraftFiles> before = reached(() -> store.find(id));
            Optional<Draft> draft = before.flatMap(this::read);
            if (draft.isEmpty()) {
                return draft;
            }
            Draft changed = change.apply(draft.get());
            if (changed == draft.get()) {
                return draft;
            }
            refuseTooLarge(changed);
            try {
                store.put(seal.seal(changed.stored()), before.get().revision(), by);
                return Optional.of(changed);
            } catch (StoreMoved e) {
                // Another caller was faster: the change is made on the new state
            } catch (StoreFailure e) {
                throw unavailable(e);
            }
        }
        throw new DraftRefused(Reason.UNAVAILABLE);
    }

    /** @throws DraftRefused if it has changed meanwhile */
    void remove(Draft draft, String by) {
        try {
            DraftFiles stored = store.find(draft.id())
                    .filter(files -> read(files)
                            .filter(read -> read.revision().equals(draft.revision()))
                            .isPresent())
                    .orElseThrow(() -> new DraftRefused(Reason.CHANGED));
            store.remove(draft.id(), stored.revision(), by);
        } catch (StoreMoved e) {
            throw new DraftRefused(Reason.CHANGED);
        } catch (StoreFailure e) {
            throw unavailable(e);
        }
    }

    /**
     * Lets all services of the store see a draft as it is.
     *
     * @return why they do not see it yet; empty if they do
     * @throws DraftRefused if others have changed it meanwhile
     */
    Optional<Fault> share(String id) {
        try {
            store.share(id);
            return Optional.empty();
        } catch (StoreMoved e) {
            throw new DraftRefused(Reason.CHANGED, e.fault());
        } catch (StoreFailure e) {
            return Optional.of(e.fault());
        }
    }

    /** Ends the work at a draft that was published. */
    void withdraw(String id) {
        try {
            store.withdraw(id);
        } catch (StoreFailure e) {
            // The ledger says that it is published; only its branch stays for now
        }
    }

    /** Whether all changes are pushed; empty where drafts are not pushed. */
    Optional<Boolean> pushed(String id) {
        return reached(() -> store.pushed(id));
    }

    private void refuseTooLarge(Draft draft) {
        long most = bounds.mostBytes().toBytes();
        if (draft.bytes() > most) {
            throw new DraftRefused(Reason.FULL, Fault.at("", "draft-too-large", most));
        }
    }

    private static <T> T reached(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (StoreFailure e) {
            throw unavailable(e);
        }
    }

    private static DraftRefused unavailable(StoreFailure failure) {
        DraftRefused refused = new DraftRefused(Reason.UNAVAILABLE, failure.fault());
        refused.initCause(failure);
        return refused;
    }
}
