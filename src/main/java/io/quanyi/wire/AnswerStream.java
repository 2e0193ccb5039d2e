package io.quanyi.wire;

import io.quanyi.text.Language;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers to documents that were sent together. Each answer is made when it is its turn to be sent, and dropped before the next is made.
 *
 * @param all how to make each, to be gone through once
 * @param nextIsThere whether the next one can be made without waiting for its sender; if not, the answers so far are sent first
 * @param language of the problems that stand for answers that are not sent
 * @param refusal an item that is a problem, in the place of an answer that is too large, or that was not made: then it is given null
 */
public record AnswerStream<T>(
        Stream<Supplier<T>> all,
        BooleanSupplier nextIsThere,
        Language language,
        BiFunction<@Nullable T, Problem, T> refusal) {}
