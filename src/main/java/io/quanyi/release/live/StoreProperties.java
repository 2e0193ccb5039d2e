package io.quanyi.release.live;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings of the store.
 *
 * @param kind read-only, a folder of the service, a git repository, or a database of PostgreSQL
 * @param folder the folder of the store; for git and PostgreSQL, the folder of the local copy
 * @param poll the interval between two checks of the store
 * @param keep how many releases that are not in force stay in memory
 * @param leastFree the least free space where the store is kept; less is reported in health and metrics
 * @param git the git repository
 * @param postgresql the database
 */
@ConfigurationProperties("quanyi.store")
record StoreProperties(
        @DefaultValue("read-only") Kind kind,
        @DefaultValue("data") Path folder,
        @DefaultValue("30s") Duration poll,
        @DefaultValue("32") int keep,
        @DefaultValue("64MB") DataSize leastFree,
        @DefaultValue Git git,
        @DefaultValue Postgresql postgresql) {

    /** @throws IllegalArgumentException if a number is out of its bounds */
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
        GIT,
        POSTGRESQL
    }

    /**
     * The settings of a git repository that all replicas share.
     *
     * @param uri its address or path
     * @param branch the branch that is served
     * @param path the folder of the rules in it; empty for its root
     * @param username the name used to fetch and push
     * @param password the password or token of that name
     * @param timeout how long the server may stay silent
     */
    record Git(
            @Nullable String uri,
            @DefaultValue("main") String branch,
            @DefaultValue("") String path,
            @Nullable String username,
            @Nullable String password,
            @DefaultValue("20s") Duration timeout) {

        /** The settings without the password, and without the address, which may contain one. */
        @Override
        public String toString() {
            return "Git[branch=" + branch + ", path=" + path + ", timeout=" + timeout + "]";
        }
    }

    /**
     * The settings of a database that all replicas share.
     *
     * @param url its address, {@code jdbc:postgresql://host:port/database}
     * @param user the user of the database
     * @param password the password of that user
     * @param schema the schema of the tables
     * @param timeout how long the server may stay silent
     */
    record Postgresql(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @DefaultValue("quanyi") String schema,
            @DefaultValue("20s") Duration timeout) {

        /** The settings without the password, and without the address, which may contain one by mistake. */
        @Override
        public String toString() {
            return "Postgresql[schema=" + schema + ", timeout=" + timeout + "]";
        }
    }
}
