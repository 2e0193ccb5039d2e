package io.quanyi.decision.release;

import io.quanyi.decision.release.Finding.AbsentFact;
import io.quanyi.facts.Fact;
import io.quanyi.facts.Listed;
import io.quanyi.facts.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The outline of a rule: the fields that it tests and the outcomes that it states. It shows which facts the rule can distinguish, without
 * evaluating the rule.
 *
 * @param rule the rule
 * @param condition the condition, as written
 * @param looks the lines of the condition, without constraints on the service
 * @param groups the groups of services that the condition names
 * @param statements the outcomes, in the order written
 */
public record RuleOutline(
        RuleInfo rule, String condition, List<Look> looks, Set<String> groups, List<Statement> statements) {

    /** Keeps copies. */
    public RuleOutline {
        looks = List.copyOf(looks);
        groups = Set.copyOf(groups);
        statements = List.copyOf(statements);
    }

    /** Whether the rule states an outcome of a type. */
    public boolean states(Class<? extends Outcome> type) {
        return statements.stream().anyMatch(statement -> type.isAssignableFrom(statement.type()));
    }

    /** Whether the rule looks at nothing but the service: it fires for every request about its services, and is never silent. */
    public boolean asksOnlyForService() {
        return looks.stream().allMatch(look -> look.tests().isEmpty() && !Listed.class.isAssignableFrom(look.fact()));
    }

    /** Whether no request meets the conditions of both rules, because a field would need two values. Those of listed facts have several. */
    public boolean excludes(RuleOutline other) {
        return looks.stream()
                .filter(look -> !Listed.class.isAssignableFrom(look.fact()))
                .anyMatch(look -> other.looks.stream()
                        .filter(two -> two.fact() == look.fact())
                        .anyMatch(two -> look.tests().stream()
                                .anyMatch(test -> two.tests().stream().anyMatch(test::excludes))));
    }

    /**
     * An outcome that a rule states.
     *
     * @param type the type of the outcome
     * @param outcome the outcome; null if it depends on a field that the rule reads
     * @param words the outcome, as written
     * @param members the members of the outcome that are written in the rule, by name
     */
    public record Statement(
            Class<? extends Outcome> type, @Nullable Outcome outcome, String words, Map<String, Object> members) {

        /** Keeps a copy. */
        public Statement {
            members = Map.copyOf(members);
        }
    }

    /**
     * One line of a condition.
     *
     * @param fact the type of the fact
     * @param tests the tests of fields of the fact
     * @param values the fields whose values the rule states, or compares with a field of another fact
     */
    public record Look(Class<? extends Fact> fact, List<Test> tests, List<Reading> values) {

        /** Keeps copies. */
        public Look {
            tests = List.copyOf(tests);
            values = List.copyOf(values);
        }
    }

    /**
     * A test of one field.
     *
     * @param reading the field
     * @param words the test, as written
     * @param ordered whether the test compares a number by its order
     * @param choice whether the field must have one of the literals
     * @param literals the values with which the field is compared
     * @param holds whether the test holds for a fact; null if the field is absent
     */
    public record Test(
            Reading reading,
            String words,
            boolean ordered,
            boolean choice,
            Set<Object> literals,
            Function<Fact, @Nullable Boolean> holds) {

        /** Keeps a copy. */
        public Test {
            literals = Set.copyOf(literals);
        }

        /** The name of the field. */
        public String field() {
            return reading.field();
        }

        private boolean excludes(Test other) {
            return choice
                    && other.choice
                    && field().equals(other.field())
                    && Collections.disjoint(literals, other.literals);
        }
    }

    /**
     * A field that is read.
     *
     * @param field its name
     * @param value its value in a fact
     * @param absent the meaning of its absence; null if it is never absent, or its absence says nothing
     */
    public record Reading(
            String field,
            Function<Fact, @Nullable Object> value,
            @Nullable AbsentFact absent) {}
}
