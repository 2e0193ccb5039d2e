package io.quanyi.decision.combination;

import io.quanyi.decision.combination.Combination.Stated;
import io.quanyi.decision.release.Finding;
import io.quanyi.facts.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the terms of a type among findings: of a single term the statement of the nearest plan, of collected terms every statement.
 */
final class StatedTerms {

    private static final Comparator<Written<?>> BY_TERM = Comparator.<Written<?>, String>comparing(Written::text)
            .thenComparing(written -> written.stated().distance())
            .thenComparing(written -> Combination.id(written.stated().rule()));

    private StatedTerms() {}

    /** A stated term with its text. */
    private record Written<T extends Term>(String text, Stated<T> stated) {}

    /**
     * The nearest statement of a single term; null if nothing states it.
     *
     * @throws ConflictingTerms if two rules at the nearest distance state different terms
     */
    static <T extends Term.Single> @Nullable Stated<T> nearest(Class<T> type, List<Finding> findings) {
        Finding nearest = null;
        for (Finding finding : findings) {
            if (type.isInstance(finding.outcome())
                    && (nearest == null || Combination.BY_DISTANCE.compare(finding, nearest) < 0)) {
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
    static <T extends Term> List<Stated<T>> all(Class<T> type, List<Finding> findings) {
        if (!Combination.states(findings, type)) {
            return List.of();
        }
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
}
