package io.quanyi.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.decision.ReleaseId;
import io.quanyi.decision.Result;
import io.quanyi.facts.Absent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is answered as it is, in words; ids and codes stand beside them for programs.
 *
 * @param asked the request
 * @param answer what comes out; null where the request is refused
 * @param refusal why it is refused; null where it is answered
 * @param facts what the rules were told; none where the request did not come so far
 * @param spoken the rules that spoke, and the terms of the customer's contract
 * @param waiting the rules that may speak once a fact is known
 * @param near the rules that would speak but for one thing
 * @param basis what each part of the answer rests on
 * @param clocks how the clocks of the promises ran
 * @param quota what was counted of a quota; null without one
 */
public record ExplanationReport(
        AskedLine asked,
        @Nullable AnswerLine answer,
        @Nullable RefusalLine refusal,
        List<FactLine> facts,
        List<SpokenRule> spoken,
        List<WaitingRule> waiting,
        List<NearRule> near,
        List<BasisLine> basis,
        List<ClockLine> clocks,
        @Nullable QuotaLine quota) {

    /** An id, and what it is called. */
    public record Named(String id, String name) {}

    /** The request in a sentence, and what the sentence is made of. */
    public record AskedLine(
            String text,
            Named programme,
            Named service,
            Named plan,
            OffsetDateTime at,
            String zone,
            ReleaseId release) {}

    /** A code in words. */
    public record CodeLine(String code, String text) {}

    /** What comes out, and why; {@code grantedByPlan} where a plan grants it. */
    public record AnswerLine(
            Result outcome,
            String text,
            @Nullable Named grantedByPlan,
            List<ReasonLine> reasons,
            List<CodeLine> warnings,
            List<CodeLine> suggestions) {}

    /** One reason; the rule is null where the absence of any says so, and for a contract. */
    public record ReasonLine(
            String code, String text, @Nullable RuleBehind rule) {}

    /** Why there is no answer, and what to add or to put right. */
    public record RefusalLine(String code, String text, List<FaultLine> faults) {}

    /** One fault; {@code member} is what its pointer is called, {@code choices} what could stand there, where that is a list. */
    public record FaultLine(String pointer, String member, String code, String text, List<Named> choices) {}

    /** A fact, field by field. */
    public record FactLine(String fact, String name, List<FieldLine> fields) {}

    /**
     * A field of a fact.
     *
     * @param text its value; where it is absent, what that means
     * @param how what it was derived from; null for what needs no derivation
     * @param pointer the member of the request that supplies a field that may be absent
     * @param meaning what the absence of an absent field means
     * @param condition the code of the condition that an answer then carries, where it does
     */
    public record FieldLine(
            String field,
            String name,
            @Nullable Object value,
            String text,
            Origin origin,
            @Nullable String how,
            @Nullable String pointer,
            Absent.@Nullable Meaning meaning,
            @Nullable String condition) {}

    /** A rule, with the places of the document and the interpretations that it rests on. */
    public record RuleBehind(String id, String title, List<ClauseLine> clauses, List<ReadingLine> readings) {}

    /** A place of the document as rules cite it, its own words, and, for readers of English, what they say. */
    public record ClauseLine(
            String clause,
            String quote,
            @JsonInclude(Include.NON_NULL) @Nullable String gloss) {}

    /** An interpretation, and its words. */
    public record ReadingLine(String id, String text) {}

    /**
     * Something that was said.
     *
     * @param rule the rule; null for a term of the contract
     * @param plan the plan that it rests on; null for what rests on none
     * @param counts whether it is part of the answer
     * @param standing why, as a code
     * @param why the same in words
     */
    public record SpokenRule(
            @Nullable RuleBehind rule,
            String says,
            @Nullable Named plan,
            boolean counts,
            Standing standing,
            String why) {}

    /** A rule, or a term of the contract, that may speak once a member of the request is there; {@code decisive} if it is asked for. */
    public record WaitingRule(
            @Nullable RuleBehind rule,
            String says,
            String pointer,
            String member,
            Absent.Meaning meaning,
            boolean decisive,
            String why) {}

    /** A rule that would speak but for one thing: {@code condition} as its author writes it, and the field as it is. */
    public record NearRule(
            RuleBehind rule,
            String says,
            String condition,
            String field,
            @Nullable Object value,
            String why) {}

    /**
     * What a part of the answer rests on.
     *
     * @param rule the rule; null for the contract, and where the absence of any rule says so
     * @param agreed whether the contract says so
     * @param readings the interpretations that a window beside the rule rests on
     */
    public record BasisLine(
            String part,
            String name,
            String text,
            @Nullable RuleBehind rule,
            boolean agreed,
            @Nullable Named plan,
            List<ReadingLine> readings) {}

    /** How the clock of a promise ran; {@code due} is null where it cannot be counted. */
    public record ClockLine(
            String part,
            String name,
            String target,
            @Nullable Named window,
            OffsetDateTime start,
            @Nullable OffsetDateTime due,
            String text,
            List<StretchLine> stretches) {}

    /** A stretch of time that was counted, or passed over for some reasons. */
    public record StretchLine(
            OffsetDateTime from,
            OffsetDateTime to,
            Duration length,
            boolean counted,
            String text,
            List<PauseLine> reasons) {}

    /** Why days, both included, were passed over; {@code holiday} as the calendar calls it. */
    public record PauseLine(
            Pause code,
            LocalDate from,
            LocalDate to,
            @Nullable String holiday,
            String text) {}

    /** What was counted of a quota, over which days. */
    public record QuotaLine(
            BigDecimal limit,
            String unit,
            BigDecimal used,
            BigDecimal remaining,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String text,
            List<UseLine> uses) {}

    /** One use, and whether it falls into the days that are counted. */
    public record UseLine(LocalDate date, boolean counted, String text) {}
}
