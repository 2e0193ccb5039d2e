package io.quanyi.impact.enumeration;

import io.quanyi.decision.answer.ReasonCode;
import io.quanyi.decision.answer.ReasonCode.Kind;
import io.quanyi.decision.combination.Combination;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.facts.Absent.Meaning;
import io.quanyi.facts.Denied;
import io.quanyi.impact.dimension.MergedDimension;
import io.quanyi.impact.dimension.ServiceComparison;
import io.quanyi.impact.enumeration.IndependentGroup.CombinationClass;
import io.quanyi.impact.term.OwnTerms;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The classes that one release answers alike beside a denial by a rule that rests on no absent fact.
 *
 * <p>Such a denial is the outcome, so that nothing is held against limits and no term is part of the answer. What is left of it are the reasons,
 * which are the denials, and the missing facts, on which further denials wait: a grant or a term that waits for a fact cannot change the
 * outcome. Beside a denial of the use, those for the scope are no reasons either. Combinations with equal denials are therefore decided once.
 *
 * <p>Not so where the contract has terms on the service, which outweigh denials for the scope, and where a rule denies one use for its size,
 * way or day, which an answer explains by the limit.
 */
final class DeniedFindings {

    private static final Set<Kind> OF_USE = EnumSet.of(Kind.USE);
    private static final Set<Kind> OF_SERVICE = EnumSet.of(Kind.USE, Kind.SCOPE);

    private final ServiceComparison comparison;
    private final Function<CombinationClass, List<Finding>> findingsOf;
    private final ClassSet others;
    private final ClassSet deniesUse;
    private final ClassSet deniesService;
    private final int[][] besideUse;
    private final int[][] besideService;

    /** @param findingsOf the findings of the release for a class */
    DeniedFindings(
            ServiceComparison comparison,
            List<IndependentGroup> groups,
            Function<CombinationClass, List<Finding>> findingsOf) {
        this.comparison = comparison;
        this.findingsOf = findingsOf;
        this.others = ClassSet.of(groups, this::isOther);
        this.deniesUse = ClassSet.of(groups, one -> denies(one, OF_USE));
        this.deniesService = ClassSet.of(groups, one -> denies(one, OF_SERVICE));
        this.besideUse = alike(groups, OF_USE);
        this.besideService = alike(groups, OF_SERVICE);
    }

    /** The first combination that is answered like a combination; the combination itself if no rule denies it. */
    int[] first(int[] digits) {
        if (!deniesService.hasAnyOf(digits) || others.hasAnyOf(digits)) {
            return digits;
        }
        int[][] alike = deniesUse.hasAnyOf(digits) ? besideUse : besideService;
        return IntStream.range(0, digits.length).map(i -> alike[i][digits[i]]).toArray();
    }

    private boolean denies(CombinationClass one, Set<Kind> kinds) {
        return findingsOf.apply(one).stream().anyMatch(finding -> finding.absent() == null && isDenial(finding, kinds));
    }

    private static boolean isDenial(Finding finding, Set<Kind> kinds) {
        return finding.outcome() instanceof Denied denied
                && kinds.contains(ReasonCode.ofDenial(denied.code()).kind());
    }

    /** Whether answers depend on more than denials beside a class. */
    private boolean isOther(IndependentGroup group, CombinationClass one) {
        RequestBuilder builder = comparison.requestBuilder(comparison.after());
        group.set(one, builder);
        return one.isRefused()
                || OwnTerms.areIn(builder.request())
                || findingsOf.apply(one).stream().anyMatch(DeniedFindings::refusesOneUse);
    }

    private static boolean refusesOneUse(Finding finding) {
        return finding.outcome() instanceof Denied denied
                && (!isDenial(finding, OF_SERVICE) || Combination.refusesOneUse(ReasonCode.ofDenial(denied.code())));
    }

    /** For each class of each group, the first that has equal denials of some kinds. */
    private int[][] alike(List<IndependentGroup> groups, Set<Kind> kinds) {
        return IntStream.range(0, groups.size())
                .mapToObj(place -> alike(groups.get(place), place, kinds))
                .toArray(int[][]::new);
    }

    private int[] alike(IndependentGroup group, int place, Set<Kind> kinds) {
        Map<String, Integer> known = new HashMap<>();
        int[] first = new int[group.classes().size()];
        for (int number = 0; number < first.length; number++) {
            int index = number;
            first[number] = others.has(place, number)
                    ? number
                    : known.computeIfAbsent(key(group, group.classes().get(number), kinds), unknown -> index);
        }
        return first;
    }

    /** The denials, those that wait for a fact with the fact, and what answers read directly. */
    private String key(IndependentGroup group, CombinationClass one, Set<Kind> kinds) {
        return findingsOf.apply(one).stream()
                .filter(finding -> isDenial(finding, kinds))
                .filter(DeniedFindings::isKnownOrMissing)
                .map(finding -> finding.outcome() + " " + finding.absent())
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n", "", "\n" + group.reading(one, DeniedFindings::isReadOutsideLimits)));
    }

    private static boolean isReadOutsideLimits(MergedDimension dimension) {
        return !ReleaseAnswers.LIMIT_DIMENSIONS.contains(dimension.id());
    }

    /** Not so a denial that is presumed not to apply: it is a condition of another outcome only. */
    private static boolean isKnownOrMissing(Finding finding) {
        return finding.absent() == null || finding.absent().meaning() == Meaning.UNKNOWN;
    }
}
