package io.quanyi.wire;

import io.quanyi.source.Tree;
import java.util.stream.Stream;

/**
 * Documents that were sent together, in their order. Each is read when it is its turn, and what one of them is tells nothing about
 * the next.
 *
 * @param all to be gone through once
 */
public record Documents(Stream<Document> all) {

    /** One of them. */
    public sealed interface Document permits Legible, Illegible {}

    /** One that can be made something of. */
    public record Legible(Tree tree) implements Document {}

    /** One that cannot, and what its sender is told. */
    public record Illegible(Problem problem) implements Document {}
}
