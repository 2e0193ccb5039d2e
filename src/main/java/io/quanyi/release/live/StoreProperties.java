package io.quanyi.release.live;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the rules are kept.
 *
 * @param kind read only, a folder of the service's own, or a git repository
 * @param folder the folder; for git, where the copy of the repository is kept
 * @param poll how long to wait between two looks at the store
 * @param keep how many releases to keep in memory beside those in force
 * @param leastFree how much room there must be where the store is kept: less is said in health and metrics
 * @param git the repository
 */
@ConfigurationProperties("quanyi.store")
record StoreProperties(
        @DefaultValue("read-only") Kind kind,
        @DefaultValue("data") Path folder,
        @DefaultValue("30s") Duration poll,
        @DefaultValue("32") int keep,
        @DefaultValue("64MB") DataSize leastFree,
        @DefaultValue Git git) {

    /** @throws IllegalArgumentException if a number is none that a store can be kept by */
    StoreProperties {
        require(poll.toMillis() > 0, "quanyi.store.poll must be a millisecond or more");
        require(keep >= 0, "quanyi.store.keep must not be below 0");
        require(!leastFree.isNegative(), "quanyi.store.least-free must not be below 0");
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new IllegalArgumentException(fault);
        }
    }

    enum Kind {
        READ_ONLY,
        FOLDER,
        GIT
    }

    /**
     * A repository that all replicas share.
     *
     * @param uri where it is
     * @param branch the branch that is served
     * @param path the folder of the rules in it; empty for its root
     * @param username who fetches and pushes
     * @param password by which they are known
     * @param timeout how long to wait for it
     */
    record Git(
            @Nullable String uri,
            @DefaultValue("main") String branch,
            @DefaultValue("") String path,
            @Nullable String username,
            @Nullable String password,
            @DefaultValue("20s") Duration timeout) {}
}
