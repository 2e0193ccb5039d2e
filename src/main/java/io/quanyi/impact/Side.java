package io.quanyi.impact;

import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.Finding;
import io.quanyi.decision.GroundCode;
import io.quanyi.decision.GroundCode.Kind;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.facts.Denied;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Answers combinations of classes by one of the releases, each once.
 *
 * <p>What is only held against limits makes no difference where nothing can make a yes of the answer: then one combination answers
 * for all that differ in nothing else.
 */
final class Side {

    /** Against these denials nothing helps; against {@link Kind#SCOPE} a contract's grant does. */
    private static final Set<Kind> FINAL = EnumSet.of(Kind.EXCLUSION, Kind.USE);

    private static final Set<String> LIMITED = Set.of("channel", "delivery", "use", "requestedStart");

    private final ServicePair pair;
    private final ProgrammeRelease release;
    private final List<Factor> factors;
    private final Function<Factor.Alike, List<Finding>> said;
    private final Radix radix;
    private final boolean[] onlyLimited;
    private final AtomicReferenceArray<Answer> known;
    private final Map<String, Answer> byCore = new ConcurrentHashMap<>();
    private final AtomicInteger answers = new AtomicInteger();

    /** @param said what the rules of the release say to a class */
    Side(ServicePair pair, ProgrammeRelease release, List<Factor> factors, Function<Factor.Alike, List<Finding>> said) {
        this.pair = pair;
        this.release = release;
        this.factors = factors;
        this.said = said;
        this.radix = classes(factors);
        this.known = new AtomicReferenceArray<>(Math.toIntExact(radix.count()));
        this.onlyLimited = new boolean[factors.size()];
        for (int i = 0; i < onlyLimited.length; i++) {
            onlyLimited[i] = isOnlyLimited(factors.get(i));
        }
    }

    static Radix classes(List<Factor> factors) {
        return new Radix(
                factors.stream().mapToInt(factor -> factor.classes().size()).toArray());
    }

    private boolean isOnlyLimited(Factor factor) {
        return factor.dimensions().stream()
                        .allMatch(
                                dimension -> LIMITED.contains(dimension.aspect().id()))
                && factor.classes().stream()
                        .allMatch(one -> !one.isRefused() && said.apply(one).isEmpty());
    }

    /** How many combinations were decided. */
    long decided() {
        return IntStream.range(0, known.length())
                .filter(number -> known.get(number) != null)
                .count();
    }

    /** The answer to a combination; answers of equal cores are one. */
    Answer answer(int[] digits, List<Factor.Alike> classes) {
        List<Finding> findings = new ArrayList<>();
        classes.forEach(one -> findings.addAll(said.apply(one)));
        DecisionRequest request = request(classes);
        int number = (int) radix.number(isNo(findings, request) ? withoutLimited(digits) : digits);
        Answer answer = known.get(number);
        if (answer == null) {
            Answer made = Answer.of(
                    request, Recited.release(release, findings), pair.at().toInstant());
            answer = byCore.computeIfAbsent(made.core(), core -> made.numbered(answers.incrementAndGet()));
            known.set(number, answer);
        }
        return answer;
    }

    private static boolean isNo(List<Finding> findings, DecisionRequest request) {
        boolean granted = request.subscription().contract() != null
                && request.subscription().contract().terms() != null;
        return findings.stream()
                .filter(finding -> finding.absent() == null && finding.outcome() instanceof Denied)
                .map(finding -> GroundCode.kind(((Denied) finding.outcome()).code()))
                .anyMatch(kind -> FINAL.contains(kind) || (kind == Kind.SCOPE && !granted));
    }

    private int[] withoutLimited(int[] digits) {
        int[] fewer = digits.clone();
        for (int i = 0; i < fewer.length; i++) {
            fewer[i] = onlyLimited[i] ? 0 : fewer[i];
        }
        return fewer;
    }

    DecisionRequest request(List<Factor.Alike> classes) {
        Asking asking = pair.asking(pair.after());
        for (int i = 0; i < classes.size(); i++) {
            factors.get(i).set(classes.get(i), asking);
        }
        return asking.request();
    }
}
