package io.quanyi.policy;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.SearchSize;
import io.quanyi.facts.Absent.Meaning;
import io.quanyi.facts.Denied;
import io.quanyi.facts.Granted;
import io.quanyi.facts.Quota;
import io.quanyi.facts.Term;
import io.quanyi.facts.Verdict;
import io.quanyi.policy.Rule.Comparison;
import io.quanyi.policy.Rule.Constraint;
import io.quanyi.policy.Rule.Membership;
import io.quanyi.policy.Rule.Pattern;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The different outcomes that rules of one service may state of facts which nobody knows, counted as if all did so at once: more of
 * them than one decision can look through are refused.
 */
final class OpenOutcomes {

    /** The most drafts that the rules of one service may bring about; a decision may need as many again for a contract's terms. */
    static final int MOST_DRAFTS = SearchSize.MOST_DRAFTS / 2;

    private final Catalogue catalogue;
    private final Set<Stated> stated = new HashSet<>();
    private int grants;
    private int quotas;
    private int others;

    /**
     * An outcome as far as the search for absent facts can tell it from others.
     *
     * @param outcome what is inserted
     * @param plan the plan that the rule rests on, where the nearest one counts
     * @param purchase whether it is a grant by a purchase
     */
    private record Stated(Object outcome, String plan, boolean purchase) {}

    private OpenOutcomes(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Refuses for each service the rule that is one too many; one that is so for several services is refused for the first. */
    static void refuseTooMany(List<Rule> rules, Catalogue catalogue, Faults faults) {
        List<Rule> open = rules.stream().filter(OpenOutcomes::restsOnUnknown).toList();
        Set<Rule> refused = new HashSet<>();
        for (String service : catalogue.services().keySet()) {
            OpenOutcomes outcomes = new OpenOutcomes(catalogue);
            Rule tooMuch = open.stream()
                    .filter(rule -> rule.belongsTo(service))
                    .filter(rule -> outcomes.with(rule).drafts() > MOST_DRAFTS)
                    .findFirst()
                    .orElse(null);
            if (tooMuch != null && refused.add(tooMuch)) {
                long drafts = outcomes.size().drafts();
                faults.add(Fault.at(
                        tooMuch.position(), "open-outcomes-too-many", tooMuch.id(), service, drafts, MOST_DRAFTS));
            }
        }
    }

    /** How large the search is at most that the rules of a service bring about. */
    static SearchSize size(List<Rule> rules, Catalogue catalogue) {
        OpenOutcomes outcomes = new OpenOutcomes(catalogue);
        rules.stream().filter(OpenOutcomes::restsOnUnknown).forEach(outcomes::with);
        return outcomes.size();
    }

    private static boolean restsOnUnknown(Rule rule) {
        return rule.patterns().stream()
                .flatMap(pattern -> pattern.constraints().stream())
                .map(constraint -> constraint.field().absent())
                .anyMatch(absent -> absent != null && absent.means() == Meaning.UNKNOWN);
    }

    private SearchSize with(Rule rule) {
        Class<?> type = rule.insertion().type();
        boolean grant = type == Granted.class;
        boolean nearest = grant || Term.Single.class.isAssignableFrom(type);
        Object outcome = Objects.requireNonNullElse(rule.insertion().constant(), rule.insertion());
        for (String plan : nearest ? plans(rule) : Set.of("")) {
            if (stated.add(new Stated(outcome, plan, grant && rule.info().purchase()))) {
                grants += grant ? 1 : 0;
                quotas += type == Quota.class ? 1 : 0;
                others += Verdict.class.isAssignableFrom(type) && !grant && type != Denied.class ? 1 : 0;
            }
        }
        return size();
    }

    private SearchSize size() {
        return new SearchSize(grants, quotas, others, stated.size());
    }

    /** The plans that a rule may rest on; an empty text for none. */
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
