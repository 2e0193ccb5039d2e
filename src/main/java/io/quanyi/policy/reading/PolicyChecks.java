package io.quanyi.policy.reading;

import io.quanyi.facts.Charge;
import io.quanyi.facts.ChargeShare;
import io.quanyi.facts.Plan;
import io.quanyi.facts.Term;
import io.quanyi.facts.Verdict;
import io.quanyi.policy.model.ComparisonOperator;
import io.quanyi.policy.model.DrlWriter;
import io.quanyi.policy.model.Insertion;
import io.quanyi.policy.model.Policy;
import io.quanyi.policy.model.Rule;
import io.quanyi.policy.model.Rule.Comparison;
import io.quanyi.policy.model.Rule.Constraint;
import io.quanyi.policy.model.Rule.Membership;
import io.quanyi.policy.model.Rule.Pattern;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks rules that are correctly written: whether each is in the right file, and whether they contradict each other. */
public final class PolicyChecks {

    /** The file of the rules of plan inheritance. */
    private static final String PLANS = "plans.drl";

    /** Files whose rules belong to every service. */
    private static final Set<String> COMMON = Set.of(PLANS, "period.drl", "every-service.drl");

    private final Faults faults;

    private PolicyChecks(Faults faults) {
        this.faults = faults;
    }

    /** Checks a rule by itself. */
    public static void alone(Rule rule, Faults faults) {
        PolicyChecks checks = new PolicyChecks(faults);
        String path = rule.position().file();
        String file = path.substring(path.lastIndexOf('/') + 1);
        checks.refuseMisplaced(rule, file);
        checks.refusePlanMisuse(rule, file);
        checks.refuseSecondQuestion(rule);
        checks.refuseOpeningWithoutProduct(rule);
        checks.refuseBackwardCharge(rule);
        checks.refuseRepeatedInsertions(rule);
        checks.refuseSecondNaming(rule);
    }

    /** Checks the rules of a version against each other. */
    public static void together(List<Rule> rules, Faults faults) {
        PolicyChecks checks = new PolicyChecks(faults);
        checks.refuseRepeatedIds(rules);
        checks.refuseTangledPlans(rules);
        TermConflicts.find(rules, faults);
    }

    private void refuseMisplaced(Rule rule, String file) {
        boolean common = COMMON.contains(file);
        if (!common && rule.services() == null) {
            fault(rule, "rule-names-no-service", rule.id());
        }
        if (common && rule.services() != null) {
            fault(rule, "rule-names-service", rule.id(), file);
        }
    }

    private void refusePlanMisuse(Rule rule, String file) {
        List<Pattern> plans = patterns(rule, "Plan");
        if (plans.size() > 1) {
            fault(rule, "rule-with-two-plans", rule.id());
        }
        plans.stream()
                .flatMap(pattern -> pattern.constraints().stream())
                .filter(PolicyChecks::isNegated)
                .forEach(constraint -> fault(rule, "plan-negated", rule.id()));
        if (rule.inserts(Plan.class) && (!file.equals(PLANS) || !isPlainInheritance(rule))) {
            fault(rule, "plan-inserted", rule.id());
        }
    }

    private static boolean isNegated(Constraint constraint) {
        return constraint instanceof Comparison comparison
                ? comparison.operator() != ComparisonOperator.EQUAL
                : constraint instanceof Membership membership && membership.negated();
    }

    /** Whether a rule states that one named plan contains another, for all services or for all but some. */
    private static boolean isPlainInheritance(Rule rule) {
        return rule.insertions().size() == 1
                && rule.contained() != null
                && Policy.container(rule) != null
                && rule.patterns().stream()
                        .filter(pattern -> !pattern.type().name().equals("Plan"))
                        .allMatch(PolicyChecks::isServiceException);
    }

    private static boolean isServiceException(Pattern pattern) {
        if (pattern.isGroup()) {
            return pattern.isNegative();
        }
        return pattern.type().name().equals("Question")
                && pattern.constraints().stream()
                        .allMatch(constraint -> constraint.field().name().equals("service") && isNegated(constraint));
    }

    private void refuseSecondQuestion(Rule rule) {
        if (patterns(rule, "Question").size() > 1) {
            fault(rule, "rule-with-two-questions", rule.id());
        }
    }

