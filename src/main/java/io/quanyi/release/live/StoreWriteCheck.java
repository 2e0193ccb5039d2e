package io.quanyi.release.live;

import io.quanyi.release.StateRefused;
import io.quanyi.source.Fault;
import io.quanyi.store.Store;
import io.quanyi.store.folder.WriteProbe;
import io.quanyi.text.Language;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks whether the store can be written, before a publication needs it, and logs each change. */
final class StoreWriteCheck {

    private static final Logger LOG = LoggerFactory.getLogger(StoreWriteCheck.class);

    private final Store store;
    private final long leastFree;
    private @Nullable Fault last;

    /** @param leastFree how many bytes must be free where the store is kept */
    StoreWriteCheck(Store store, long leastFree) {
        this.store = store;
        this.leastFree = leastFree;
    }

    /** The reason why nothing can be published; null if none is known, and for a read-only store. */
    @Nullable Fault fault() {
        Fault found = probed();
        if (found != null && (last == null || !last.code().equals(found.code()))) {
            LOG.error("nothing can be published: {}", found.describe(Language.ENGLISH));
        } else if (found == null && last != null) {
            LOG.info("the store can be written again");
        }
        last = found;
        return found;
    }

    private @Nullable Fault probed() {
        try {
            return StateRefused.guard(Fault.at("", "store-write-failed"), store::folder)
                    .flatMap(folder -> WriteProbe.of(folder, leastFree))
                    .or(() -> StateRefused.guard(Fault.at("", "store-write-failed"), store::unwritable))
                    .orElse(null);
        } catch (StateRefused e) {
            return e.faults().get(0);
        }
    }
}
