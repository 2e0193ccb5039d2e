package io.quanyi.authzen;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quanyi.decision.answer.AnswerWords;
import io.quanyi.decision.answer.Core;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Decision.ConditionLine;
import io.quanyi.decision.answer.Decision.Promise;
import io.quanyi.decision.answer.Decision.ReadingRef;
import io.quanyi.decision.answer.Decision.Reason;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ReleaseId;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The basis of an evaluation. Instants are left out unless the question states its own, so that the same question has the same answer until a
 * release changes it.
 *
 * @param forAdministrators the rule, the clause and the words of the document behind each reason, by its code
 * @param forUsers each reason in words, by its code
 * @param outcome the outcome of the decision
 * @param grantedByPlan the plan that grants the service
 * @param rule the rule of the first reason that has one
 * @param clause the clause of the first reason that has one
 * @param window the hours of the service
 * @param response the target time of the response
 * @param resolution the target time of the resolution
 * @param conditions the codes of conditions that must still be met
 * @param dependsOn the pointers of absent members on which terms of the answer depend
 * @param readings the ids of the readings on which the answer rests
 * @param core the digest of the core of the decision
 * @param release the release that decided
 * @param ignored the pointers of members that nothing has read
 * @param error why there is no decision
 */
@JsonInclude(Include.NON_EMPTY)
public record EvaluationContext(
        @JsonProperty("reason_admin") Map<String, String> forAdministrators,
        @JsonProperty("reason_user") Map<String, String> forUsers,
        @Nullable Result outcome,
        @Nullable String grantedByPlan,
        @Nullable String rule,
        @Nullable String clause,
        @Nullable Hours window,
        @Nullable Target response,
        @Nullable Target resolution,
        List<String> conditions,
        List<String> dependsOn,
        List<String> readings,
        @Nullable String core,
        @Nullable Release release,
        List<String> ignored,
        @Nullable EvaluationError error) {

    /** The most pointers of ignored members that are listed: more would not be read. */
    private static final int MAX_IGNORED = 100;

    /** The hours of a service; {@code open} is left out if they are not stated, or the question has no instant. */
    @JsonInclude(Include.NON_NULL)
    public record Hours(String id, @Nullable Boolean open) {}

    /** A target time; {@code dueAt} is left out if it cannot be counted, or the question has no instant. */
    @JsonInclude(Include.NON_NULL)
    public record Target(
            Amount target,
            @Nullable String window,
            @Nullable OffsetDateTime dueAt) {}

    /** An amount of a unit. */
    public record Amount(BigDecimal amount, String unit) {}

    /** A release. */
    public record Release(String programme, int number, String digest) {

        static Release of(ReleaseId id) {
            return new Release(id.programme(), id.number(), id.digest());
        }
    }

    /**
     * The context of a decision.
     *
     * @param instants whether instants are told
     */
    static EvaluationContext of(Decision decision, AnswerWords words, boolean instants, Iterable<String> ignored) {
        List<Reason> reasons = decision.reasons();
        return new EvaluationContext(
                byCode(reasons, EvaluationContext::source),
                byCode(reasons, reason -> words.reason(reason.code())),
                decision.outcome(),
                decision.grantedByPlan(),
                first(reasons, Reason::rule),
                first(reasons, Reason::clause),
                decision.window() == null
                        ? null
                        : new Hours(
                                decision.window().id(),
                                instants ? decision.window().open() : null),
                target(decision.response(), instants),
                target(decision.resolution(), instants),
                decision.conditions().stream()
                        .map(ConditionLine::code)
                        .distinct()
                        .toList(),
                decision.openMembers(),
                decision.readings().stream().map(ReadingRef::id).toList(),
                Core.digest(decision),
                Release.of(decision.release()),
                some(ignored),
                null);
    }

    /** The context of a question that cannot be decided. */
    static EvaluationContext of(EvaluationError error, Iterable<String> ignored) {
        return new EvaluationContext(
                Map.of(),
                Map.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                some(ignored),
                error);
    }

    /** As many of the pointers as are listed. */
    public static List<String> some(Iterable<String> ignored) {
        return StreamSupport.stream(ignored.spliterator(), false)
                .limit(MAX_IGNORED)
                .toList();
    }

    private static @Nullable Target target(@Nullable Promise promise, boolean instants) {
        return promise == null
                ? null
                : new Target(
                        new Amount(promise.target().amount(), promise.target().unit()),
                        promise.window(),
                        instants ? promise.dueAt() : null);
    }

    private static Map<String, String> byCode(List<Reason> reasons, Function<Reason, String> text) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Reason reason : reasons) {
            String one = text.apply(reason);
            if (!one.isEmpty()) {
                texts.merge(
                        reason.code(), one, (before, after) -> before.equals(after) ? before : before + "; " + after);
            }
        }
        return texts;
    }

    private static String source(Reason reason) {
        return Stream.of(reason.rule(), reason.clause(), reason.quote())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private static @Nullable String first(List<Reason> reasons, Function<Reason, @Nullable String> member) {
        return reasons.stream().map(member).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
