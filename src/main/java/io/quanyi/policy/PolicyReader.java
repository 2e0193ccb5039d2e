package io.quanyi.policy;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.facts.Plan;
import io.quanyi.policy.Rule.Comparison;
import io.quanyi.policy.Rule.Constraint;
import io.quanyi.policy.Rule.Membership;
import io.quanyi.policy.Rule.Operator;
import io.quanyi.policy.Rule.Pattern;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads the rule files of one policy version and holds them against each other. */
final class PolicyReader {

    /** The file of inheritance. */
    private static final String PLANS = "plans.drl";

    /** Files whose rules belong to every service. */
    private static final Set<String> COMMON = Set.of(PLANS, "period.drl", "every-service.drl");

    private static final int LONGEST_NAME = 100;

    private final Catalogue catalogue;
    private final Faults faults;
    private final List<Rule> rules = new ArrayList<>();

    private PolicyReader(Catalogue catalogue, Faults faults) {
        this.catalogue = catalogue;
        this.faults = faults;
    }

    /** The rules of all {@code .drl} files given; the faults of all of them are added. */
    static Policy read(String programme, String version, PolicyFiles files, Catalogue catalogue, Faults faults) {
        PolicyReader reader = new PolicyReader(catalogue, faults);
        reader.readAll(files.own(), programme, UnaryOperator.identity());
        SharedPolicy shared = files.shared();
        if (shared != null) {
            reader.readAll(files.sharedFiles(), shared.from(), rule -> rule.with(shared.here(rule.info())));
        }
        reader.refuseRepeatedIds();
        reader.refuseTangledPlans();
        TermConflicts.find(reader.rules, faults);
        reader.rules.sort(Comparator.comparing(Rule::id));
        return new Policy(version, reader.rules);
    }

    private void readAll(List<SourceFile> files, String owner, UnaryOperator<Rule> adapted) {
        files.stream().filter(file -> file.path().endsWith(".drl")).forEach(file -> readFile(file, owner, adapted));
    }

    private void readFile(SourceFile file, String owner, UnaryOperator<Rule> adapted) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1);
        String base = name.substring(0, name.length() - ".drl".length());
        if (base.length() > LONGEST_NAME || !base.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            faults.add(Fault.at(Position.of(file.path()), "file-name", name));
            return;
        }
        String expected = (owner + "." + base).replace('-', '_');
        for (Rule rule : RuleFileReader.read(file, expected, catalogue, faults)) {
            refuseMisplaced(rule, name);
            refusePlanMisuse(rule, name);
            refuseSecondQuestion(rule);
            refuseOpeningWithoutProduct(rule);
            rules.add(adapted.apply(rule));
        }
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
                .filter(PolicyReader::isNegated)
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

    /** A plan by its id contains another, for all services or for all but some. */
    private static boolean isPlainInheritance(Rule rule) {
        return rule.insertion().constant() != null
                && Policy.container(rule) != null
                && rule.patterns().stream()
                        .filter(pattern -> !pattern.type().name().equals("Plan"))
                        .allMatch(PolicyReader::isServiceException);
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

    /** Without a product there is no opening to be found, and its absence would say nothing. */
    private void refuseOpeningWithoutProduct(Rule rule) {
        boolean constrained = patterns(rule, "Product").stream()
                .anyMatch(pattern -> !pattern.constraints().isEmpty());
        if (!patterns(rule, "Opening").isEmpty() && !constrained) {
            fault(rule, "opening-without-product", rule.id());
        }
    }

    private static List<Pattern> patterns(Rule rule, String type) {
        return rule.patterns().stream()
                .filter(pattern -> pattern.type().name().equals(type))
                .toList();
    }

    private void refuseRepeatedIds() {
        Map<String, Rule> seen = new HashMap<>();
        for (Rule rule : rules) {
            Rule first = seen.putIfAbsent(rule.id(), rule);
            if (first != null) {
                fault(rule, "rule-id-repeated", rule.id(), first.position());
            }
        }
    }

    /** A plan contains at most one other directly, and never itself by a way round. */
    private void refuseTangledPlans() {
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
