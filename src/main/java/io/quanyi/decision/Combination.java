package io.quanyi.decision;

import io.quanyi.decision.GroundCode.Kind;
import io.quanyi.facts.Denied;
import io.quanyi.facts.Granted;
import io.quanyi.facts.Payable;
import io.quanyi.facts.Term;
import io.quanyi.facts.Undetermined;
import io.quanyi.facts.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the findings on one question amount to: a pure function of their <i>set</i>.
 *
 * <p>The strongest kind of ground decides, in the order of {@link #weigh}; without any the answer is no. A term alone grants
 * nothing. Of a single term the nearest plan's counts; of collected terms all do.
 */
final class Combination {

    private static final Comparator<Finding> BY_DISTANCE =
            Comparator.comparingInt(Finding::distance).thenComparing(finding -> id(finding.rule()));

    private static final Comparator<Written<?>> BY_TERM = Comparator.<Written<?>, String>comparing(Written::text)
            .thenComparing(written -> written.stated().distance())
            .thenComparing(written -> id(written.stated().rule()));

    private final Result result;
    private final List<Ground> grounds;
    private final List<Finding> findings;

    private Combination(Result result, Collection<Ground> grounds, List<Finding> findings) {
        this.result = result;
        this.grounds = grounds.size() == 1 ? List.copyOf(grounds) : List.copyOf(new TreeSet<>(grounds));
        this.findings = findings;
    }

    /**
     * Combines what rules and contract say with what limits add.
     *
     * @param findings what is said with all facts known
     * @param limits grounds that follow from terms: quotas, channels and the like
     */
    static Combination of(Collection<Finding> findings, Collection<Ground> limits) {
        List<Finding> all = List.copyOf(findings);
        List<Ground> grounds = new ArrayList<>(limits);
        for (Finding finding : all) {
            if (finding.outcome() instanceof Verdict verdict) {
                grounds.add(new Ground(code(verdict, finding), finding.rule()));
            }
        }
        return weigh(grounds, all);
    }

    /** Strongest first. */
    private static Combination weigh(List<Ground> grounds, List<Finding> all) {
        if (has(grounds, Kind.EXCLUSION)) {
            return new Combination(Result.NOT_ENTITLED, of(grounds, Kind.EXCLUSION), all);
        }
        if (has(grounds, Kind.QUOTA) && has(grounds, Kind.SALE) && !has(grounds, Kind.USE)) {
            return new Combination(Result.PAYABLE, of(grounds, Kind.QUOTA, Kind.SALE), all);
        }
        if (has(grounds, Kind.USE) || has(grounds, Kind.QUOTA)) {
            return new Combination(Result.NOT_ENTITLED, of(grounds, Kind.USE, Kind.QUOTA), all);
        }
        if (has(grounds, Kind.CONTRACT_GRANT)) {
            return new Combination(Result.ENTITLED, of(grounds, Kind.CONTRACT_GRANT), all);
        }
        if (has(grounds, Kind.SCOPE)) {
            return new Combination(Result.NOT_ENTITLED, of(grounds, Kind.SCOPE), all);
        }
        if (has(grounds, Kind.REFERRAL)) {
            return new Combination(Result.UNDETERMINED, of(grounds, Kind.REFERRAL), all);
        }
        if (has(grounds, Kind.SALE) && !(has(grounds, Kind.GRANT) && isMetered(all))) {
            return new Combination(Result.PAYABLE, of(grounds, Kind.SALE), all);
        }
        if (has(grounds, Kind.GRANT)) {
            return new Combination(Result.ENTITLED, nearestGrants(all), all);
        }
        return new Combination(Result.NOT_ENTITLED, List.of(new Ground(GroundCode.NOT_IN_PLAN, null)), all);
    }

    Result result() {
        return result;
    }

    /** What decided, sorted; never empty. */
    List<Ground> grounds() {
        return grounds;
    }

    /** The nearest statement of a single term. */
    <T extends Term.Single> @Nullable Stated<T> nearest(Class<T> type) {
        Finding nearest = null;
        for (Finding finding : findings) {
            if (type.isInstance(finding.outcome()) && (nearest == null || BY_DISTANCE.compare(finding, nearest) < 0)) {
                nearest = finding;
            }
        }
        if (nearest == null) {
            return null;
        }
        for (Finding other : findings) {
            boolean rival = type.isInstance(other.outcome()) && other.distance() == nearest.distance();
            if (rival && !other.outcome().equals(nearest.outcome())) {
                throw new ConflictingTerms(nearest, other);
            }
        }
        return stated(type, nearest);
    }

    /** Every statement of a term, in the order of the terms' texts. */
    <T extends Term> List<Stated<T>> all(Class<T> type) {
        List<Stated<T>> all = new ArrayList<>(2);
        for (Finding finding : findings) {
            if (type.isInstance(finding.outcome())) {
                all.add(stated(type, finding));
            }
        }
        return all.size() > 1 ? sorted(all) : all;
    }

    /** Each term is written once, not in each comparison. */
    private static <T extends Term> List<Stated<T>> sorted(List<Stated<T>> all) {
        List<Written<T>> written = new ArrayList<>(all.size());
        all.forEach(stated -> written.add(new Written<>(stated.term().toString(), stated)));
        written.sort(BY_TERM);
        all.clear();
        written.forEach(one -> all.add(one.stated()));
        return all;
    }

    private static <T extends Term> Stated<T> stated(Class<T> type, Finding finding) {
        return new Stated<>(type.cast(finding.outcome()), finding.rule(), finding.distance());
    }

    /** How near the plan is that grants; null if no plan does. */
    @Nullable Integer grantDistance() {
        return findings.stream()
                .filter(finding -> finding.outcome() instanceof Granted)
                .min(BY_DISTANCE)
                .map(Finding::distance)
                .orElse(null);
    }

    /** A term, and who stated it. */
    record Stated<T extends Term>(T term, @Nullable RuleInfo rule, int distance) {}

    /** A statement and the text of its term. */
    private record Written<T extends Term>(String text, Stated<T> stated) {}

    private static String id(@Nullable RuleInfo rule) {
        return rule == null ? "" : rule.id();
    }

    private static boolean isMetered(List<Finding> all) {
        return all.stream().anyMatch(finding -> finding.outcome() instanceof io.quanyi.facts.Quota);
    }

    private static List<Ground> nearestGrants(List<Finding> all) {
        int nearest = all.stream()
                .filter(finding -> finding.outcome() instanceof Granted)
                .mapToInt(Finding::distance)
                .min()
                .orElseThrow();
        return all.stream()
                .filter(finding -> finding.outcome() instanceof Granted && finding.distance() == nearest)
                .map(finding -> new Ground(code((Granted) finding.outcome(), finding), finding.rule()))
                .toList();
    }

    private static GroundCode code(Verdict verdict, Finding finding) {
        if (verdict instanceof Denied denied) {
            return GroundCode.of(denied.code());
        }
        if (verdict instanceof Undetermined undetermined) {
            return GroundCode.of(undetermined.code());
        }
        return verdict instanceof Payable payable ? GroundCode.of(payable.code()) : grantCode(finding);
    }

    /** The ground that a grant is. */
    static GroundCode grantCode(Finding finding) {
        RuleInfo rule = finding.rule();
        if (rule == null) {
            return GroundCode.GRANTED_BY_CONTRACT;
        }
        if (rule.purchase()) {
            return GroundCode.GRANTED_BY_PURCHASE;
        }
        boolean inherited = finding.distance() > 0 && finding.distance() != Finding.PROGRAMME;
        return inherited ? GroundCode.GRANTED_BY_INHERITANCE : GroundCode.GRANTED;
    }

    private static boolean has(List<Ground> grounds, Kind kind) {
        return grounds.stream().anyMatch(ground -> ground.code().kind() == kind);
    }

    private static List<Ground> of(List<Ground> grounds, Kind first, Kind... others) {
        Set<Kind> kinds = EnumSet.of(first, others);
        return grounds.stream()
                .filter(ground -> kinds.contains(ground.code().kind()))
                .toList();
    }
}
