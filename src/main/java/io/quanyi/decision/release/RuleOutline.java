package io.quanyi.decision.release;

import io.quanyi.facts.Fact;
import io.quanyi.facts.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a rule looks at, and what it then says: enough to know which facts it can tell apart, without asking it.
 *
 * @param rule the rule
 * @param condition what it asks, as the author writes it
 * @param looks the lines of its condition; the service it names is not among them
 * @param says the type of what it says
 * @param outcome what it says; null where that depends on a value that it looks at
 * @param words what it says, as the author writes it
 * @param members what is written in the rule of what it says, by the names of its members
 */
public record RuleOutline(
        RuleInfo rule,
        String condition,
        List<Look> looks,
        Class<? extends Outcome> says,
        @Nullable Outcome outcome,
        String words,
        Map<String, Object> members) {

    /** Keeps copies. */
    public RuleOutline {
        looks = List.copyOf(looks);
        members = Map.copyOf(members);
    }

    /**
     * One line of a condition.
     *
     * @param fact the type of fact that it is about
     * @param tests what must hold of the fact, each of one field
     * @param values the fields whose very values matter, because the rule says them or compares them with another fact's
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
     * @param words the test as the author writes it
     * @param ordered whether a number divides what meets it from what does not
     * @param literals what it is held against
     * @param holds whether it holds of a fact; null where the field is absent
     */
    public record Test(
            Reading reading,
            String words,
            boolean ordered,
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
    }

    /**
     * A field that is read.
     *
     * @param field its name
     * @param value its value in a fact
     */
    public record Reading(String field, Function<Fact, @Nullable Object> value) {}
}
