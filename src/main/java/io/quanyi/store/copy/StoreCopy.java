package io.quanyi.store.copy;

import io.quanyi.source.Fault;
import io.quanyi.store.DraftFiles;
import io.quanyi.store.DraftStore;
import io.quanyi.store.Store;
import io.quanyi.store.StoreRefused;

/** Copies a whole store to an empty place, of the same kind or another. */
public final class StoreCopy {

    /** The most drafts of a store that is copied: more than any service keeps. */
    static final int MAX_DRAFTS = 10_000;

    /** The most bytes of a draft that is copied. */
    static final long MAX_DRAFT_BYTES = 64L << 20;

    private static final String AUTHOR = "quanyi";

    private StoreCopy() {}

    /**
     * Writes a content to an empty place, reads the place again, and compares.
     *
     * @return the digest of both
     * @throws io.quanyi.store.StoreFailure if it cannot be written, or holds something else afterwards
     */
    public static String begin(StorePlace to, StoreContent content) {
        to.begin(content);
        String written = to.read().digest();
        if (!written.equals(content.digest())) {
            throw new StoreRefused(Fault.at("", "store-copy-differs", content.digest(), written));
        }
        return written;
    }

    static StoreContent content(Store store) {
        return new StoreContent(store.newest().tree(), store.drafts().all());
    }

    static void putDrafts(StoreContent content, Store store) {
        DraftStore drafts = store.drafts();
        for (DraftFiles draft : content.drafts()) {
            drafts.put(draft, null, AUTHOR);
            drafts.share(draft.id());
        }
    }
}
