package io.quanyi.store.git;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a store in a git repository.
 *
 * @param uri its address, {@code https}, {@code http} or {@code file}, or its path
 * @param branch the branch, such as {@code main}
 * @param path the folder of the rules in it; empty for its root
 * @param username the user name for the server; null if it asks for none
 * @param password the password or token; null if the server asks for none
 * @param copy the folder of the local copy, which belongs to the store alone
 * @param timeout how long the server may stay silent, from a second to an hour
 */
public record GitStoreSettings(
        String uri,
        String branch,
        String path,
        @Nullable String username,
        @Nullable String password,
        Path copy,
        Duration timeout) {

    /** The settings without the password, and without the address, which may contain one. */
    @Override
    public String toString() {
        return "GitStoreSettings[branch=" + branch + ", path=" + path + ", copy=" + copy + ", timeout=" + timeout + "]";
    }
}
