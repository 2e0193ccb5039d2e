package io.quanyi.policy;

import static java.util.Objects.requireNonNull;

import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.Finding.AbsentFact;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Plan;
import io.quanyi.facts.Question;
import io.quanyi.policy.model.ComparisonOperator;
import io.quanyi.policy.model.Insertion;
import io.quanyi.policy.model.Rule;
import io.quanyi.policy.model.Rule.Binding;
import io.quanyi.policy.model.Rule.Comparison;
import io.quanyi.policy.model.Rule.Constraint;
import io.quanyi.policy.model.Rule.Pattern;
import io.quanyi.policy.model.Rule.Quantifier;
import io.quanyi.policy.model.Rule.SameAs;
import io.quanyi.policy.model.RuleVocabulary.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.model.AlphaIndex;
import org.drools.model.Drools;
import org.drools.model.Global;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.consequences.ConsequenceBuilder;
import org.drools.model.functions.BlockN;
import org.drools.model.functions.Predicate1;
import org.jspecify.annotations.Nullable;

/**
 * Assembles rules for Drools from the model. No text is passed on and no code is generated, so that exactly the checked rules are run.
 *
 * <p>Each rule is accompanied by its <i>twins</i>, one for each tested field that may be absent: the same conditions with this field
 * absent, and every other such field absent or matching. A twin reports the finding that the rule would have if the absent fact were
 * known and matched.
 *
 * <p>The service in a condition is not matched: a rule is assembled only for the services that it belongs to.
 */
final class RuleAssembler {

    static final Global<FindingCollector> FINDINGS =
            PatternDSL.globalOf(FindingCollector.class, "io.quanyi.policy", "findings");

    private final Rule rule;
    private final @Nullable Field absent;
    private final List<RuleItemBuilder<?>> items = new ArrayList<>();
    private final Map<String, Variable<Object>> variables = new HashMap<>();
    private @Nullable Variable<Object> plan;

    private RuleAssembler(Rule rule, @Nullable Field absent) {
        this.rule = rule;
        this.absent = absent;
    }

    /** The rule and its twins. */
    static List<org.drools.model.Rule> assemble(Rule rule) {
        List<org.drools.model.Rule> assembled = new ArrayList<>();
        assembled.add(alone(rule));
        for (Field field : fieldsThatMayBeAbsent(rule)) {
            assembled.add(new RuleAssembler(rule, field).build());
        }
        return assembled;
    }

    /** The rule as it is, without twins. */
    static org.drools.model.Rule alone(Rule rule) {
        return new RuleAssembler(rule, null).build();
    }

    private static Set<Field> fieldsThatMayBeAbsent(Rule rule) {
        Set<Field> fields = new LinkedHashSet<>();
        rule.patterns().stream()
                .flatMap(pattern -> pattern.constraints().stream())
                .map(Constraint::field)
                .filter(Field::mayBeAbsent)
                .forEach(fields::add);
        return fields;
    }

    private org.drools.model.Rule build() {
        ServiceConditions.without(rule).forEach(this::add);
        if (items.isEmpty()) {
            items.add(PatternDSL.pattern(PatternDSL.declarationOf(Question.class)));
        }
        items.add(consequence());
        String name = absent == null ? rule.id() : rule.id() + " without " + absent.fact() + "." + absent.name();
        return PatternDSL.rule("io.quanyi.policy", name).build(items.toArray(RuleItemBuilder[]::new));
    }

    @SuppressWarnings("unchecked")
    private void add(Pattern pattern) {
        Variable<Object> fact = PatternDSL.declarationOf(
                (Class<Object>) (Class<?>) pattern.type().type());
        PatternDef<Object> items = PatternDSL.pattern(fact);
        for (Constraint constraint : pattern.constraints()) {
            constrain(items, pattern, constraint);
        }
        for (Binding binding : pattern.bindings()) {
            Variable<Object> variable = (Variable<Object>) PatternDSL.declarationOf(boxed(binding.field()));
            variables.put(binding.variable(), variable);
            items.bind(variable, value -> binding.field().value().apply(value));
        }
        if (pattern.type().type() == Plan.class) {
            plan = fact;
        }
        this.items.add(quantified(pattern.quantifier(), items));
    }

