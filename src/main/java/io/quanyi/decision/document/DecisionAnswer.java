package io.quanyi.decision.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.wire.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision as it is sent, with names and messages in one language. A member is null or empty if no rule or catalogue states it; the
 * members about several subscriptions are left out if the request has no list of them.
 */
public record DecisionAnswer(
        String kind,
        Result outcome,
        @Nullable Boolean entitled,
        String service,
        String plan,
        @Nullable String grantedByPlan,
        String authority,
        List<Reason> reasons,
        Decision.@Nullable WindowState window,
        @Nullable Promise response,
        @Nullable Promise resolution,
        @Nullable Quota quota,
        @Nullable LeadTime leadTime,
        List<Charge> charges,
        List<Condition> conditions,
        List<DependentTerm> dependsOn,
        List<Warning> warnings,
        List<Suggestion> suggestions,
        List<ReadingNote> readings,
        Route route,
        List<Decision.ValueBasis> bases,
        ReleaseId release,
        @JsonInclude(Include.NON_NULL) @Nullable String subscription,
        @JsonInclude(Include.NON_NULL) @Nullable List<OtherSubscription> others) {

    public record OtherSubscription(
            String subscription,
            @Nullable DecisionAnswer decision,
            @Nullable Problem problem) {}

    /** Tells a decision from a problem where both may stand. */
    public static final String KIND = "decision";

    public record Reason(@JsonUnwrapped Decision.Reason reason, String message) {}

    public record Promise(
            Target target,
            @Nullable String window,
            @Nullable OffsetDateTime dueAt,
            @Nullable String fulfilledBy,
            @Nullable String rule,
            @Nullable String clause,
            @Nullable String quote,
            String message,
            List<Decision.CountedSpan> counted,
            int countedOmitted,
            @Nullable Progress progress) {}

    public record Progress(@JsonUnwrapped Decision.Progress progress, String message) {}

    public record Target(BigDecimal amount, String unit) {}

    public record Quota(
            BigDecimal limit,
            String unit,
            String per,
            BigDecimal used,
            BigDecimal remaining,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable BigDecimal each,
            @Nullable String eachUnit,
            @Nullable String rule,
            @Nullable String clause,
            @Nullable String quote) {}

    public record LeadTime(
            int days,
            LocalDate earliestStart,
            @Nullable String rule,
            @Nullable String clause,
            @Nullable String quote) {}

    public record Charge(
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            @Nullable String currency,
            Decision.@Nullable Share share,
            String per,
            boolean approximate,
            @Nullable String rule,
            @Nullable String clause,
            @Nullable String quote) {}

    public record Condition(
            String code,
            @Nullable String pointer,
            @Nullable String rule,
            @Nullable String clause,
            @Nullable String quote,
            String message) {}

    public record DependentTerm(
            String part,
            String pointer,
            boolean assumed,
            List<String> term,
            @Nullable String rule,
            @Nullable String clause,
            @Nullable String quote,
            String message) {}

    public record Warning(
            String code, @Nullable String pointer, @Nullable String value, String message) {}

    public record Suggestion(String code, List<Decision.Setting> set, Result outcome, String message) {}

    public record ReadingNote(String id, String message) {}

    public record Route(
            List<RouteChannel> channels,
            @Nullable String seat,
            @Nullable String priority,
            @Nullable String deliveredBy,
            List<String> deliverers,
            List<String> delivery,
            @Nullable String language) {}

    public record RouteChannel(
            String id,
            String name,
            @Nullable String contact,
            @Nullable Boolean open,
            @Nullable String rule,
            @Nullable String clause,
            @Nullable String quote) {}
}
