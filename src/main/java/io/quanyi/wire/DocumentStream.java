package io.quanyi.wire;

import io.quanyi.source.Tree;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Documents that were sent together, in their order. Each is parsed when it is its turn, by itself: a malformed one does not affect the next.
 *
 * @param all to be gone through once
 * @param nextIsThere whether the next document has come already, so that nothing has to be waited for
 */
public record DocumentStream(Stream<Document> all, BooleanSupplier nextIsThere) {

    /** One document. */
    public sealed interface Document permits Parsed, Refused {}

    /** A document that could be parsed. */
    public record Parsed(Tree tree) implements Document {}

    /** A document that could not be parsed, with the problem for its sender. */
    public record Refused(Problem problem) implements Document {}
}