    private static RuleItemBuilder<?> quantified(Quantifier quantifier, PatternDef<Object> pattern) {
        return switch (quantifier) {
            case THERE_IS -> pattern;
            case NOT -> PatternDSL.not(pattern);
            case EXISTS -> PatternDSL.exists(pattern);
        };
    }

    private void constrain(PatternDef<Object> items, Pattern pattern, Constraint constraint) {
        if (constraint instanceof SameAs same) {
            Variable<Object> other = requireNonNull(variables.get(same.variable()));
            items.expr(
                    same.toString(),
                    other,
                    (fact, value) -> value.equals(same.field().value().apply(fact)));
        } else if (absent == null || !constraint.field().mayBeAbsent()) {
            test(items, FieldPredicate.of(pattern.type(), constraint), index(constraint));
        } else if (absent.equals(constraint.field())) {
            test(items, FieldPredicate.absent(pattern.type(), constraint.field()), null);
        } else {
            test(items, FieldPredicate.absentOr(pattern.type(), constraint), null);
        }
    }

    private static void test(
            PatternDef<Object> items, FieldPredicate test, @Nullable AlphaIndex<Object, Object> index) {
        Predicate1<Object> predicate = test;
        if (index == null) {
            items.expr(test.getExpressionHash(), predicate);
        } else {
            items.expr(test.getExpressionHash(), predicate, index);
        }
    }

    /** An index for comparisons with ids, so that Drools looks the value up instead of testing each rule; null for other constraints. */
    @SuppressWarnings("unchecked")
    private static @Nullable AlphaIndex<Object, Object> index(Constraint constraint) {
        boolean equalId = constraint instanceof Comparison comparison
                && comparison.operator() == ComparisonOperator.EQUAL
                && comparison.literal() instanceof String;
        return equalId
                ? PatternDSL.alphaIndexedBy(
                        (Class<Object>) (Class<?>) String.class,
                        ConstraintType.EQUAL,
                        constraint.field().name().hashCode(),
                        fact -> constraint.field().value().apply(fact),
                        ((Comparison) constraint).literal())
                : null;
    }

    private static Class<?> boxed(Field field) {
        return field.type() == int.class ? Integer.class : field.type();
    }

    private RuleItemBuilder<?> consequence() {
        Plan stated = rule.contained();
        if (stated != null) {
            String contained = stated.id();
            return PatternDSL.on(FINDINGS, requireNonNull(plan))
                    .execute((Drools drools, FindingCollector findings, Object from) ->
                            drools.insert(findings.contained(rule.info(), (Plan) from, contained)));
        }
        List<Variable<?>> given = new ArrayList<>(List.of(FINDINGS));
        if (plan != null) {
            given.add(plan);
        }
        List<String> names = rule.variables();
        names.forEach(name -> given.add(requireNonNull(variables.get(name))));
        return new Consequence(finding(names), given);
    }

    /** The action on a match. Its values are the collector of findings, then the plan if the rule has one, then the variables. */
    private BlockN finding(List<String> names) {
        AbsentFact absentFact = absentFact();
        boolean hasPlan = plan != null;
        return values -> {
            Map<String, Object> bound = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                bound.put(names.get(i), values[(hasPlan ? 2 : 1) + i]);
            }
            FindingCollector findings = (FindingCollector) values[0];
            int distance = hasPlan ? findings.distance((Plan) values[1]) : Finding.PROGRAMME;
            for (Insertion insertion : rule.insertions()) {
                findings.add(new Finding(rule.info(), (Outcome) insertion.with(bound), distance, absentFact));
            }
        };
    }

    /** A consequence that takes any number of values. */
    private static final class Consequence extends ConsequenceBuilder.AbstractValidBuilder<Consequence> {
        Consequence(BlockN block, List<Variable<?>> given) {
            super(given.toArray(Variable[]::new));
            this.block = block;
        }
    }

    private @Nullable AbsentFact absentFact() {
        return absent == null ? null : absent.absent();
    }
}
