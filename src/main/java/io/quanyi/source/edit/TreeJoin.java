package io.quanyi.source.edit;

import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Obj;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Joins two values of one member: objects by their members, and lists by their items, each once. */
public final class TreeJoin {

    private final BiConsumer<Tree, Tree> conflicts;

    private TreeJoin(BiConsumer<Tree, Tree> conflicts) {
        this.conflicts = conflicts;
    }

    /**
     * Both values in one, the first before the second. Where values differ that are no lists and no objects, it has the
     * first.
     *
     * @param conflicts gets each such pair of values
     */
    public static Tree of(Tree first, Tree second, BiConsumer<Tree, Tree> conflicts) {
        return new TreeJoin(conflicts).joined(first, second);
    }

    private Tree joined(Tree first, Tree second) {
        if (first instanceof Obj one && second instanceof Obj other) {
            Map<String, Tree> members = new LinkedHashMap<>(one.members());
            other.members().forEach((name, value) -> members.merge(name, value, this::joined));
            return new Obj(members);
        }
        if (first instanceof Arr one && second instanceof Arr other) {
            List<Tree> items = new ArrayList<>(one.items());
            other.items().stream()
                    .filter(item -> one.items().stream().noneMatch(known -> TreeValues.isSame(known, item)))
                    .forEach(items::add);
            return new Arr(one.position(), items);
        }
        if (!TreeValues.isSame(first, second)) {
            conflicts.accept(first, second);
        }
        return first;
    }
}
