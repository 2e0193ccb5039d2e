package io.quanyi.impact.enumeration;

import io.quanyi.decision.request.AgreedTerm;
import io.quanyi.decision.request.Contract;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.impact.dimension.MergedDimension;
import io.quanyi.impact.dimension.ServiceComparison;
import io.quanyi.impact.term.OwnTerms;
import io.quanyi.impact.value.DimensionValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the own terms of a contract in combinations of classes, and the combinations with fewer of them. A combination whose answers change as
 * they do with fewer own terms needs no change of its own.
 */
final class OwnTermClasses {

    private static final int NOWHERE = -1;

    private final int group;
    private final List<OwnTerms> own = new ArrayList<>();
    private final List<Integer> none = new ArrayList<>();
    private final List<Integer> base = new ArrayList<>();
    private final int use;
    private final List<Boolean> unknownUsage = new ArrayList<>();
    private final boolean tellsUsage;

    OwnTermClasses(ServiceComparison comparison, List<IndependentGroup> groups) {
        this.group = groupOf(groups, "contractTerms");
        this.use = groupOf(groups, "use");
        if (group != NOWHERE && !comparison.isSurvey()) {
            number(comparison, groups.get(group));
        }
        if (use != NOWHERE) {
            int place = placeOf(groups.get(use), "use");
            MergedDimension dimension = groups.get(use).dimensions().get(place);
            groups.get(use)
                    .classes()
                    .forEach(one -> unknownUsage.add(dimension
                            .values()
                            .get(one.first().get(place))
                            .labels()
                            .get(0)
                            .words()
                            .contains("unknown")));
        }
        this.tellsUsage = unknownUsage.contains(true);
    }

    private static int groupOf(List<IndependentGroup> groups, String dimension) {
        return IntStream.range(0, groups.size())
                .filter(i -> placeOf(groups.get(i), dimension) != NOWHERE)
                .findFirst()
                .orElse(NOWHERE);
    }

    private static int placeOf(IndependentGroup group, String dimension) {
        return IntStream.range(0, group.dimensions().size())
                .filter(i -> group.dimensions().get(i).id().equals(dimension))
                .findFirst()
                .orElse(NOWHERE);
    }

    private void number(ServiceComparison comparison, IndependentGroup all) {
        int place = placeOf(all, "contractTerms");
        MergedDimension dimension = all.dimensions().get(place);
        Map<Set<String>, Integer> values = new HashMap<>();
        List<OwnTerms> terms = new ArrayList<>();
        for (int value = 0; value < dimension.size(); value++) {
            Set<String> parts = dimension.parts(value);
            values.put(parts, value);
            terms.add(new OwnTerms(terms(comparison, dimension.values().get(value)), parts));
        }
        int[] places = IntStream.range(0, all.dimensions().size()).toArray();
        for (IndependentGroup.CombinationClass one : all.classes()) {
            OwnTerms here = terms.get(one.first().get(place));
            Set<String> grant =
                    here.parts().contains(OwnTerms.GRANT) && here.parts().size() > 1
                            ? Set.of(OwnTerms.GRANT)
                            : Set.of();
            int[] digits = one.first().stream().mapToInt(Integer::intValue).toArray();
            own.add(here);
            digits[place] = values.getOrDefault(Set.of(), 0);
            none.add(all.diagram().number(places, digits));
            digits[place] = values.getOrDefault(grant, 0);
            base.add(all.diagram().number(places, digits));
        }
    }

    private static List<AgreedTerm> terms(ServiceComparison comparison, DimensionValue value) {
        RequestBuilder builder = comparison.requestBuilder(comparison.after());
        value.setting().accept(builder);
        Contract contract = builder.request().subscription().contract();
        return contract == null || contract.terms() == null ? List.of() : contract.terms();
    }

    /** The own terms of a combination of classes. */
    OwnTerms of(int[] digits) {
        return own.isEmpty() ? OwnTerms.NONE : own.get(digits[group]);
    }

    /** Whether a combination has no own terms. */
    boolean isNone(int[] digits) {
        return of(digits).parts().isEmpty();
    }

    /** The combination without own terms. */
    int[] without(int[] digits) {
        return replaced(digits, none);
    }

    /** The combination with the grant only, if it has one beside another term; otherwise without own terms. */
    int[] base(int[] digits) {
        return replaced(digits, base);
    }

    private int[] replaced(int[] digits, List<Integer> by) {
        int[] other = digits.clone();
        if (!own.isEmpty()) {
            other[group] = by.get(digits[group]);
        }
        return other;
    }

    /** Whether the usage of the combination contradicts the state of its own quota, so that no request has both. */
    boolean isImpossible(int[] digits) {
        Set<String> parts = of(digits).parts();
        if (!tellsUsage || parts.isEmpty()) {
            return false;
        }
        return unknownUsage.get(digits[use]) ? OwnTerms.countsUsage(parts) : parts.contains(OwnTerms.UNKNOWN);
    }
}