    /** Refuses a condition on an opening without one on the product, because without a product no opening is ever found. */
    private void refuseOpeningWithoutProduct(Rule rule) {
        boolean constrained = patterns(rule, "Product").stream()
                .anyMatch(pattern -> !pattern.constraints().isEmpty());
        if (!patterns(rule, "Opening").isEmpty() && !constrained) {
            fault(rule, "opening-without-product", rule.id());
        }
    }

    private void refuseBackwardCharge(Rule rule) {
        for (Insertion insertion : rule.insertions()) {
            if (insertion.constant() instanceof Charge charge && charge.to() != null) {
                refuseBackward(rule, charge.from(), charge.to());
            }
            if (insertion.constant() instanceof ChargeShare share) {
                refuseBackward(rule, share.from(), share.to());
            }
        }
    }

    /** Refuses a second insertion of an equal outcome or of another value of a single term, and a second verdict. */
    private void refuseRepeatedInsertions(Rule rule) {
        Set<Object> seen = new HashSet<>();
        for (Insertion insertion : rule.insertions()) {
            if (!seen.add(kind(insertion))) {
                fault(rule, "insertion-repeated", rule.id(), DrlWriter.of(insertion));
            }
        }
    }

    /** The same for two insertions of which one rule cannot have both. */
    private static Object kind(Insertion insertion) {
        if (Verdict.class.isAssignableFrom(insertion.type())) {
            return Verdict.class;
        }
        return Term.Single.class.isAssignableFrom(insertion.type()) ? insertion.type() : DrlWriter.of(insertion);
    }

    /** Refuses a rule that names its services both by a group and in another way. */
    private void refuseSecondNaming(Rule rule) {
        List<Pattern> groups = rule.patterns().stream().filter(Pattern::isGroup).toList();
        groups.stream().filter(group -> !isGroupById(group)).forEach(group -> fault(rule, "group-pattern", rule.id()));
        boolean byId = patterns(rule, "Question").stream()
                .flatMap(pattern -> pattern.constraints().stream())
                .anyMatch(constraint -> isServiceTest(constraint)
                        && (!isNegated(constraint) || groups.stream().anyMatch(group -> !group.isNegative())));
        boolean several = groups.size() > 1 && groups.stream().anyMatch(group -> !group.isNegative());
        if (several || (byId && !groups.isEmpty())) {
            fault(rule, "services-named-twice", rule.id());
        }
    }

    private static boolean isServiceTest(Constraint constraint) {
        return constraint.field().name().equals("service") && !(constraint instanceof Rule.SameAs);
    }

    private static boolean isGroupById(Pattern group) {
        return group.quantifier() != Rule.Quantifier.EXISTS
                && group.bindings().isEmpty()
                && group.constraints().size() == 1
                && group.constraints().get(0) instanceof Comparison comparison
                && comparison.operator() == ComparisonOperator.EQUAL;
    }

    private void refuseBackward(Rule rule, BigDecimal from, BigDecimal to) {
        if (to.compareTo(from) < 0) {
            fault(rule, "charge-backward", rule.id(), plain(from), plain(to));
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static List<Pattern> patterns(Rule rule, String type) {
        return rule.patterns().stream()
                .filter(pattern -> pattern.type().name().equals(type))
                .toList();
    }

    private void refuseRepeatedIds(List<Rule> rules) {
        Map<String, Rule> seen = new HashMap<>();
        for (Rule rule : rules) {
            Rule first = seen.putIfAbsent(rule.id(), rule);
            if (first != null) {
                fault(rule, "rule-id-repeated", rule.id(), first.position());
            }
        }
    }

    /** Refuses plans that directly contain two plans, or that contain themselves through others. */
    private void refuseTangledPlans(List<Rule> rules) {
        Map<String, String> contains = new HashMap<>();
        for (Rule rule : rules) {
            String container = Policy.container(rule);
            Plan contained = rule.contained();
            if (contained != null && container != null) {
                if (contains.put(container, contained.id()) != null) {
                    fault(rule, "plan-contains-two", container);
                }
                if (comesBack(container, contains)) {
                    fault(rule, "plan-contains-itself", container);
                }
            }
        }
    }

    private static boolean comesBack(String start, Map<String, String> contains) {
        Set<String> seen = new HashSet<>();
        for (String plan = start; plan != null && seen.add(plan); plan = contains.get(plan)) {
            if (start.equals(contains.get(plan))) {
                return true;
            }
        }
        return false;
    }

    private void fault(Rule rule, String code, Object... arguments) {
        faults.add(Fault.at(rule.position(), code, arguments));
    }
}
