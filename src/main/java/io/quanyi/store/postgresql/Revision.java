package io.quanyi.store.postgresql;

import io.quanyi.digest.Sha256;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A state of the store with its place in the history, as a row has it.
 *
 * @param number its place, from 1
 * @param name the digest over all other components, which names the whole history up to here
 * @param parent the name of the state before it; null for the first
 * @param files the digest of all files of the state
 * @param author the name of its author, in one line
 * @param at when it was made, in whole microseconds
 * @param message the reason
 */
record Revision(
        long number, String name, @Nullable String parent, String files, String author, Instant at, String message) {

    /** The state after another, or the first one. */
    static Revision after(@Nullable Revision parent, String files, String author, Instant at, String message) {
        long number = parent == null ? 1 : parent.number + 1;
        String before = parent == null ? null : parent.name;
        return new Revision(
                number, digest(number, before, files, author, at, message), before, files, author, at, message);
    }

    /** Whether the name is that of the other components. */
    boolean isWhole() {
        return name.equals(digest(number, parent, files, author, at, message));
    }

    private static String digest(
            long number, @Nullable String parent, String files, String author, Instant at, String message) {
        String text = "quanyi revision " + number + "\nparent " + (parent == null ? "" : parent) + "\nfiles " + files
                + "\nauthor " + author + "\nat " + at + "\n\n" + message;
        return new Sha256().with(text).hex();
    }
}
