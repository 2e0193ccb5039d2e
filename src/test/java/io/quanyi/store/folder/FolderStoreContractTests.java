package io.quanyi.store.folder;

import io.quanyi.source.SourceTree;
import io.quanyi.store.Store;
import io.quanyi.store.StoreContractTests;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Checks the contract of stores on one in a folder that services share. */
class FolderStoreContractTests extends StoreContractTests {

    @TempDir
    private Path temp;

    @Override
    protected Store open(String service, SourceTree seed) {
        return FolderStore.open(temp.resolve("data"), seed);
    }

    @Override
    protected int rounds() {
        return 5;
    }
}
