package io.quanyi.impact.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.impact.report.ImpactReport.StatementLine;
import io.quanyi.impact.report.ImpactReport.ValueLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sentence about combinations whose answers change in the same way.
 *
 * @param services the ids of the services
 * @param names the names of the services
 * @param text the sentence in words
 * @param conditions the conditions; a dimension without a condition may have any value
 * @param before the removed elements of the answer
 * @param after the added elements of the answer
 * @param combinations the number of combinations
 * @param customers the number of customers of a census to whom the sentence applies; left out without a census
 * @param example a request for one of the combinations
 * @param rulesBefore the rules behind the removed elements
 * @param rulesAfter the rules behind the added elements
 */
public record SentenceLine(
        List<String> services,
        List<String> names,
        String text,
        List<ConditionLine> conditions,
        List<StatementLine> before,
        List<StatementLine> after,
        long combinations,
        @JsonInclude(Include.NON_NULL) @Nullable Long customers,
        DecisionRequest example,
        List<RuleBehind> rulesBefore,
        List<RuleBehind> rulesAfter) {

    /** Keeps copies. */
    public SentenceLine {
        services = List.copyOf(services);
        names = List.copyOf(names);
        conditions = List.copyOf(conditions);
        before = List.copyOf(before);
        after = List.copyOf(after);
        rulesBefore = List.copyOf(rulesBefore);
        rulesAfter = List.copyOf(rulesAfter);
    }

    /**
     * A condition on one dimension of requests.
     *
     * @param part the id of the dimension
     * @param name its name
     * @param except whether the values are those for which the sentence does not apply; it applies for all others of the dimension
     * @param values the values
     * @param text the condition in words, with the first of many values
     */
    public record ConditionLine(String part, String name, boolean except, List<ValueLine> values, String text) {

        /** The most values that the text lists. */
        static final int READ_OUT = 6;

        /** Keeps a copy. */
        public ConditionLine {
            values = List.copyOf(values);
        }

        /** Whether the text lists all values. */
        @JsonIgnore
        public boolean isShort() {
            return values.size() <= READ_OUT;
        }
    }

    /** A rule with the clauses that it rests on. */
    public record RuleBehind(String id, String title, List<ClauseLine> clauses) {

        /** Keeps a copy. */
        public RuleBehind {
            clauses = List.copyOf(clauses);
        }
    }

    /** A clause of the document with its original words. */
    public record ClauseLine(String clause, String quote) {}
}
