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
import org.jspecify.annotations.Nullable;

/**
 * Holds an answer against what a case expects of it. Members that the case does not name do not matter; a list must have the
 * same length and order.
 */
public final class Expectation {

    private final List<String> differences = new ArrayList<>();

    private Expectation() {}

    /**
     * Compares.
     *
     * @param expected what the case says
     * @param actual the answer as maps, lists, texts, numbers, truth values and nulls
     * @return each difference, with the path to it; none if the answer is as expected
     */
    public static List<String> differences(Tree expected, @Nullable Object actual) {
        Expectation expectation = new Expectation();
        expectation.compare("", expected, actual);
        return expectation.differences;
    }

    /** Whether anything expected is an instant or a date, which somebody must have derived. */
    static boolean speaksOfTime(Tree expected) {
        if (expected instanceof Obj object) {
            return object.members().values().stream().anyMatch(Expectation::speaksOfTime);
        }
        if (expected instanceof Arr array) {
            return array.items().stream().anyMatch(Expectation::speaksOfTime);
        }
        return ((Scalar) expected).text().matches("\\d{4}-\\d{2}-\\d{2}.*");
    }

    private void compare(String path, Tree expected, @Nullable Object actual) {
        if (expected instanceof Obj object) {
            compareObject(path, object, actual);
        } else if (expected instanceof Arr array) {
            compareList(path, array, actual);
        } else if (!matches((Scalar) expected, actual)) {
            differ(path, ((Scalar) expected).text(), actual);
        }
    }

    private void compareObject(String path, Obj expected, @Nullable Object actual) {
        if (!(actual instanceof Map<?, ?> members)) {
            differ(path, "an object", actual);
            return;
        }
        expected.members().forEach((name, value) -> {
            if (members.containsKey(name)) {
                compare(path + "/" + name, value, members.get(name));
            } else {
                differences.add(path + "/" + name + ": the answer has no such member");
            }
        });
    }

    private void compareList(String path, Arr expected, @Nullable Object actual) {
        if (!(actual instanceof List<?> items)
                || items.size() != expected.items().size()) {
            differ(path, "a list of " + expected.items().size(), actual);
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

    private void differ(String path, String expected, @Nullable Object actual) {
        String shown = String.valueOf(actual);
        String cut = shown.length() > 400 ? shown.substring(0, 400) + "…" : shown;
        differences.add((path.isEmpty() ? "/" : path) + ": expected " + expected + ", got " + cut);
    }
}
