package io.quanyi.checks;

import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares an answer with the expectation of a case. Members that the case does not name are ignored; a list must have the same length
 * and order.
 */
public final class AnswerComparison {

    /** The most characters of a value that are shown; more would hide the difference. */
    private static final int MAX_SHOWN_LENGTH = 400;

    /**
     * A member of an answer that is not as expected.
     *
     * @param path the path of the member
     * @param expected the value in the case, on one line
     * @param actual the value in the answer, on one line; null if the answer has no such member
     * @param known the members that the answer has in place of that one
     */
    record Mismatch(String path, String expected, @Nullable String actual, List<String> known) {}

    private final List<Mismatch> mismatches = new ArrayList<>();

    private AnswerComparison() {}

    /**
     * Compares.
     *
     * @param expected the expectation
     * @param actual the answer as maps, lists, texts, numbers, truth values and nulls
     * @return the mismatches; empty if the answer is as expected
     */
    public static List<Mismatch> mismatches(Tree expected, @Nullable Object actual) {
        AnswerComparison expectation = new AnswerComparison();
        expectation.compare("", expected, actual);
        return expectation.mismatches;
    }

    /** Whether an expectation contains an instant or a date, whose derivation the note must explain. */
    static boolean containsTime(Tree expected) {
        if (expected instanceof Obj object) {
            return object.members().values().stream().anyMatch(AnswerComparison::containsTime);
        }
        if (expected instanceof Arr array) {
            return array.items().stream().anyMatch(AnswerComparison::containsTime);
        }
        return ((Scalar) expected).text().matches("\\d{4}-\\d{2}-\\d{2}.*");
    }

    private void compare(String path, Tree expected, @Nullable Object actual) {
        if (expected instanceof Obj object) {
            compareObject(path, object, actual);
        } else if (expected instanceof Arr array) {
            compareList(path, array, actual);
        } else if (!matches((Scalar) expected, actual)) {
            differ(path, expected, actual);
        }
    }

    private void compareObject(String path, Obj expected, @Nullable Object actual) {
        if (!(actual instanceof Map<?, ?> members)) {
            differ(path, expected, actual);
            return;
        }
        expected.members().forEach((name, value) -> {
            if (members.containsKey(name)) {
                compare(path + "/" + name, value, members.get(name));
            } else {
                mismatches.add(new Mismatch(path + "/" + name, cut(written(value)), null, names(members)));
            }
        });
    }

    private static List<String> names(Map<?, ?> members) {
        return members.keySet().stream().map(String::valueOf).toList();
    }

    private void compareList(String path, Arr expected, @Nullable Object actual) {
        if (!(actual instanceof List<?> items)
                || items.size() != expected.items().size()) {
            differ(path, expected, actual);
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            compare(path + "/" + i, expected.items().get(i), items.get(i));
        }
    }

    private static boolean matches(Scalar expected, @Nullable Object actual) {
        if (actual == null || expected.kind() == Kind.NULL) {
            return actual == null && expected.kind() == Kind.NULL;
        }
        if (actual instanceof BigDecimal || actual instanceof Integer) {
            return isNumber(expected.text(), new BigDecimal(actual.toString()));
        }
        return expected.text().equals(actual.toString()) || isInstant(expected.text(), actual.toString());
    }

    private static boolean isNumber(String expected, BigDecimal actual) {
        try {
            return new BigDecimal(expected).compareTo(actual) == 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isInstant(String expected, String actual) {
        try {
            return OffsetDateTime.parse(expected).equals(OffsetDateTime.parse(actual));
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void differ(String path, Tree expected, @Nullable Object actual) {
        mismatches.add(new Mismatch(
                path.isEmpty() ? "/" : path, cut(written(expected)), cut(String.valueOf(actual)), List.of()));
    }

    /** A tree in the notation of {@link java.util.Map#toString}, in which answers are shown, too. */
    private static String written(Tree tree) {
        if (tree instanceof Obj object) {
            return object.members().entrySet().stream()
                    .map(member -> member.getKey() + "=" + written(member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (tree instanceof Arr array) {
            return array.items().stream().map(AnswerComparison::written).collect(Collectors.joining(", ", "[", "]"));
        }
        Scalar scalar = (Scalar) tree;
        return scalar.kind() == Kind.NULL ? "null" : scalar.text();
    }

    private static String cut(String shown) {
        return shown.length() > MAX_SHOWN_LENGTH ? shown.substring(0, MAX_SHOWN_LENGTH) + "…" : shown;
    }
}
