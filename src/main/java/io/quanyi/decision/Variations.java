package io.quanyi.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The same request with one member changed. */
final class Variations {

    private Variations() {}

    static DecisionRequest withPlan(DecisionRequest request, String plan) {
        return with(
                request,
                copy(request.subscription(), plan, request.subscription().specialServices()));
    }

    static DecisionRequest withSpecialService(DecisionRequest request, String service) {
        Subscription subscription = request.subscription();
        List<String> bought = subscription.specialServices() == null ? List.of() : subscription.specialServices();
        List<String> more =
                Stream.concat(bought.stream(), Stream.of(service)).distinct().toList();
        return with(request, copy(subscription, subscription.plan(), more));
    }

    static DecisionRequest withService(DecisionRequest request, String service) {
        AskedQuestion question = request.question();
        return with(
                request,
                new AskedQuestion(
                        service,
                        question.at(),
                        question.channel(),
                        question.topic(),
                        question.severity(),
                        question.activity(),
                        question.quantity(),
                        question.personDays(),
                        question.delivery(),
                        question.requestedStart(),
                        question.language(),
                        question.requester()));
    }

    static DecisionRequest withChannel(DecisionRequest request, @Nullable String channel) {
        AskedQuestion from = request.question();
        return with(request, copy(from, from.at(), channel, from.quantity(), from.personDays(), from.requestedStart()));
    }

    static DecisionRequest withInstant(DecisionRequest request, OffsetDateTime at) {
        AskedQuestion from = request.question();
        return with(request, copy(from, at, from.channel(), from.quantity(), from.personDays(), from.requestedStart()));
    }

    static DecisionRequest withQuantity(DecisionRequest request, int quantity) {
        AskedQuestion from = request.question();
        return with(request, copy(from, from.at(), from.channel(), quantity, from.personDays(), from.requestedStart()));
    }

    static DecisionRequest withPersonDays(DecisionRequest request, BigDecimal personDays) {
        AskedQuestion from = request.question();
        return with(request, copy(from, from.at(), from.channel(), from.quantity(), personDays, from.requestedStart()));
    }

    static DecisionRequest withRequestedStart(DecisionRequest request, LocalDate start) {
        AskedQuestion from = request.question();
        return with(request, copy(from, from.at(), from.channel(), from.quantity(), from.personDays(), start));
    }

    private static DecisionRequest with(DecisionRequest request, Subscription subscription) {
        return new DecisionRequest(
                request.programme(), request.release(), request.knownAt(), subscription, request.question());
    }

    private static DecisionRequest with(DecisionRequest request, AskedQuestion question) {
        return new DecisionRequest(
                request.programme(), request.release(), request.knownAt(), request.subscription(), question);
    }

    private static AskedQuestion copy(
            AskedQuestion question,
            @Nullable OffsetDateTime at,
            @Nullable String channel,
            @Nullable Integer quantity,
            @Nullable BigDecimal personDays,
            @Nullable LocalDate requestedStart) {
        return new AskedQuestion(
                question.service(),
                at,
                channel,
                question.topic(),
                question.severity(),
                question.activity(),
                quantity,
                personDays,
                question.delivery(),
                requestedStart,
                question.language(),
                question.requester());
    }

    private static Subscription copy(Subscription from, String plan, @Nullable List<String> specialServices) {
        return new Subscription(
                from.customerId(),
                plan,
                from.product(),
                from.deployment(),
                from.usageRegion(),
                from.customerTimeZone(),
                from.servedBy(),
                from.serviceStart(),
                from.serviceEnd(),
                from.serviceRenewed(),
                from.purchasedOn(),
                from.contract(),
                from.firstPurchase(),
                specialServices,
                from.usage(),
                from.imGroupMembers(),
                from.freeRemoteSupportLimit(),
                from.environmentReady(),
                from.remoteAccessAuthorised(),
                from.projectPhase());
    }
}
