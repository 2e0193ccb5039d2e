package io.quanyi.impact.dimension;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.AgreedTerm;
import io.quanyi.decision.Contract;
import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.facts.Amount;
import io.quanyi.facts.Channel;
import io.quanyi.facts.Delivery;
import io.quanyi.facts.Domain;
import io.quanyi.facts.GroupLimit;
import io.quanyi.facts.LeadTime;
import io.quanyi.facts.Question;
import io.quanyi.text.Language;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list of all dimensions in which requests about one service can differ. */
public final class RequestDimensions {

    /** All dimensions, in the order of reports. */
    public static final List<RequestDimension> ALL = List.of(
            new RequestDimension(
                    "plan",
                    Set.of("Plan"),
                    RequestDimensions::plans,
                    (request, builder) -> builder.plan = request.subscription().plan(),
                    (comparison, release, request) -> request.subscription().plan()),
            new RequestDimension(
                    "product",
                    Set.of("Product", "Opening"),
                    RequestDimensions::products,
                    (request, builder) ->
                            builder.product = request.subscription().product()),
            ids(
                    "deployment",
                    "Deployment",
                    Domain.DEPLOYMENT,
                    request -> request.subscription().deployment(),
                    (builder, id) -> builder.deployment = id),
            ids(
                    "usageRegion",
                    "Place",
                    Domain.REGION,
                    request -> request.subscription().usageRegion(),
                    (builder, id) -> builder.usageRegion = id),
            ids(
                    "servedBy",
                    "Branch",
                    Domain.SERVED_BY,
                    request -> request.subscription().servedBy(),
                    (builder, id) -> builder.servedBy = id),
            ids(
                    "projectPhase",
                    "Phase",
                    Domain.PHASE,
                    request -> request.subscription().projectPhase(),
                    (builder, id) -> builder.projectPhase = id),
            new RequestDimension(
                    "servicePeriod",
                    Set.of("Period.state", "Period.year"),
                    PeriodCandidates::ofService,
                    (request, builder) -> {
                        builder.serviceStart = request.subscription().serviceStart();
                        builder.serviceEnd = request.subscription().serviceEnd();
                    },
                    PeriodCandidates::reading),
            truth(
                    "serviceRenewed",
                    "Period.renewed",
                    request -> request.subscription().serviceRenewed(),
                    (builder, is) -> builder.serviceRenewed = is),
            new RequestDimension(
                    "firstPurchase",
                    Set.of("FirstTerm"),
                    PeriodCandidates::ofFirstTerm,
                    (request, builder) ->
                            builder.firstPurchase = request.subscription().firstPurchase()),
            new RequestDimension(
                    "contractAmount", Set.of("Amount.value"), RequestDimensions::amounts, (request, builder) -> {
                        Contract contract = request.subscription().contract();
                        builder.amount = contract == null ? null : contract.amount();
                    }),
            ids(
                    "contractCurrency",
                    "Amount.currency",
                    Domain.CURRENCY,
                    request -> request.subscription().contract() == null
                            ? null
                            : request.subscription().contract().currency(),
                    (builder, id) -> builder.currency = id),
            new RequestDimension(
                    "contractTerms",
                    Set.of("ContractTerm"),
                    ContractTermCandidates::of,
                    ContractTermCandidates::copy,
                    RequestDimensions::effects),
            new RequestDimension(
                    "specialServices",
                    Set.of("Purchase"),
                    RequestDimensions::purchases,
                    (request, builder) ->
                            builder.specialServices = request.subscription().specialServices()),
            new RequestDimension(
                    "freeRemoteSupportLimit",
                    Set.of("FreeRemoteSupport"),
                    RequestDimensions::freeSupports,
                    (request, builder) -> builder.freeRemoteSupportLimit =
                            request.subscription().freeRemoteSupportLimit()),
            truth(
                    "environmentReady",
                    "Environment.ready",
                    request -> request.subscription().environmentReady(),
                    (builder, is) -> builder.environmentReady = is),
            truth(
                    "remoteAccessAuthorised",
                    "Environment.remoteAccess",
                    request -> request.subscription().remoteAccessAuthorised(),
                    (builder, is) -> builder.remoteAccessAuthorised = is),
            ids(
                    "channel",
                    "Question.channel",
                    Domain.CHANNEL,
                    request -> request.question().channel(),
                    (builder, id) -> builder.channel = id,
                    RequestDimensions::channel),
            ids(
                    "topic",
                    "Question.topic",
                    Domain.TOPIC,
                    request -> request.question().topic(),
                    (builder, id) -> builder.topic = id),
            ids(
                    "severity",
                    "Question.severity",
                    Domain.SEVERITY,
                    request -> request.question().severity(),
                    (builder, id) -> builder.severity = id),
            ids(
                    "activity",
                    "Question.activity",
                    Domain.ACTIVITY,
                    request -> request.question().activity(),
                    (builder, id) -> builder.activity = id,
                    RequestDimensions::activity),
            ids(
                    "delivery",
                    "Question.delivery",
                    Domain.DELIVERY,
                    request -> request.question().delivery(),
                    (builder, id) -> builder.delivery = id,
                    RequestDimensions::delivery),
            new RequestDimension(
                    "use",
                    Set.of("Question.quantity", "Question.personDays"),
                    UsageCandidates::of,
                    UsageCandidates::copy,
                    UsageCandidates::reading),
            new RequestDimension(
                    "requestedStart",
                    Set.of("Question.leadDays"),
                    RequestDimensions::starts,
                    (request, builder) ->
                            builder.requestedStart = request.question().requestedStart(),
                    RequestDimensions::leadTime),
            truth(
                    "requesterCertified",
                    "Requester.certified",
                    request -> request.question().requester() == null
                            ? null
                            : request.question().requester().certified(),
                    (builder, is) -> builder.certified = is),
            ids(
                    "submittedBy",
                    "Requester.submittedBy",
                    Domain.SUBMITTED_BY,
                    request -> request.question().requester() == null
                            ? null
                            : request.question().requester().submittedBy(),
                    (builder, id) -> builder.submittedBy = id));

