package io.quanyi.decision.advice;

import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Decision.Promise;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.customer.PlacedRequest;
import io.quanyi.decision.request.RequestRefused;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The decision about a customer: the strongest of the decisions about the customer's subscriptions.
 *
 * @param placed the request about the subscription that gives it
 * @param decision the decision, with suggestions
 * @param others the answers about the other subscriptions: first the decisions, the strongest first, then the refusals
 */
public record CustomerDecision(PlacedRequest placed, Decision decision, List<Other> others) {

    /** The decision about a subscription, without suggestions, or the refusal if the decision depends on absent facts or lies beyond the calendars. */
    public record Other(
            PlacedRequest placed,
            @Nullable Decision decision,
            @Nullable RequestRefused refused) {}

    /** Whether the service is covered comes first; it may be covered where the documents refer to the contract. */
    private static final List<Result> RESULTS =
            List.of(Result.ENTITLED, Result.UNDETERMINED, Result.PAYABLE, Result.NOT_ENTITLED);

    /** The order of decisions by their value for a customer: the result, the earliest response, the earliest resolution. */
    static final Comparator<Decision> STRONGEST_FIRST = Comparator.<Decision>comparingInt(
                    decision -> RESULTS.indexOf(decision.outcome()))
            .thenComparing(decision -> due(decision.response()))
            .thenComparing(decision -> due(decision.resolution()));

    /** The requests about each subscription, in the order of the answers about them. */
    public List<PlacedRequest> strongestFirst() {
        return Stream.concat(Stream.of(placed), others.stream().map(Other::placed))
                .toList();
    }

    private static Instant due(@Nullable Promise promise) {
        if (promise != null && promise.target().unit().equals("immediate")) {
            return Instant.MIN;
        }
        return promise == null || promise.dueAt() == null
                ? Instant.MAX
                : promise.dueAt().toInstant();
    }
}
