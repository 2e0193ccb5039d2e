package io.quanyi.store;

import io.quanyi.source.Fault;
import io.quanyi.source.SourceFile;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The drafts that are kept beside the states of a store, and are never part of one. It is safe for use by several
 * threads, and by several processes on the same files. A draft that was put is kept from then on.
 */
public interface DraftStore extends AutoCloseable {

    /**
     * All drafts, by their ids.
     *
     * @throws StoreUnavailable if they cannot be read at present
     */
    List<DraftFiles> all();

    /**
     * The file of a name in each draft that has it, by the ids of the drafts, without their other files.
     *
     * @throws StoreUnavailable if they cannot be read at present
     */
    SortedMap<String, SourceFile> files(String name);

    /**
     * The draft of an id.
     *
     * @throws StoreUnavailable if it cannot be read at present
     */
    Optional<DraftFiles> find(String id);

    /**
     * Stores a draft in place of the state that a change of it was made for.
     *
     * @param base the revision of that state; null for a new draft
     * @param author the name of the person who changes it, in one line
     * @throws StoreMoved if the draft is in another state, or was removed
     * @throws StoreUnavailable if it cannot be written at present
     */
    void put(DraftFiles draft, @Nullable String base, String author);

    /**
     * Removes a draft.
     *
     * @param base the revision that is removed
     * @throws StoreMoved if the draft is in another state, or was removed
     * @throws StoreUnavailable if it cannot be removed at present
     */
    void remove(String id, String base, String author);

    /**
     * A secret of the place where the drafts are kept, of 32 random bytes. All processes on the same files have the same.
     *
     * @throws StoreUnavailable if it cannot be read, or written, at present
     */
    byte[] secret();

    /**
     * Makes sure that all services of the store see a draft as it is here. Where they see every change at once, it does
     * nothing.
     *
     * @throws StoreMoved if others have changed it meanwhile; it is as they left it then
     * @throws StoreUnavailable if others cannot be reached at present; they see it later
     */
    default void share(String id) {
        // They see it
    }

    /** Ends the work at a draft that was published: others no longer see it, where it had to be sent to them. */
    default void withdraw(String id) {
        // It stays as it is
    }

    /** Whether other services see all changes of a draft by now; empty if that is no question of time, or there is none. */
    default Optional<Boolean> pushed(String id) {
        return Optional.empty();
    }

    /** Why drafts here are not as others see them, by their ids; under the empty id what concerns all. */
    default Map<String, Fault> faults() {
        return Map.of();
    }

    /** Sends the pending changes to the other services, if they can be reached, and releases its resources. */
    @Override
    default void close() {
        // Nothing is held open
    }

    /** A secret for a new place. */
    static byte[] freshSecret() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    /** Fails unless a draft is in the state that a change was made for; null stands for no draft. */
    static void refuseMoved(String id, @Nullable String base, @Nullable String present) {
        if (base == null ? present != null : !base.equals(present)) {
            throw new StoreMoved(Fault.at("", "draft-moved", id));
        }
    }
}
