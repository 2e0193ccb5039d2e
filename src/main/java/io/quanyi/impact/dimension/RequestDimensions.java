package io.quanyi.impact.dimension;

import io.quanyi.decision.request.Contract;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.facts.Day;
import io.quanyi.facts.Domain;
import io.quanyi.impact.usage.UsageCandidates;
import io.quanyi.impact.value.DimensionValue;
import io.quanyi.impact.value.ValueLabel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list of all dimensions in which requests about one service can differ. */
public final class RequestDimensions {

    static final String USE = "use";

    /** All dimensions, in the order of reports. */
    public static final List<RequestDimension> ALL = List.of(
            new RequestDimension(
                    "plan",
                    Set.of("Plan"),
                    DimensionCandidates::plans,
                    (request, builder) -> builder.plan(request.subscription().plan()),
                    (comparison, release, request) -> request.subscription().plan()),
            new RequestDimension(
                    "product",
                    Set.of("Product", "Opening"),
                    DimensionCandidates::products,
                    (request, builder) -> builder.product(request.subscription().product())),
            ids(
                    "deployment",
                    "Deployment",
                    Domain.DEPLOYMENT,
                    request -> request.subscription().deployment(),
                    RequestBuilder::deployment),
            ids(
                    "usageRegion",
                    "Place",
                    Domain.REGION,
                    request -> request.subscription().usageRegion(),
                    RequestBuilder::usageRegion),
            ids(
                    "servedBy",
                    "Branch",
                    Domain.SERVED_BY,
                    request -> request.subscription().servedBy(),
                    RequestBuilder::servedBy),
            ids(
                    "projectPhase",
                    "Phase",
                    Domain.PHASE,
                    request -> request.subscription().projectPhase(),
                    RequestBuilder::projectPhase),
            new RequestDimension(
                    "servicePeriod",
                    Set.of("Period.state", "Period.year", "FirstTerm"),
                    PeriodCandidates::ofService,
                    (request, builder) -> {
                        builder.serviceStart(request.subscription().serviceStart());
                        builder.serviceEnd(request.subscription().serviceEnd());
                    },
                    PeriodCandidates::reading),
            truth(
                    "serviceRenewed",
                    "Period.renewed",
                    request -> request.subscription().serviceRenewed(),
                    RequestBuilder::serviceRenewed),
            new RequestDimension(
                    "firstPurchase",
                    Set.of("FirstTerm"),
                    PeriodCandidates::ofFirstTerm,
                    (request, builder) ->
                            builder.firstPurchase(request.subscription().firstPurchase()),
                    PeriodCandidates::readingOfFirstTerm),
            new RequestDimension(
                    "contractAmount", Set.of("Amount.value"), DimensionCandidates::amounts, (request, builder) -> {
                        Contract contract = request.subscription().contract();
                        builder.amount(contract == null ? null : contract.amount());
                    }),
            ids(
                    "contractCurrency",
                    "Amount.currency",
                    Domain.CURRENCY,
                    request -> request.subscription().contract() == null
                            ? null
                            : request.subscription().contract().currency(),
                    RequestBuilder::currency),
            new RequestDimension(
                    "purchasedOn",
                    Set.of("Day.purchase"),
                    comparison ->
                            DimensionCandidates.days(comparison, Day.class, "purchase", RequestBuilder::purchasedOn),
                    (request, builder) ->
                            builder.purchasedOn(request.subscription().purchasedOn())),
            new RequestDimension(
                    "contractSignedOn",
                    Set.of("Day.signing"),
                    comparison -> DimensionCandidates.days(comparison, Day.class, "signing", RequestBuilder::signedOn),
                    (request, builder) -> {
                        Contract contract = request.subscription().contract();
                        builder.signedOn(contract == null ? null : contract.signedOn());
                    }),
            new RequestDimension(
                    "contractTerms",
                    Set.of("ContractTerm"),
                    ContractTermCandidates::of,
                    ContractTermCandidates::copy,
                    AnswerSignatures::effects),
            new RequestDimension(
                    "specialServices",
                    Set.of("Purchase"),
                    DimensionCandidates::purchases,
                    (request, builder) ->
                            builder.specialServices(request.subscription().specialServices())),
            new RequestDimension(
                    "freeRemoteSupportLimit",
                    Set.of("FreeRemoteSupport"),
                    DimensionCandidates::freeSupports,
                    (request, builder) -> builder.freeRemoteSupportLimit(
                            request.subscription().freeRemoteSupportLimit())),
            truth(
                    "environmentReady",
                    "Environment.ready",
                    request -> request.subscription().environmentReady(),
                    RequestBuilder::environmentReady),
            truth(
                    "remoteAccessAuthorised",
                    "Environment.remoteAccess",
                    request -> request.subscription().remoteAccessAuthorised(),
                    RequestBuilder::remoteAccessAuthorised),
            ids(
                    "channel",
                    "Question.channel",
                    Domain.CHANNEL,
                    request -> request.question().channel(),
                    RequestBuilder::channel,
                    AnswerSignatures::channel),
            ids(
                    "topic",
                    "Question.topic",
                    Domain.TOPIC,
                    request -> request.question().topic(),
                    RequestBuilder::topic),
            ids(
                    "severity",
                    "Question.severity",
                    Domain.SEVERITY,
                    request -> request.question().severity(),
                    RequestBuilder::severity),
            ids(
                    "activity",
                    "Question.activity",
                    Domain.ACTIVITY,
                    request -> request.question().activity(),
                    RequestBuilder::activity,
                    AnswerSignatures::activity),
            ids(
                    "delivery",
                    "Question.delivery",
                    Domain.DELIVERY,
                    request -> request.question().delivery(),
                    RequestBuilder::delivery,
                    AnswerSignatures::delivery),
            new RequestDimension(
                    USE,
                    Set.of("Question.quantity", "Question.personDays"),
                    comparison -> UsageCandidates.of(
                            comparison.usageLimits(),
                            comparison.requestBuilder(comparison.after()).request()),
                    UsageCandidates::copy,
                    AnswerSignatures::usage),
            new RequestDimension(
                    "requestedStart",
                    Set.of("Question.leadDays"),
                    DimensionCandidates::starts,
                    (request, builder) ->
                            builder.requestedStart(request.question().requestedStart()),
                    AnswerSignatures::leadTime),
            truth(
                    "requesterCertified",
                    "Requester.certified",
                    request -> request.question().requester() == null
                            ? null
                            : request.question().requester().certified(),
                    RequestBuilder::certified),
            ids(
                    "submittedBy",
                    "Requester.submittedBy",
                    Domain.SUBMITTED_BY,
                    request -> request.question().requester() == null
                            ? null
                            : request.question().requester().submittedBy(),
                    RequestBuilder::submittedBy));

