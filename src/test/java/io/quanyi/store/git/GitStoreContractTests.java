package io.quanyi.store.git;

import io.quanyi.source.SourceTree;
import io.quanyi.store.Store;
import io.quanyi.store.StoreContractTests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Checks the contract of stores on one in a git repository that services share. */
@Tag("slow")
class GitStoreContractTests extends StoreContractTests {

    @TempDir
    private Path temp;

    private GitTestRepository remote;
    private boolean filled;

    @BeforeEach
    void begin() {
        remote = GitTestRepository.empty(temp.resolve("remote.git"));
    }

    @AfterEach
    void end() {
        remote.close();
    }

    /** A repository is filled by hand. */
    @Override
    protected Store open(String service, SourceTree seed) {
        if (!filled) {
            Map<String, String> files = new TreeMap<>();
            seed.under("").forEach(file -> files.put(file.path(), new String(file.bytes(), StandardCharsets.UTF_8)));
            remote.commit(files);
            filled = true;
        }
        return GitStore.open(remote.settings(temp.resolve(service)), Clock.systemUTC());
    }

    @Override
    protected int rounds() {
        return 5;
    }
}
