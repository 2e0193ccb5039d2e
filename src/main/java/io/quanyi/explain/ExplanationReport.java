package io.quanyi.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.combination.FindingStatus;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.facts.Absent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report of an explanation in one language, with ids and codes for programs.
 *
 * @param asked the request
 * @param answer the answer; null if the request is refused
 * @param refusal the refusal; null if the request is answered
 * @param facts the facts given to the rules; empty if the request is refused before
 * @param findings the rules that fired, and the terms of the contract of the customer
 * @param waiting the rules that may fire once an absent fact is known
 * @param nearMisses the rules that would fire if one condition were left out
 * @param basis the basis of each part of the answer
 * @param clocks how the target times were counted
 * @param quota how the quota was counted; null without a quota
 */
public record ExplanationReport(
        AskedLine asked,
        @Nullable AnswerLine answer,
        @Nullable RefusalLine refusal,
        List<FactLine> facts,
        List<FindingLine> findings,
        List<WaitingLine> waiting,
        List<NearMissLine> nearMisses,
        List<BasisLine> basis,
        List<ClockLine> clocks,
        @Nullable QuotaLine quota) {

    /** An id and its name. */
    public record NamedId(String id, String name) {}

    /** The request in a sentence, and the parts of the sentence. */
    public record AskedLine(
            String text,
            NamedId programme,
            NamedId service,
            NamedId plan,
            OffsetDateTime at,
            String zone,
            ReleaseId release) {}

    /** A code and its words. */
    public record CodeLine(String code, String text) {}

    /** The outcome and its reasons; {@code grantedByPlan} is the plan that contains the service, if any. */
    public record AnswerLine(
            Result outcome,
            String text,
            @Nullable NamedId grantedByPlan,
            List<ReasonLine> reasons,
            List<CodeLine> warnings,
            List<CodeLine> suggestions) {}

    /** One reason; the rule is null if the reason follows from the absence of any rule, or from the contract. */
    public record ReasonLine(
            String code, String text, @Nullable ExplainedRule rule) {}

    /** The refusal, with the members to add or to correct. */
    public record RefusalLine(String code, String text, List<FaultLine> faults) {}

    /** One fault; {@code member} names the member at the pointer, {@code choices} are its possible values if they can be listed. */
    public record FaultLine(String pointer, String member, String code, String text, List<NamedId> choices) {}

    /** A fact with its fields. */
    public record FactLine(String fact, String name, List<FieldLine> fields) {}

    /**
     * A field of a fact.
     *
     * @param text the value in words; for an absent field, the meaning of its absence
     * @param how the derivation; null if the field equals a member of the request
     * @param pointer the member of the request that supplies the field; null if the field is never absent
     * @param meaning the meaning of the absence; null if the field is present
     * @param condition the code of the condition that the answer carries because of the absence; null if there is none
     */
    public record FieldLine(
            String field,
            String name,
            @Nullable Object value,
            String text,
            FieldOrigin origin,
            @Nullable String how,
            @Nullable String pointer,
            Absent.@Nullable Meaning meaning,
            @Nullable String condition) {}

    /** A rule with its clauses and readings. */
    public record ExplainedRule(String id, String title, List<QuotedClause> clauses, List<ReadingLine> readings) {}

    /** A clause as rules cite it, its original words, and their meaning for readers of English. */
    public record QuotedClause(
            String clause,
            String quote,
            @JsonInclude(Include.NON_NULL) @Nullable String gloss) {}

    /** A reading and its words. */
    public record ReadingLine(String id, String text) {}

    /**
     * A rule that fired, or a term of the contract.
     *
     * @param rule the rule; null for a term of the contract
     * @param plan the plan that the finding rests on; null if it rests on no plan
     * @param counts whether the finding is part of the answer
     * @param status the reason for that, as a code
     * @param why the same reason in words
     */
    public record FindingLine(
            @Nullable ExplainedRule rule,
            String text,
            @Nullable NamedId plan,
            boolean counts,
            FindingStatus status,
            String why) {}

    /** A rule or a term of the contract that may apply once a member is known; {@code decisive} if the refusal asks for the member. */
    public record WaitingLine(
            @Nullable ExplainedRule rule,
            String text,
            String pointer,
            String member,
            Absent.Meaning meaning,
            boolean decisive,
            String why) {}

    /** A rule that would fire without one {@code condition}, which is given as it stands in the rule, with the present value of its field. */
    public record NearMissLine(
            ExplainedRule rule,
            String text,
            String condition,
            String field,
            @Nullable Object value,
            String why) {}

    /**
     * A part of the answer and its basis.
     *
     * @param rule the rule; null if the part follows from the contract or from the absence of any rule
     * @param fromContract whether the part follows from the contract
     * @param readings the readings behind the window, beside those of the rule
     */
    public record BasisLine(
            String part,
            String name,
            String text,
            @Nullable ExplainedRule rule,
            boolean fromContract,
            @Nullable NamedId plan,
            List<ReadingLine> readings) {}

    /**
     * How a target time was counted.
     *
     * @param due the instant at which the target is due; null if it cannot be counted, or not while the case waits
     * @param progress how far the clock has run; null if the request states no course of a case
     */
    public record ClockLine(
            String part,
            String name,
            String target,
            @Nullable NamedId window,
            OffsetDateTime start,
            @Nullable OffsetDateTime due,
            String text,
            List<StretchLine> stretches,
            @Nullable ProgressLine progress) {}

    /** How far a clock has run as of an instant: met, missed, paused or running, with the seconds counted and remaining. */
    public record ProgressLine(
            OffsetDateTime asOf,
            String state,
            @Nullable OffsetDateTime since,
            long countedSeconds,
            long remainingSeconds,
            String text) {}

    /** A stretch of time that was counted, or skipped for the given reasons. */
    public record StretchLine(
            OffsetDateTime from,
            OffsetDateTime to,
            long seconds,
            boolean counted,
            String text,
            List<PauseLine> reasons) {}

    /** Why the days from the first to the last were skipped; {@code holiday} is the name in the calendar. */
    public record PauseLine(
            PauseReason code,
            LocalDate from,
            LocalDate to,
            @Nullable String holiday,
            String text) {}

    /** How a quota was counted, and over which days. */
    public record QuotaLine(
            BigDecimal limit,
            String unit,
            BigDecimal used,
            BigDecimal remaining,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String text,
            List<UseLine> uses) {}

    /** One use, and whether its day is counted. */
    public record UseLine(LocalDate date, boolean counted, String text) {}
}
