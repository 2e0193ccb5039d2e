package io.quanyi.source.edit;

import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Compares trees by their values: where and with which quotes these are written makes no difference. */
final class TreeValues {

    private TreeValues() {}

    /** Whether two trees have the same members, in the same order, with the same values. */
    static boolean isSame(Tree one, Tree other) {
        if (one instanceof Obj a && other instanceof Obj b) {
            return List.copyOf(a.members().keySet())
                            .equals(List.copyOf(b.members().keySet()))
                    && isSame(
                            new ArrayList<>(a.members().values()),
                            new ArrayList<>(b.members().values()));
        }
        if (one instanceof Arr a && other instanceof Arr b) {
            return isSame(a.items(), b.items());
        }
        return one instanceof Scalar a
                && other instanceof Scalar b
                && a.text().equals(b.text())
                && (a.kind() == Tree.Kind.NULL) == (b.kind() == Tree.Kind.NULL);
    }

    private static boolean isSame(List<Tree> some, List<Tree> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (!isSame(some.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }
}
