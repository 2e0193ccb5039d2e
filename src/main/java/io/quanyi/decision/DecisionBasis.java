package io.quanyi.decision;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.Clause;
import io.quanyi.decision.answer.Decision.ValueBasis;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleInfo;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Names the rules and clauses on which parts of a decision rest, and collects their readings. */
final class DecisionBasis {

    private final ProgrammeRelease release;
    private final Set<String> readings = new TreeSet<>();
    private final List<ValueBasis> values = new ArrayList<>();

    DecisionBasis(ProgrammeRelease release) {
        this.release = release;
    }

    /** The id of a rule that a part of the answer rests on; null for the contract. */
    @Nullable String rule(@Nullable RuleInfo rule) {
        if (rule == null) {
            return null;
        }
        if (!rule.readings().isEmpty()) {
            readings.addAll(rule.readings());
        }
        return rule.id();
    }

    /** The number of the clause that the rule rests on first. */
    @Nullable String clause(@Nullable RuleInfo rule) {
        Clause clause = first(rule);
        return clause == null ? null : clause.number();
    }

    /** The words of that clause. */
    @Nullable String quote(@Nullable RuleInfo rule) {
        Clause clause = first(rule);
        return clause == null ? null : clause.quote();
    }

    /**
     * Notes the rule that states a plain value.
     *
     * @param pointer the place of the value in the decision
     */
    void value(String pointer, @Nullable RuleInfo rule) {
        ValueBasis basis = new ValueBasis(pointer, rule(rule), clause(rule), quote(rule));
        if (!values.contains(basis)) {
            values.add(basis);
        }
    }

    /** The rules and clauses of all plain values so far, by their places. */
    List<ValueBasis> values() {
        values.sort(Comparator.comparing(ValueBasis::pointer));
        return List.copyOf(values);
    }

    /** The readings that a window's definition rests on. */
    void restOnWindow(String window) {
        Catalogue.OpeningHours hours =
                Objects.requireNonNull(release.catalogue().windows().get(window), window);
        readings.addAll(hours.readings());
    }

    /** All readings so far, sorted. */
    List<String> readings() {
        return List.copyOf(readings);
    }

    private @Nullable Clause first(@Nullable RuleInfo rule) {
        return rule == null || rule.clauses().isEmpty()
                ? null
                : release.clauses().clause(rule.clauses().get(0));
    }
}
