package io.quanyi.policy.reading;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.SearchSize;
import io.quanyi.facts.Absent.Meaning;
import io.quanyi.facts.Denied;
import io.quanyi.facts.Granted;
import io.quanyi.facts.Quota;
import io.quanyi.facts.Term;
import io.quanyi.facts.Verdict;
import io.quanyi.policy.model.Insertion;
import io.quanyi.policy.model.Rule;
import io.quanyi.policy.model.Rule.Comparison;
import io.quanyi.policy.model.Rule.Constraint;
import io.quanyi.policy.model.Rule.Membership;
import io.quanyi.policy.model.Rule.Pattern;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Counts the different outcomes that rules of one service may state because of unknown facts, as if all facts were unknown at once. A
 * decision searches through their combinations, so rules that lead to too many of them are refused.
 */
final class UnknownFactOutcomes {

    /** The most tentative decisions that the rules of one service may cause; a contract may double the number. */
    static final int MAX_TENTATIVE = SearchSize.MAX_TENTATIVE / 2;

    private final Catalogue catalogue;
    private final Set<StatedOutcome> stated = new HashSet<>();
    private int grants;
    private int quotas;
    private int others;

    /**
     * An outcome as the search for absent facts distinguishes it.
     *
     * @param outcome the inserted outcome
     * @param plan the plan that the rule is about, if the nearest plan counts; otherwise empty
     * @param purchase whether the outcome is a grant by a purchase
     */
    private record StatedOutcome(Object outcome, String plan, boolean purchase) {}

    private UnknownFactOutcomes(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Refuses, for each service, the rule that exceeds the bound; a rule is refused only once, for the first service. */
    static void refuseTooMany(List<Rule> rules, Catalogue catalogue, Faults faults) {
        List<Rule> open =
                rules.stream().filter(UnknownFactOutcomes::restsOnUnknown).toList();
        Set<Rule> refused = new HashSet<>();
        for (String service : catalogue.services().keySet()) {
            UnknownFactOutcomes outcomes = new UnknownFactOutcomes(catalogue);
            Rule tooMuch = open.stream()
                    .filter(rule -> rule.belongsTo(service))
                    .filter(rule -> outcomes.with(rule).decisions() > MAX_TENTATIVE)
                    .findFirst()
                    .orElse(null);
            if (tooMuch != null && refused.add(tooMuch)) {
                long decisions = outcomes.size().decisions();
                faults.add(Fault.at(
                        tooMuch.position(), "open-outcomes-too-many", tooMuch.id(), service, decisions, MAX_TENTATIVE));
            }
        }
    }

    /** The largest search that the rules of a service can cause. */
    static SearchSize size(List<Rule> rules, Catalogue catalogue) {
        UnknownFactOutcomes outcomes = new UnknownFactOutcomes(catalogue);
        rules.stream().filter(UnknownFactOutcomes::restsOnUnknown).forEach(outcomes::with);
        return outcomes.size();
    }

    private static boolean restsOnUnknown(Rule rule) {
        return rule.patterns().stream()
                .flatMap(pattern -> pattern.constraints().stream())
                .map(constraint -> constraint.field().absent())
                .anyMatch(absent -> absent != null && absent.meaning() == Meaning.UNKNOWN);
    }

    private SearchSize with(Rule rule) {
        rule.insertions().forEach(insertion -> add(rule, insertion));
        return size();
    }

    private void add(Rule rule, Insertion insertion) {
        Class<?> type = insertion.type();
        boolean grant = type == Granted.class;
        boolean nearest = grant || Term.Single.class.isAssignableFrom(type);
        Object outcome = Objects.requireNonNullElse(insertion.constant(), insertion);
        for (String plan : nearest ? plans(rule) : Set.of("")) {
            if (stated.add(new StatedOutcome(outcome, plan, grant && rule.info().purchase()))) {
                grants += grant ? 1 : 0;
                quotas += type == Quota.class ? 1 : 0;
                others += Verdict.class.isAssignableFrom(type) && !grant && type != Denied.class ? 1 : 0;
            }
        }
    }

    private SearchSize size() {
        return new SearchSize(grants, quotas, others, stated.size());
    }

    /** The plans that a rule is about; an empty text if it is about none. */
    private Set<String> plans(Rule rule) {
        Set<String> plans = new HashSet<>();
        for (Pattern pattern : rule.patterns()) {
            if (pattern.type().name().equals("Plan")) {
                if (pattern.constraints().isEmpty()) {
                    catalogue.plans().forEach(plan -> plans.add(plan.id()));
                }
                pattern.constraints().forEach(constraint -> plans.addAll(named(constraint)));
            }
        }
        return plans.isEmpty() ? Set.of("") : plans;
    }

    private static Set<String> named(Constraint constraint) {
        if (constraint instanceof Membership membership) {
            Set<String> plans = new HashSet<>();
            membership.literals().forEach(literal -> plans.add(literal.toString()));
            return plans;
        }
        return constraint instanceof Comparison comparison
                ? Set.of(comparison.literal().toString())
                : Set.of();
    }
}
