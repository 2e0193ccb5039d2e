package io.quanyi.impact.enumeration;

import io.quanyi.impact.enumeration.IndependentGroup.CombinationClass;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The classes of all groups that have a property. It is looked up for each of millions of combinations, so that it is found once for each class. */
final class ClassSet {

    private final boolean[][] members;

    private ClassSet(boolean[][] members) {
        this.members = members;
    }

    /** The classes that meet a condition. */
    static ClassSet of(List<IndependentGroup> groups, Predicate<CombinationClass> condition) {
        return of(groups, (group, one) -> condition.test(one));
    }

    /** The classes that meet a condition in their group. */
    static ClassSet of(List<IndependentGroup> groups, BiPredicate<IndependentGroup, CombinationClass> condition) {
        boolean[][] members = new boolean[groups.size()][];
        for (int i = 0; i < members.length; i++) {
            List<CombinationClass> classes = groups.get(i).classes();
            members[i] = new boolean[classes.size()];
            for (int number = 0; number < members[i].length; number++) {
                members[i][number] = condition.test(groups.get(i), classes.get(number));
            }
        }
        return new ClassSet(members);
    }

    /** Whether a class of the group at a place is in the set. */
    boolean has(int place, int number) {
        return members[place][number];
    }

    /** Whether some class of a combination is in the set. */
    boolean hasAnyOf(int[] digits) {
        for (int i = 0; i < digits.length; i++) {
            if (members[i][digits[i]]) {
                return true;
            }
        }
        return false;
    }

    /** Whether all classes of a combination are in the set. */
    boolean hasAllOf(int[] digits) {
        for (int i = 0; i < digits.length; i++) {
            if (!members[i][digits[i]]) {
                return false;
            }
        }
        return true;
    }
}
