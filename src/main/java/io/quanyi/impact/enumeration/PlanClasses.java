package io.quanyi.impact.enumeration;

import io.quanyi.impact.dimension.MergedDimension;
import io.quanyi.impact.value.ValueLabel;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds the classes of combinations with a given plan, and pairs of classes that differ only in the plan. */
public final class PlanClasses {

    private static final String PLAN = "plan";
    private static final int NONE = -1;

    private final List<IndependentGroup> groups;
    private final int number;

    PlanClasses(List<IndependentGroup> groups) {
        this.groups = groups;
        this.number = IntStream.range(0, groups.size())
                .filter(i -> placeOfPlans(groups.get(i)) != NONE)
                .findFirst()
                .orElse(NONE);
    }

    /** Whether the rules distinguish any plans. */
    public boolean areDistinguished() {
        return number != NONE;
    }

    /** The place of the plans in a combination of classes: the number of their group; -1 if no plans are distinguished. */
    public int place() {
        return number;
    }

    /** The classes that contain a plan; none if no plans are distinguished. */
    public Set<Integer> of(String plan) {
        if (!areDistinguished()) {
            return Set.of();
        }
        IndependentGroup group = groups.get(number);
        int place = placeOfPlans(group);
        return group.diagram().numbers(place, value(group.dimensions().get(place), plan));
    }

    /** The class of some combinations with one plan, and the class of the same combinations with another plan. */
    public record PlanStep(int below, int above) {}

    /** The steps from one plan to another, without those that stay in one class; none if no plans are distinguished. */
    public Set<PlanStep> steps(String below, String above) {
        Set<PlanStep> steps = new LinkedHashSet<>();
        if (areDistinguished()) {
            IndependentGroup group = groups.get(number);
            int place = placeOfPlans(group);
            MergedDimension plans = group.dimensions().get(place);
            group.diagram().eachPair(place, value(plans, below), value(plans, above), (one, other) -> {
                if (!one.equals(other)) {
                    steps.add(new PlanStep(one, other));
                }
            });
        }
        return steps;
    }

    private static int placeOfPlans(IndependentGroup group) {
        return IntStream.range(0, group.dimensions().size())
                .filter(i -> group.dimensions().get(i).id().equals(PLAN))
                .findFirst()
                .orElse(NONE);
    }

    private static int value(MergedDimension plans, String plan) {
        return IntStream.range(0, plans.size())
                .filter(i -> plans.values().get(i).labels().contains(ValueLabel.id(plan)))
                .findFirst()
                .orElse(NONE);
    }
}
