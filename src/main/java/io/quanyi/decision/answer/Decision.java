package io.quanyi.decision.answer;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.facts.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one question, as codes and values. A part that the document does not state is null or empty.
 *
 * @param outcome the result
 * @param entitled the result as a truth value; null if the documents do not decide
 * @param service the requested service
 * @param plan the plan of the customer
 * @param grantedByPlan the plan that grants the service; null if no plan does
 * @param authority whether the document binds the vendor, as an id
 * @param reasons the reasons of the result, never empty
 * @param window the hours of the service
 * @param response the target time of the response
 * @param resolution the target time of the resolution
 * @param quota the quota, and its rest
 * @param leadTime the time before its start at which the service must be requested
 * @param charges the prices apart from the price of the plan
 * @param conditions the conditions that must still be met
 * @param dependsOn the terms of which the request does not say whether they apply
 * @param warnings the limitations of the answer
 * @param suggestions the changes of the request that lead to a grant, each verified by a decision
 * @param readings the readings on which the answer rests
 * @param route the channels of the service and its provider
 * @param bases the rules and clauses of the plain values, in the order of their places
 * @param release the release that decided
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
        List<DependentTerm> dependsOn,
        List<Warning> warnings,
        List<Suggestion> suggestions,
        List<ReadingRef> readings,
        Route route,
        List<ValueBasis> bases,
        ReleaseId release) {

    /** A reason: its code, and the rule and clause that state it, if any. */
    public record Reason(
            String code,
            @Nullable String rule,
            @Nullable String clause,
            @Nullable String quote) {}

    /**
     * The window of the service at the instant; {@code open} is null if the hours are not stated or not announced. If they are not
     * stated, {@code zone} is that of the customer, or null.
     */
    public record WindowState(
            String id,
            @Nullable String zone,
            @Nullable Boolean open,
            @Nullable OffsetDateTime closesAt,
            @Nullable OffsetDateTime opensAt,
            @Nullable String rule,
            @Nullable String clause,
            @Nullable String quote) {}

    /**
     * A promised target time; {@code dueAt} is null if it cannot be counted, or not yet, because the case waits without an end. The
     * middle {@code countedOmitted} spans are left out of {@code counted}; 0 except for target times of months. {@code progress} is
     * null if the request states no course of a case, or nothing can be counted.
     */
    public record Promise(
            TargetValue target,
            @Nullable String window,
            @Nullable OffsetDateTime dueAt,
            @Nullable String fulfilledBy,
            @Nullable String rule,
            @Nullable String clause,
            @Nullable String quote,
            List<CountedSpan> counted,
            int countedOmitted,
            @Nullable Progress progress) {

        /**
         * Whether it is due before another. Target times without instants are compared only in one unit and one window; other ones are not
         * known to be.
         */
        public boolean isBefore(Promise other) {
            if (dueAt != null && other.dueAt != null) {
                return dueAt.isBefore(other.dueAt);
            }
            if (target.isImmediate()) {
                return !other.target.isImmediate();
            }
            return target.unit().equals(other.target.unit())
                    && Objects.equals(window, other.window)
                    && target.amount().compareTo(other.target.amount()) < 0;
        }
    }

    /**
     * How far the clock of a target time has run for a case.
     *
     * @param asOf the instant as of which the clock is read
     * @param state {@code running}, {@code paused}, {@code met} or {@code missed}
     * @param since the instant since which it is paused, met or missed; null while it runs
     * @param stoppedAt the instant at which the clock ended, because the promised deed was done; null if it was not
     * @param countedSeconds the whole seconds counted up to {@code stoppedAt} or {@code asOf} by the target's own clock
     * @param remainingSeconds the seconds of the target without those counted; negative by the time counted after it was due
     */
    public record Progress(
            OffsetDateTime asOf,
            String state,
            @Nullable OffsetDateTime since,
            @Nullable OffsetDateTime stoppedAt,
            long countedSeconds,
            long remainingSeconds) {}

    /** An amount of a unit. */
    public record TargetValue(BigDecimal amount, String unit) {

        boolean isImmediate() {
            return unit.equals("immediate");
        }
    }

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
            @Nullable EachState each,
            @Nullable String rule,
            @Nullable String clause,
            @Nullable String quote) {}

    /** A limit of a single use. */
    public record EachState(BigDecimal limit, String unit) {}

    /** A lead time in calendar days, and the first day that is not too early for it. */
    public record LeadTimeState(
            int days,
            LocalDate earliestStart,
            @Nullable String rule,
            @Nullable String clause,
            @Nullable String quote) {}

    /** A price: an amount, whose {@code to} is null if no upper end is stated, or a share of another amount. */
    public record ChargeLine(
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            @Nullable String currency,
            @Nullable Share share,
            String per,
            boolean approximate,
            @Nullable String rule,
            @Nullable String clause,
            @Nullable String quote) {}

    /** A share of an amount; 0.07 means 7 %. */
    public record Share(BigDecimal from, BigDecimal to, String of) {}

    /** A condition of the answer; {@code pointer} is the absent member on which it rests, if any. */
    public record ConditionLine(
            String code,
            @Nullable String pointer,
            @Nullable String rule,
            @Nullable String clause,
            @Nullable String quote) {}

    /**
     * A term that is part of the answer or not, depending on a member of the request that is absent. Without it the answer would read as if
     * nothing were promised.
     *
     * @param part the part of the answer to which the term would belong, as a JSON pointer
     * @param pointer the absent member of the request
     * @param assumed whether the answer states the assumed value of the member as a condition, so that the term is not in the core
     * @param term the term
     * @param rule the rule that states it
     */
    public record DependentTerm(
            String part,
            String pointer,
            boolean assumed,
            Term term,
            @Nullable String rule,
            @Nullable String clause,
            @Nullable String quote) {}

    /** A limitation of the answer. */
    public record Warning(
            String code, @Nullable String pointer, @Nullable String value) {}

    /** A change that leads to another result: the members to set, and the result. */
    public record Suggestion(String code, List<Setting> set, Result outcome) {}

    /** A member of a request with its new value. */
    public record Setting(String pointer, Object value) {}

    /** A reading. */
    public record ReadingRef(String id) {}

    /** The channels of the service and its providers; {@code deliveredBy} is the only provider, null if there are several. */
    public record Route(
            List<RouteChannel> channels,
            @Nullable String seat,
            @Nullable String priority,
            @Nullable String deliveredBy,
            List<String> deliverers,
            List<String> delivery,
            @Nullable String language) {}

    /** A channel; {@code open} is null if its hours are not stated. */
    public record RouteChannel(
            String id,
            @Nullable String contact,
            @Nullable Boolean open,
            @Nullable String rule,
            @Nullable String clause,
            @Nullable String quote) {}

    /** The rule and clause of a plain value, which has no members for them; {@code pointer} is its place in the decision. */
    public record ValueBasis(
            String pointer,
            @Nullable String rule,
            @Nullable String clause,
            @Nullable String quote) {}

    /** The absent members on which terms depend that no condition names, sorted. */
    public List<String> openMembers() {
        return dependsOn.stream()
                .filter(term -> !term.assumed())
                .map(DependentTerm::pointer)
                .distinct()
                .sorted()
                .toList();
    }

    /** The same decision with suggestions. */
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
                dependsOn,
                warnings,
                List.copyOf(found),
                readings,
                route,
                bases,
                release);
    }
}
