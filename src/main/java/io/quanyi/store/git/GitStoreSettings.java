package io.quanyi.store.git;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which git repository a store is kept in.
 *
 * @param uri where it is: an {@code https}, {@code http} or {@code file} address, or a path
 * @param branch the branch, such as {@code main}
 * @param path the folder of the rules inside it; empty for its root
 * @param username for the server, if it asks for one
 * @param password for the server, or a token in its place
 * @param copy the folder of the copy that is kept here, which belongs to the store alone
 * @param timeout how long the server may stay silent, between a second and an hour
 */
public record GitStoreSettings(
        String uri,
        String branch,
        String path,
        @Nullable String username,
        @Nullable String password,
        Path copy,
        Duration timeout) {

    /** Without the password, and without the address, which may hold one. */
    @Override
    public String toString() {
        return "GitStoreSettings[branch=" + branch + ", path=" + path + ", copy=" + copy + ", timeout=" + timeout + "]";
    }
}
