package io.quanyi.release.publish;

import io.quanyi.store.DraftStore;
import io.quanyi.store.Snapshot;
import io.quanyi.store.Store;
import io.quanyi.store.StoreChange;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A store whose append for one programme waits until the test lets it go. */
record SlowStore(Store store, String programme, CountDownLatch storing, CountDownLatch go) implements Store {

    @Override
    public String kind() {
        return store.kind();
    }

    @Override
    public boolean writable() {
        return store.writable();
    }

    @Override
    public Optional<Path> folder() {
        return store.folder();
    }

    @Override
    public Snapshot newest() {
        return store.newest();
    }

    @Override
    public Optional<Snapshot> lastGood() {
        return store.lastGood();
    }

    @Override
    public void accept(Snapshot snapshot) {
        store.accept(snapshot);
    }

    @Override
    public Snapshot append(StoreChange change) {
        if (change.ledgers().get(0).path().startsWith(programme)) {
            storing.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return store.append(change);
    }

    @Override
    public DraftStore drafts() {
        return store.drafts();
    }

    @Override
    public void close() {
        store.close();
    }
}
