package io.quanyi.impact.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.decision.DecisionRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changes for whom from one release to another, in words.
 *
 * @param programme the programme
 * @param before the one release
 * @param after the other
 * @param untouched how many services have the same rules and the same catalogue in both, so that nothing can change
 * @param combinations of the other services: how many combinations of facts there are that either release can tell apart
 * @param decided how many of them had to be decided to know all
 * @param changed of how many the answer changes
 * @param customers how many customers of a census are touched; left out without one
 * @param definitions what the releases define otherwise and no sentence tells, such as the hours of a window
 * @param services the services whose answers change
 * @param sentences what says of all that change, and of nothing else, how it does
 * @param notCompared the services of which nothing is said; null, and left out, where there is none
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

    /** Whether nothing changes at all. */
    @JsonIgnore
    public boolean none() {
        return definitions.isEmpty() && sentences.isEmpty() && notCompared == null;
    }

    /**
     * A service of which nothing is said, because comparing it takes more than it may.
     *
     * @param service its id
     * @param code why, for programs
     * @param message what makes it so much, and what to do
     */
    public record NotComparedLine(String service, String code, String message) {}

    /** The services of which nothing is said, or none. */
    @JsonIgnore
    public List<NotComparedLine> withoutComparison() {
        return notCompared == null ? List.of() : notCompared;
    }

    /**
     * What a release is made of.
     *
     * @param release its number; null for a draft
     */
    public record ComparedRelease(@Nullable Integer release, String policy, String catalogue, String calendars) {}

    /**
     * How many customers a census counts.
     *
     * @param all how many there are
     * @param touched for how many some answer changes
     * @param unplaced how many could not be placed, because a release does not take them as they are
     */
    public record Customers(long all, long touched, long unplaced) {}

    /** Something that is defined otherwise; null where a release does not define it. */
    public record DefinitionLine(
            String what, @Nullable String before, @Nullable String after) {}

    /** How many combinations there are of a service, how many had to be decided, and how many change. */
    public record ServiceLine(String service, String name, long combinations, long decided, long changed) {}

    /**
     * One sentence.
     *
     * @param services the services of which it holds, by id
     * @param names what they are called
     * @param text the sentence
     * @param conditions of whom it holds; of what is not named anything may hold
     * @param before what is no longer said
     * @param after what is said instead
     * @param combinations of how many combinations it holds
     * @param customers of how many customers of a census it holds; left out without one
     * @param example one of them, as it can be sent
     * @param rulesBefore the rules behind what is no longer said
     * @param rulesAfter the rules behind what is said instead
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
     * What must hold of one part of a request.
     *
     * @param part the part
     * @param except whether the values are those for which it does not hold
     * @param values the values
     * @param text the condition; where the values are many, with the first of them
     */
    public record ConditionLine(String part, boolean except, List<String> values, String text) {

        /** How many values are read out. */
        static final int READ_OUT = 6;

        /** Keeps a copy. */
        public ConditionLine {
            values = List.copyOf(values);
        }

        /** Whether the text has all values. */
        @JsonIgnore
        public boolean isShort() {
            return values.size() <= READ_OUT;
        }
    }

    /** One thing that is said. */
    public record StatementLine(String part, String value, String text) {}

    /** A rule, with the places of the document that it rests on. */
    public record RuleBehind(String id, String title, List<ClauseLine> clauses) {

        /** Keeps a copy. */
        public RuleBehind {
            clauses = List.copyOf(clauses);
        }
    }

    /** A place of the document, and its words. */
    public record ClauseLine(String clause, String quote) {}
}
