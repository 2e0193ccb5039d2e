package io.quanyi.policy.edit;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A pattern of a condition.
 *
 * @param quantifier {@code not}, {@code exists} or nothing
 * @param fact the fact type
 * @param list the place between its brackets
 */
public record WrittenPattern(
        TextRange span, String quantifier, WrittenValue fact, TextRange list, List<WrittenConstraint> constraints)
        implements WrittenPart {

    /** Keeps a copy. */
    public WrittenPattern {
        constraints = List.copyOf(constraints);
    }

    /** A new pattern. */
    public static WrittenPattern of(String quantifier, String fact, List<WrittenConstraint> constraints) {
        return new WrittenPattern(TextRange.NONE, quantifier, WrittenValue.of(fact), TextRange.NONE, constraints);
    }

    @Override
    public String head() {
        return fact.drl();
    }

    @Override
    public String drl() {
        return start()
                + constraints.stream()
                        .map(WrittenConstraint::drl)
                        .collect(Collectors.joining(", ", fact.drl() + "(", ")"));
    }

    String start() {
        return quantifier.isEmpty() ? "" : quantifier + " ";
    }
}
