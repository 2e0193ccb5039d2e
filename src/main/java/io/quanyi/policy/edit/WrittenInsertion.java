package io.quanyi.policy.edit;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The insertion of an outcome.
 *
 * @param type the outcome type
 * @param list the place between the brackets of its arguments
 */
public record WrittenInsertion(TextRange span, String type, TextRange list, List<WrittenValue> arguments)
        implements WrittenPart {

    /** Keeps a copy. */
    public WrittenInsertion {
        arguments = List.copyOf(arguments);
    }

    /** A new insertion. */
    public static WrittenInsertion of(String type, List<WrittenValue> arguments) {
        return new WrittenInsertion(TextRange.NONE, type, TextRange.NONE, arguments);
    }

    @Override
    public String head() {
        return type;
    }

    @Override
    public String drl() {
        return arguments.stream()
                .map(WrittenValue::drl)
                .collect(Collectors.joining(", ", "insert(new " + type + "(", "));"));
    }
}
