package io.quanyi.policy.edit;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The constraint on one field in a pattern, or a variable that stands for its value.
 *
 * @param field the field
 * @param operator the operator, such as {@code ==} or {@code not in}; {@value #STANDS_FOR} for a variable that stands for the value
 * @param list the place between the brackets of a list; equal to {@code span} if there is no list
 * @param values the values with which the field is compared; more than one only in a list
 */
public record WrittenConstraint(
        TextRange span, String field, WrittenValue operator, TextRange list, List<WrittenValue> values)
        implements WrittenPart {

    /** The sign between a variable and the field whose value it stands for. */
    public static final String STANDS_FOR = ":";

    /** Keeps a copy. */
    public WrittenConstraint {
        values = List.copyOf(values);
    }

    /** A new constraint. */
    public static WrittenConstraint of(String field, String operator, List<WrittenValue> values) {
        return new WrittenConstraint(TextRange.NONE, field, WrittenValue.of(operator), TextRange.NONE, values);
    }

    /** Whether it compares with a list. */
    public boolean isList() {
        return operator.drl().endsWith("in");
    }

    /** Whether a variable stands for the value of the field. */
    public boolean isBinding() {
        return operator.drl().equals(STANDS_FOR);
    }

    @Override
    public String head() {
        return field;
    }

    @Override
    public String drl() {
        String all = values.stream().map(WrittenValue::drl).collect(Collectors.joining(", "));
        if (isBinding()) {
            return all + " : " + field;
        }
        return field + " " + operator.drl() + " " + (isList() ? "(" + all + ")" : all);
    }
}
