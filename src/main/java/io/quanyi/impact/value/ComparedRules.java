package io.quanyi.impact.value;

import io.quanyi.decision.release.RuleOutline;
import io.quanyi.decision.release.RuleOutline.Statement;
import io.quanyi.facts.Fact;
import io.quanyi.facts.Outcome;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The rules of the compared releases about one service, searched for the outcomes that they state and the values that they compare
 * facts with: the numbers and ids at which an answer may change.
 *
 * @param rules the rules of one release after the other
 */
public record ComparedRules(List<RuleOutline> rules) {

    /** Keeps a copy. */
    public ComparedRules {
        rules = List.copyOf(rules);
    }

    /** The constant outcomes of a type that rules state. */
    public <T extends Outcome> List<T> stated(Class<T> type) {
        return statements()
                .map(Statement::outcome)
                .filter(type::isInstance)
                .map(type::cast)
                .distinct()
                .toList();
    }

    /** Whether a rule states an outcome of a type. */
    public boolean states(Class<? extends Outcome> type) {
        return rules.stream().anyMatch(rule -> rule.states(type));
    }

    /** The constant members of outcomes of a type whose other members rules take from facts. */
    public Stream<Map<String, Object>> statedFromFacts(Class<? extends Outcome> type) {
        return statements()
                .filter(statement -> statement.outcome() == null && type.isAssignableFrom(statement.type()))
                .map(Statement::members);
    }

    /** The literals that rules compare a field with. */
    public Set<Object> literals(Class<? extends Fact> fact, String field) {
        Set<Object> literals = new LinkedHashSet<>();
        looks(fact)
                .flatMap(look -> look.tests().stream())
                .filter(test -> test.field().equals(field))
                .forEach(test -> literals.addAll(test.literals()));
        return literals;
    }

    /** The numbers that rules compare a field with, the smallest first, as a set of its own for the caller. */
    public Set<BigDecimal> numbers(Class<? extends Fact> fact, String field) {
        Set<BigDecimal> numbers = new TreeSet<>();
        literals(fact, field).stream()
                .filter(Number.class::isInstance)
                .forEach(literal -> numbers.add(new BigDecimal(literal.toString())));
        return numbers;
    }

    /** Whether a rule has a condition on a type of facts. */
    public boolean asksAbout(Class<? extends Fact> fact) {
        return looks(fact).findAny().isPresent();
    }

    /** The greatest number of conditions of one rule on a type of facts. */
    public long mostAsked(Class<? extends Fact> fact) {
        return rules.stream()
                .mapToLong(rule -> rule.looks().stream()
                        .filter(look -> look.fact() == fact)
                        .count())
                .max()
                .orElse(0);
    }

    /** Whether a rule has a condition that one fact can meet. */
    public boolean asksAbout(Fact fact) {
        return looks(fact.getClass())
                .anyMatch(look -> look.tests().stream()
                        .noneMatch(test -> Boolean.FALSE.equals(test.holds().apply(fact))));
    }

    /** Whether a rule uses the value of a field, not only the result of a comparison. */
    public boolean reads(Class<? extends Fact> fact, String field) {
        return looks(fact)
                .flatMap(look -> look.values().stream())
                .anyMatch(value -> value.field().equals(field));
    }

    private Stream<RuleOutline.Look> looks(Class<? extends Fact> fact) {
        return rules.stream().flatMap(rule -> rule.looks().stream()).filter(look -> look.fact() == fact);
    }

    private Stream<Statement> statements() {
        return rules.stream().flatMap(rule -> rule.statements().stream());
    }
}
