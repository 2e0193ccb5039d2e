package io.quanyi.policy.reading;

import io.quanyi.facts.Charge;
import io.quanyi.facts.ChargeShare;
import io.quanyi.facts.Plan;
import io.quanyi.policy.model.Policy;
import io.quanyi.policy.model.Rule;
import io.quanyi.policy.model.Rule.Comparison;
import io.quanyi.policy.model.Rule.Constraint;
import io.quanyi.policy.model.Rule.Membership;
import io.quanyi.policy.model.Rule.Operator;
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
        if (rule.insertion().type() == Plan.class && (!file.equals(PLANS) || !isPlainInheritance(rule))) {
            fault(rule, "plan-inserted", rule.id());
        }
    }

    private static boolean isNegated(Constraint constraint) {
        return constraint instanceof Comparison comparison
                ? comparison.operator() != Operator.EQUAL
                : constraint instanceof Membership membership && membership.negated();
    }

    /** Whether a rule states that one named plan contains another, for all services or for all but some. */
    private static boolean isPlainInheritance(Rule rule) {
        return rule.insertion().constant() != null
                && Policy.container(rule) != null
                && rule.patterns().stream()
                        .filter(pattern -> !pattern.type().name().equals("Plan"))
                        .allMatch(PolicyChecks::isServiceException);
    }

    private static boolean isServiceException(Pattern pattern) {
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
        Object outcome = rule.insertion().constant();
        if (outcome instanceof Charge charge && charge.to() != null) {
            refuseBackward(rule, charge.from(), charge.to());
        }
        if (outcome instanceof ChargeShare share) {
            refuseBackward(rule, share.from(), share.to());
        }
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
            if (rule.insertion().constant() instanceof Plan contained && container != null) {
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
