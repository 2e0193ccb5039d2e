package io.quanyi.store;

/** Tests of drafts that are kept in memory. */
class MemoryDraftStoreTests extends DraftStoreTests {

    private final DraftStore store = new MemoryDraftStore();

    @Override
    protected DraftStore store() {
        return store;
    }
}
