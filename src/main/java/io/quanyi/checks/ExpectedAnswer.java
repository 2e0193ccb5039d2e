package io.quanyi.checks;

import io.quanyi.source.Position;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Obj;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rewrites the expectation of a case to equal an answer in the members that the expectation names. */
final class ExpectedAnswer {

    private ExpectedAnswer() {}

    /**
     * The expectation that the answer meets. Values that it meets already stay as they are written.
     *
     * @param answer maps, lists, texts, numbers, truth values and nulls
     */
    static Tree of(Tree expected, @Nullable Object answer) {
        if (AnswerComparison.mismatches(expected, answer).isEmpty()) {
            return expected;
        }
        if (expected instanceof Obj object && answer instanceof Map<?, ?> members) {
            return object(object, members);
        }
        if (expected instanceof Arr list && answer instanceof List<?> items) {
            return list(list, items);
        }
        return PlainTree.tree(answer, false);
    }

    private static Obj object(Obj expected, Map<?, ?> answer) {
        Map<String, Tree> members = new LinkedHashMap<>();
        expected.members().forEach((name, value) -> {
            if (answer.containsKey(name)) {
                members.put(name, of(value, answer.get(name)));
            }
        });
        return new Obj(members);
    }

    /** Items at the places of expected ones have the members of these; further items have the members of all expected ones. */
    private static Arr list(Arr expected, List<?> answer) {
        List<Tree> items = expected.items();
        return new Arr(
                Position.NOWHERE,
                IntStream.range(0, answer.size())
                        .mapToObj(i -> of(i < items.size() ? items.get(i) : pattern(items), answer.get(i)))
                        .toList());
    }

    private static Tree pattern(List<Tree> items) {
        Set<String> names = new LinkedHashSet<>();
        items.forEach(item -> {
            if (item instanceof Obj object) {
                names.addAll(object.members().keySet());
            }
        });
        Map<String, Tree> members = new LinkedHashMap<>();
        names.forEach(name -> members.put(name, PlainTree.text("")));
        return names.isEmpty() ? PlainTree.text("") : new Obj(members);
    }
}
