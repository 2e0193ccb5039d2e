package io.quanyi.decision.answer;

import io.quanyi.decision.release.ReleaseId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one question, without its human texts. What a document does not state is null or empty.
 *
 * @param outcome what came out
 * @param entitled the same as a truth value; null where the documents do not decide
 * @param service what was asked for
 * @param plan the customer's plan
 * @param grantedByPlan the plan whose content the service is, where a plan grants it
 * @param authority whether the source document binds the vendor
 * @param reasons why, never empty
 * @param window when the service is open
 * @param response by when the first answer is owed
 * @param resolution by when a solution is owed
 * @param quota how much of it may be used, and how much is left
 * @param leadTime how long before its start it must be asked for
 * @param charges what it costs beside the plan
 * @param conditions what must still hold or be done
 * @param warnings what the computation is short of
 * @param suggestions what would make it a yes; each was decided
 * @param readings the readings that the answer rests on, by id
 * @param route how to reach it
 * @param release which release decided
 */
public record Decision(
        Result outcome,
        @Nullable Boolean entitled,
        String service,
        String plan,
        @Nullable String grantedByPlan,
        String authority,
        List<Reason> reasons,
        @Nullable WindowState window,
        @Nullable Promise response,
        @Nullable Promise resolution,
        @Nullable QuotaState quota,
        @Nullable LeadTimeState leadTime,
        List<ChargeLine> charges,
        List<ConditionLine> conditions,
        List<Warning> warnings,
        List<Suggestion> suggestions,
        List<ReadingRef> readings,
        Route route,
        ReleaseId release) {

    /** Why: a code, and the rule and clause that say so, if any does. */
    public record Reason(
            String code,
            @Nullable String rule,
            @Nullable String clause,
            @Nullable String quote) {}

    /** When a service is open; {@code open} is null where the hours are not stated, or not announced. */
    public record WindowState(
            String id,
            String zone,
            @Nullable Boolean open,
            @Nullable OffsetDateTime closesAt,
            @Nullable OffsetDateTime opensAt,
            @Nullable String rule,
            @Nullable String clause) {}

    /**
     * A promise of time; {@code dueAt} is null where it cannot be counted. {@code countedOmitted} spans lie between the first half
     * and the second half of {@code counted}: 0 for all but promises of months.
     */
    public record Promise(
            TargetValue target,
            @Nullable String window,
            @Nullable OffsetDateTime dueAt,
            @Nullable String fulfilledBy,
            @Nullable String rule,
            @Nullable String clause,
            List<CountedSpan> counted,
            int countedOmitted) {}

    /** So many of a unit. */
    public record TargetValue(BigDecimal amount, String unit) {}

    /** A span that was counted, its end excluded. */
    public record CountedSpan(OffsetDateTime from, OffsetDateTime to) {}

    /** A quota: {@code from} and {@code to} are the first and the last day that it counts over. */
    public record QuotaState(
            BigDecimal limit,
            String unit,
            String per,
            BigDecimal used,
            BigDecimal remaining,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable BigDecimal each,
            @Nullable String rule,
            @Nullable String clause) {}

    /** A lead time in calendar days, and the first day that is not too early for it. */
    public record LeadTimeState(
            int days,
            LocalDate earliestStart,
            @Nullable String rule,
            @Nullable String clause) {}

    /** What something costs: an amount, whose {@code to} is null where it is open above, or a share of another. */
    public record ChargeLine(
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            @Nullable String currency,
            @Nullable Share share,
            String per,
            boolean approximate,
            @Nullable String rule,
            @Nullable String clause) {}

    /** A part of an amount: 0.07 is 7 %. */
    public record Share(BigDecimal from, BigDecimal to, String of) {}

    /** What must still hold or be done; {@code pointer} is the fact that was taken as met, or was not asked about. */
    public record ConditionLine(
            String code,
            @Nullable String pointer,
            @Nullable String rule,
            @Nullable String clause,
            @Nullable String quote) {}

    /** What the computation is short of. */
    public record Warning(
            String code, @Nullable String pointer, @Nullable String value) {}

    /** What would change the answer: the members to set, and the outcome then. */
    public record Suggestion(String code, List<Setting> set, Result outcome) {}

    /** One member of a request, set. */
    public record Setting(String pointer, Object value) {}

    /** A reading. */
    public record ReadingRef(String id) {}

    /** How to reach the service, and who gives it: {@code deliveredBy} where it is one, {@code deliverers} all of them. */
    public record Route(
            List<RouteChannel> channels,
            @Nullable String seat,
            @Nullable String priority,
            @Nullable String deliveredBy,
            List<String> deliverers,
            List<String> delivery,
            @Nullable String language) {}

    /** A way to come by; {@code open} is null where its hours are not stated. */
    public record RouteChannel(
            String id, @Nullable String contact, @Nullable Boolean open) {}

    /** The same with suggestions. */
    public Decision withSuggestions(List<Suggestion> found) {
        return new Decision(
                outcome,
                entitled,
                service,
                plan,
                grantedByPlan,
                authority,
                reasons,
                window,
                response,
                resolution,
                quota,
                leadTime,
                charges,
                conditions,
                warnings,
                List.copyOf(found),
                readings,
                route,
                release);
    }
}
