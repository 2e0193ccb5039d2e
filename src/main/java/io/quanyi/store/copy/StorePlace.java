package io.quanyi.store.copy;

/** A place for a whole store: one that services use, or a backup of one. */
public interface StorePlace {

    /**
     * Reads all that is there.
     *
     * @throws io.quanyi.store.StoreFailure if there is no store, or it cannot be read
     */
    StoreContent read();

    /**
     * Begins a store with a content. An existing store is never replaced.
     *
     * @throws io.quanyi.store.StoreRefused if there is a store already
     * @throws io.quanyi.store.StoreUnavailable if it cannot be written; drafts that were written before stay
     */
    void begin(StoreContent content);
}