    private RequestDimensions() {}

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
                comparison -> idValues(comparison, domain, setting),
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
                comparison -> List.of(
                        new DimensionValue(ValueLabel.ABSENT, builder -> {}),
                        new DimensionValue(ValueLabel.of("yes"), builder -> setting.accept(builder, true)),
                        new DimensionValue(ValueLabel.of("no"), builder -> setting.accept(builder, false))),
                (request, builder) -> setting.accept(builder, member.apply(request)));
    }

    private static List<DimensionValue> idValues(
            ServiceComparison comparison, Domain domain, BiConsumer<RequestBuilder, @Nullable String> setting) {
        List<DimensionValue> values = new ArrayList<>(List.of(new DimensionValue(ValueLabel.ABSENT, builder -> {})));
        comparison
                .ids(domain)
                .forEach(id ->
                        values.add(new DimensionValue(ValueLabel.id(id), builder -> setting.accept(builder, id))));
        return values;
    }

    private static List<DimensionValue> plans(ServiceComparison comparison) {
        return comparison.listed(catalogue -> catalogue.plans().stream()).stream()
                .map(Catalogue.Plan::id)
                .distinct()
                .map(id -> new DimensionValue(ValueLabel.id(id), builder -> builder.plan = id))
                .toList();
    }

    /**
     * Each product by its id. A comparison of two releases adds all names and aliases, because a name may mean another product in the
     * other release.
     */
    private static List<DimensionValue> products(ServiceComparison comparison) {
        Set<String> names = new LinkedHashSet<>(
                comparison.listed(catalogue -> catalogue.products().stream().map(Catalogue.Product::id)));
        if (!comparison.isSurvey()) {
            names.addAll(
                    comparison.listed(catalogue -> catalogue.products().stream().flatMap(RequestDimensions::names)));
        }
        names.addAll(comparison.ids(Domain.PRODUCT));
        List<DimensionValue> values = new ArrayList<>(List.of(new DimensionValue(ValueLabel.ABSENT, builder -> {})));
        names.forEach(name -> values.add(new DimensionValue(ValueLabel.id(name), builder -> builder.product = name)));
        return values;
    }

    private static Stream<String> names(Catalogue.Product product) {
        return Stream.concat(
                Stream.of(Language.values()).map(language -> product.names().in(language)), product.aliases().stream());
    }

    private static List<DimensionValue> amounts(ServiceComparison comparison) {
        Set<BigDecimal> numbers = comparison.numbers(Amount.class, "value");
        List<DimensionValue> values = new ArrayList<>(List.of(new DimensionValue(ValueLabel.ABSENT, builder -> {})));
        Set<BigDecimal> around = BoundaryNumbers.around(numbers, new BigDecimal("0.0001"), BigDecimal.ZERO);
        if (around.isEmpty()) {
            around = Set.of(BigDecimal.ONE);
        }
        around.forEach(number -> values.add(
                new DimensionValue(BoundaryNumbers.label(number, numbers), builder -> builder.amount = number)));
        return values;
    }

    private static List<DimensionValue> freeSupports(ServiceComparison comparison) {
        Set<BigDecimal> numbers = StatedQuota.ofContract(comparison);
        List<DimensionValue> values = new ArrayList<>(List.of(new DimensionValue(ValueLabel.ABSENT, builder -> {})));
        numbers.forEach(number -> values.add(new DimensionValue(
                ValueLabel.id(BoundaryNumbers.plain(number)),
                builder -> builder.freeRemoteSupportLimit = number.intValueExact())));
        return values;
    }

    /** Purchases of the service itself, and of each special service that only one of the releases knows. */
    private static List<DimensionValue> purchases(ServiceComparison comparison) {
        List<DimensionValue> values = new ArrayList<>(List.of(new DimensionValue(ValueLabel.ABSENT, builder -> {})));
        Set<String> bought = new LinkedHashSet<>(List.of(comparison.service()));
        comparison.ids(Domain.SERVICE).stream()
                .filter(id -> isSpecial(comparison.before(), id) != isSpecial(comparison.after(), id))
                .forEach(bought::add);
        bought.forEach(id ->
                values.add(new DimensionValue(ValueLabel.id(id), builder -> builder.specialServices = List.of(id))));
        return values;
    }

    private static boolean isSpecial(ProgrammeRelease release, String id) {
        Catalogue.Service service = release.catalogue().services().get(id);
        return service != null && service.special();
    }

    private static List<DimensionValue> starts(ServiceComparison comparison) {
        Set<BigDecimal> numbers = new TreeSet<>(comparison.numbers(Question.class, "leadDays"));
        comparison.stated(LeadTime.class).forEach(lead -> numbers.add(BigDecimal.valueOf(lead.days())));
        List<DimensionValue> values = new ArrayList<>(List.of(new DimensionValue(ValueLabel.ABSENT, builder -> {})));
        Set<BigDecimal> around =
                new TreeSet<>(BoundaryNumbers.around(numbers, BigDecimal.ONE, BigDecimal.valueOf(-36_500)));
        around.add(BigDecimal.ZERO);
        around.forEach(number -> values.add(new DimensionValue(
                BoundaryNumbers.label(number, numbers),
                builder -> builder.requestedStart = builder.day().plusDays(number.intValueExact()))));
        return values;
    }

    private static String leadTime(ServiceComparison comparison, ProgrammeRelease release, DecisionRequest request) {
        var start = request.question().requestedStart();
        if (!comparison.states(LeadTime.class)) {
            return "";
        }
        if (start == null) {
            return "absent";
        }
        long days = ChronoUnit.DAYS.between(comparison.at().toLocalDate(), start);
        return comparison.stated(LeadTime.class).stream()
                .map(lead -> String.valueOf(days < lead.days()))
                .collect(Collectors.joining(" "));
    }

    private static String channel(ServiceComparison comparison, ProgrammeRelease release, DecisionRequest request) {
        String channel = request.question().channel();
        if (channel == null) {
            return "";
        }
        boolean elsewhere = release.catalogue().isElsewhere(Domain.CHANNEL, channel);
        return elsewhere
                + offered(
                        comparison.states(Channel.class),
                        comparison.stated(Channel.class).stream().map(Channel::id),
                        channel);
    }

    private static String delivery(ServiceComparison comparison, ProgrammeRelease release, DecisionRequest request) {
        String delivery = request.question().delivery();
        return delivery == null
                ? ""
                : offered(
                        comparison.states(Delivery.class),
                        comparison.stated(Delivery.class).stream().map(Delivery::mode),
                        delivery);
    }

    private static String offered(boolean any, Stream<String> offered, String asked) {
        return !any ? "" : offered.anyMatch(asked::equals) ? " " + asked : " other";
    }

    /** Activities on a group of users are compared with the group limit; other activities are not. */
    private static String activity(ServiceComparison comparison, ProgrammeRelease release, DecisionRequest request) {
        String activity = request.question().activity();
        return !comparison.states(GroupLimit.class) || activity == null
                ? ""
                : groupActivity(release, comparison.service(), activity);
    }

    private static String groupActivity(ProgrammeRelease release, String service, String activity) {
        Catalogue.Service known = release.catalogue().services().get(service);
        boolean ofService = known != null
                && known.activities().stream().anyMatch(one -> one.id().equals(activity));
        if (!ofService) {
            return "";
        }
        return activity.equals("create-group") || activity.equals("add-members") ? activity : "other";
    }

    private static String effects(ServiceComparison comparison, ProgrammeRelease release, DecisionRequest request) {
        Contract contract = request.subscription().contract();
        @Nullable List<AgreedTerm> terms = contract == null ? null : contract.terms();
        return terms == null ? "" : terms.stream().map(AgreedTerm::effect).collect(Collectors.joining(" "));
    }
}
