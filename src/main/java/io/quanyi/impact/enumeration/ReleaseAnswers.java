package io.quanyi.impact.enumeration;

import io.quanyi.decision.answer.ReasonCode;
import io.quanyi.decision.answer.ReasonCode.Kind;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.facts.Denied;
import io.quanyi.impact.answer.ReleaseAnswer;
import io.quanyi.impact.dimension.MergedDimension;
import io.quanyi.impact.dimension.ServiceComparison;
import io.quanyi.impact.term.OwnTerms;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The memoised answers of one release to combinations of classes.
 *
 * <p>Dimensions that are only compared with limits make no difference to an answer for which nothing was held against a limit. Combinations
 * that differ only in such dimensions then share one answer; so do those with and without a grant of the contract where a denial outweighs it.
 * Classes that only the other release tells apart share one answer as well, and so do combinations that rules deny for equal reasons
 * ({@link DeniedFindings}).
 */
final class ReleaseAnswers {

    /** Denials that nothing overrides, not even a grant of the contract. */
    private static final Set<Kind> FINAL = EnumSet.of(Kind.EXCLUSION, Kind.USE);

    static final Set<String> LIMIT_DIMENSIONS = Set.of("channel", "delivery", "use", "requestedStart");

    private final ServiceComparison comparison;
    /** Without service hours, because due times belong to no core. */
    private final ProgrammeRelease release;

    private final List<IndependentGroup> groups;
    private final Function<IndependentGroup.CombinationClass, List<Finding>> findingsOf;
    private final MixedRadix radix;
    private final boolean[] onlyLimits;
    private final boolean[] withGrant;
    private final ClassSet outweighing;
    private final DeniedFindings denied;
    private final int[][] first;
    private final AtomicReferenceArray<ReleaseAnswer> answered;
    private final AtomicReferenceArray<ReleaseAnswer> looked;
    private final Map<AnswerKind, ReleaseAnswer> byKind = new ConcurrentHashMap<>();

    /** The part of an answer on which other answers depend. */
    private record AnswerKind(String core, boolean isHeldAgainstLimits) {}

    /**
     * Begins without answers.
     *
     * @param findingsOf the findings of the release for a class
     * @param keyOf a text that is equal for classes that the release answers alike
     */
    ReleaseAnswers(
            ServiceComparison comparison,
            ProgrammeRelease release,
            List<IndependentGroup> groups,
            Function<IndependentGroup.CombinationClass, List<Finding>> findingsOf,
            Function<IndependentGroup.CombinationClass, String> keyOf) {
        this.comparison = comparison;
        this.release = release.withoutHours();
        this.groups = groups;
        this.findingsOf = findingsOf;
        this.radix = classes(groups);
        this.answered = new AtomicReferenceArray<>(Math.toIntExact(radix.count()));
        this.looked = new AtomicReferenceArray<>(answered.length());
        this.onlyLimits = new boolean[groups.size()];
        this.withGrant = new boolean[groups.size()];
        for (int i = 0; i < onlyLimits.length; i++) {
            onlyLimits[i] = hasOnlyLimits(groups.get(i));
            withGrant[i] = groups.get(i).dimensions().stream().anyMatch(ReleaseAnswers::isGrantOnly);
        }
        this.outweighing =
                ClassSet.of(groups, one -> findingsOf.apply(one).stream().anyMatch(ReleaseAnswers::isFinalDenial));
        this.denied = new DeniedFindings(comparison, groups, findingsOf);
        this.first = groups.stream().map(group -> first(group, keyOf)).toArray(int[][]::new);
    }

    /** For each class of a group, the first class that the release answers alike. */
    private static int[] first(IndependentGroup group, Function<IndependentGroup.CombinationClass, String> keyOf) {
        Map<String, Integer> known = new HashMap<>();
        int[] first = new int[group.classes().size()];
        for (int number = 0; number < first.length; number++) {
            Integer earlier = known.putIfAbsent(keyOf.apply(group.classes().get(number)), number);
            first[number] = earlier == null ? number : earlier;
        }
        return first;
    }

    /** Numbers the combinations of classes of all groups. */
    static MixedRadix classes(List<IndependentGroup> groups) {
        return new MixedRadix(
                groups.stream().mapToInt(group -> group.classes().size()).toArray());
    }

    private boolean hasOnlyLimits(IndependentGroup group) {
        return group.dimensions().stream()
                        .allMatch(dimension -> LIMIT_DIMENSIONS.contains(dimension.id()) || isGrantOnly(dimension))
                && group.classes().stream()
                        .allMatch(
                                one -> !one.isRefused() && findingsOf.apply(one).isEmpty());
    }

    /** Whether own terms are varied by a grant alone, which a final denial outweighs. */
    private static boolean isGrantOnly(MergedDimension dimension) {
        return dimension.isOwnTerms()
                && IntStream.range(0, dimension.size())
                        .allMatch(value -> Set.of(OwnTerms.GRANT).containsAll(dimension.parts(value)));
    }

    /** The number of decisions made. */
    long decided() {
        return IntStream.range(0, answered.length())
                .filter(number -> answered.get(number) != null)
                .count();
    }

    /** The answer to a combination of classes; its core alone is that of the combination, because equal answers are one object. */
    ReleaseAnswer answer(int[] combination) {
        int[] digits = new int[combination.length];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = first[i][combination[i]];
        }
        int number = (int) radix.number(digits);
        ReleaseAnswer known = looked.get(number);
        if (known == null) {
            known = answerOfFirst(digits);
            looked.set(number, known);
        }
        return known;
    }

    /** The answer for the first values that are compared with limits or, if something was held against a limit for it, for the values asked for. */
    private ReleaseAnswer answerOfFirst(int[] digits) {
        ReleaseAnswer shared = decided(denied.first(withoutLimits(digits)));
        return shared.isHeldAgainstLimits() ? decided(digits) : shared;
    }

    private ReleaseAnswer decided(int[] digits) {
        int number = (int) radix.number(digits);
        ReleaseAnswer known = answered.get(number);
        if (known == null) {
            known = decide(digits);
            answered.set(number, known);
        }
        return known;
    }

    private ReleaseAnswer decide(int[] digits) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < digits.length; i++) {
            findings.addAll(findingsOf.apply(groups.get(i).classes().get(digits[i])));
        }
        ReleaseAnswer made =
                ReleaseAnswer.of(request(digits), release, comparison.at().toInstant(), findings);
        return byKind.computeIfAbsent(new AnswerKind(made.core(), made.isHeldAgainstLimits()), kind -> made);
    }

    private static boolean isFinalDenial(Finding finding) {
        return finding.absent() == null
                && finding.outcome() instanceof Denied denied
                && FINAL.contains(ReasonCode.ofDenial(denied.code()).kind());
    }

    private int[] withoutLimits(int[] digits) {
        boolean isOutweighed = outweighing.hasAnyOf(digits);
        int[] fewer = digits.clone();
        for (int i = 0; i < fewer.length; i++) {
            if (onlyLimits[i] && (isOutweighed || !withGrant[i])) {
                fewer[i] = 0;
            }
        }
        return fewer;
    }

    /** A request of a combination of classes. */
    DecisionRequest request(int[] digits) {
        RequestBuilder builder = comparison.requestBuilder(comparison.after());
        for (int i = 0; i < digits.length; i++) {
            groups.get(i).set(groups.get(i).classes().get(digits[i]), builder);
        }
        return builder.request();
    }
}
