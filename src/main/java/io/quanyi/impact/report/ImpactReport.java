package io.quanyi.impact.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.decision.request.DecisionRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report of an impact in one language, for people and as JSON.
 *
 * @param programme the id of the programme
 * @param before the earlier release
 * @param after the later release
 * @param untouched the number of services with equal rules and equal catalogues in both releases, whose answers cannot change
 * @param combinations the number of combinations of facts, for all other services, that either release distinguishes
 * @param decided the number of decisions that were made to cover all combinations
 * @param changed the number of combinations whose answer changes
 * @param customers the numbers of customers of a census; left out without a census
 * @param definitions changed definitions that no sentence shows, such as the hours of a window
 * @param services the services whose answers change
 * @param sentences the sentences that together cover all changed combinations and no others
 * @param notCompared the services that could not be compared; null and left out if all were
 */
public record ImpactReport(
        String programme,
        ComparedRelease before,
        ComparedRelease after,
        int untouched,
        long combinations,
        long decided,
        long changed,
        @JsonInclude(Include.NON_NULL) @Nullable Customers customers,
        List<DefinitionLine> definitions,
        List<ServiceLine> services,
        List<SentenceLine> sentences,
        @JsonInclude(Include.NON_NULL) @Nullable List<NotComparedLine> notCompared) {

    /** Keeps copies. */
    public ImpactReport {
        definitions = List.copyOf(definitions);
        services = List.copyOf(services);
        sentences = List.copyOf(sentences);
        notCompared = notCompared == null || notCompared.isEmpty() ? null : List.copyOf(notCompared);
    }

    /** Whether nothing changes and every service was compared. */
    @JsonIgnore
    public boolean none() {
        return definitions.isEmpty() && sentences.isEmpty() && notCompared == null;
    }

    /**
     * A service that could not be compared.
     *
     * @param service the id of the service
     * @param code the code of the reason
     * @param message the reason and what to do
     */
    public record NotComparedLine(String service, String code, String message) {}

    /** The services that could not be compared; empty if all were. */
    @JsonIgnore
    public List<NotComparedLine> withoutComparison() {
        return notCompared == null ? List.of() : notCompared;
    }

    /**
     * The versions that a release consists of.
     *
     * @param release the number of the release; null for a draft
     */
    public record ComparedRelease(@Nullable Integer release, String policy, String catalogue, String calendars) {}

    /**
     * The numbers of customers of a census.
     *
     * @param all all customers
     * @param touched customers for whom some answer changes
     * @param unplaced customers whose record a release refuses, so that no sentence can be matched
     */
    public record Customers(long all, long touched, long unplaced) {}

    /**
     * A definition that has changed.
     *
     * @param what it, for programs
     * @param name it, in words
     * @param before its definition in the one release, in words; null where there is none
     * @param after its definition in the other; null where there is none
     */
    public record DefinitionLine(
            String what,
            String name,
            @Nullable String before,
            @Nullable String after) {}

    /** A changed service, with its numbers of combinations, decisions and changed combinations. */
    public record ServiceLine(String service, String name, long combinations, long decided, long changed) {}

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
    }

    /**
     * A condition on one dimension of requests.
     *
     * @param part the id of the dimension
     * @param except whether the values are those for which the sentence does not apply
     * @param values the names of the values
     * @param text the condition in words, with the first of many values
     */
    public record ConditionLine(String part, boolean except, List<String> values, String text) {

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

    /** One element of an answer: its subject, its value for programs, and its words. */
    public record StatementLine(String part, String value, String text) {}

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
