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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The memoised answers of one release to combinations of classes.
 *
 * <p>Dimensions that are only compared with limits make no difference if the answer is a denial that no limit can change. Combinations
 * that differ only in such dimensions then share one answer; so do those with and without a grant of the contract. Classes that only the
 * other release tells apart share one answer as well.
 */
final class ReleaseAnswers {

    /** Denials that nothing overrides; a denial of {@link Kind#SCOPE} is overridden by a grant of the contract. */
    private static final Set<Kind> FINAL = EnumSet.of(Kind.EXCLUSION, Kind.USE);

    private static final Set<String> LIMIT_DIMENSIONS = Set.of("channel", "delivery", "use", "requestedStart");

    private final ServiceComparison comparison;
    /** Without service hours, because due times belong to no core. */
    private final ProgrammeRelease release;

    private final List<IndependentGroup> groups;
    private final Function<IndependentGroup.CombinationClass, List<Finding>> findingsOf;
    private final MixedRadix radix;
    private final boolean[] onlyLimits;
    private final int[][] first;
    private final AtomicReferenceArray<ReleaseAnswer> answered;
    private final AtomicReferenceArray<ReleaseAnswer> looked;
    private final Map<String, ReleaseAnswer> byCore = new ConcurrentHashMap<>();
    private final AtomicInteger different = new AtomicInteger();

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
        for (int i = 0; i < onlyLimits.length; i++) {
            onlyLimits[i] = hasOnlyLimits(groups.get(i));
        }
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

    /** The answer to a combination of classes; answers with equal cores are one object. */
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

    private ReleaseAnswer answerOfFirst(int[] digits) {
        List<IndependentGroup.CombinationClass> classes = IntStream.range(0, digits.length)
                .mapToObj(i -> groups.get(i).classes().get(digits[i]))
                .toList();
        List<Finding> findings =
                classes.stream().flatMap(one -> findingsOf.apply(one).stream()).toList();
        DecisionRequest request = request(classes);
        int number = (int) radix.number(isFinalDenial(findings, request) ? withoutLimits(digits) : digits);
        ReleaseAnswer answer = answered.get(number);
        if (answer == null) {
            ReleaseAnswer made = ReleaseAnswer.of(
                    request,
                    release.withEvaluator(facts -> findings),
                    comparison.at().toInstant());
            answer = byCore.computeIfAbsent(made.core(), core -> made.numbered(different.incrementAndGet()));
            answered.set(number, answer);
        }
        return answer;
    }

    private static boolean isFinalDenial(List<Finding> findings, DecisionRequest request) {
        boolean granted = request.subscription().contract() != null
                && request.subscription().contract().terms() != null;
        return findings.stream()
                .filter(finding -> finding.absent() == null && finding.outcome() instanceof Denied)
                .map(finding -> ReasonCode.kind(((Denied) finding.outcome()).code()))
                .anyMatch(kind -> FINAL.contains(kind) || (kind == Kind.SCOPE && !granted));
    }

    private int[] withoutLimits(int[] digits) {
        int[] fewer = digits.clone();
        for (int i = 0; i < fewer.length; i++) {
            fewer[i] = onlyLimits[i] ? 0 : fewer[i];
        }
        return fewer;
    }

    /** A request of a combination of classes. */
    DecisionRequest request(List<IndependentGroup.CombinationClass> classes) {
        RequestBuilder builder = comparison.requestBuilder(comparison.after());
        for (int i = 0; i < classes.size(); i++) {
            groups.get(i).set(classes.get(i), builder);
        }
        return builder.request();
    }
}