    private RequestDimensions() {}

    /**
     * The dimensions in which requests about one service differ. A member from which a rule takes a limit is varied together with the
     * usage and the amounts that are compared with the limit.
     */
    public static List<RequestDimension> of(ServiceComparison comparison) {
        Set<String> joined = new HashSet<>();
        if (comparison.usageLimits().takeLimit()) {
            joined.add("freeRemoteSupportLimit");
        }
        if (comparison.usageLimits().takeLeadTime()) {
            joined.add("requestedStart");
        }
        return Stream.concat(ALL.stream(), MeasureDimensions.of(comparison))
                .filter(dimension -> !joined.contains(dimension.id()))
                .map(dimension -> dimension.id().equals(USE) ? with(dimension, joined) : dimension)
                .toList();
    }

    /** A dimension with the fields and members of others; its candidates set the members of all of them. */
    private static RequestDimension with(RequestDimension dimension, Set<String> others) {
        List<RequestDimension> joined = ALL.stream()
                .filter(other -> other.id().equals(dimension.id()) || others.contains(other.id()))
                .toList();
        return new RequestDimension(
                dimension.id(),
                joined.stream().flatMap(one -> one.fields().stream()).collect(Collectors.toSet()),
                dimension.candidates(),
                (request, builder) -> joined.forEach(one -> one.copy().accept(request, builder)),
                dimension.reading());
    }

    private static RequestDimension ids(
            String id,
            String field,
            Domain domain,
            Function<DecisionRequest, @Nullable String> member,
            BiConsumer<RequestBuilder, @Nullable String> setting) {
        return ids(id, field, domain, member, setting, (comparison, release, request) -> "");
    }

    private static RequestDimension ids(
            String id,
            String field,
            Domain domain,
            Function<DecisionRequest, @Nullable String> member,
            BiConsumer<RequestBuilder, @Nullable String> setting,
            RequestDimension.AnswerReading reading) {
        return new RequestDimension(
                id,
                Set.of(field),
                comparison -> DimensionCandidates.ids(comparison, domain, setting),
                (request, builder) -> setting.accept(builder, member.apply(request)),
                reading);
    }

    private static RequestDimension truth(
            String id,
            String field,
            Function<DecisionRequest, @Nullable Boolean> member,
            BiConsumer<RequestBuilder, @Nullable Boolean> setting) {
        return new RequestDimension(
                id,
                Set.of(field),
                comparison -> truths(setting),
                (request, builder) -> setting.accept(builder, member.apply(request)));
    }

    static List<DimensionValue> truths(BiConsumer<RequestBuilder, @Nullable Boolean> setting) {
        return List.of(
                new DimensionValue(ValueLabel.ABSENT, builder -> {}),
                new DimensionValue(ValueLabel.of("yes"), builder -> setting.accept(builder, true)),
                new DimensionValue(ValueLabel.of("no"), builder -> setting.accept(builder, false)));
    }
}
