package io.quanyi.impact;

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

/** Everything in which requests about one service can differ. */
final class Aspects {

    static final List<Aspect> ALL = List.of(
            new Aspect(
                    "plan",
                    Set.of("Plan"),
                    Aspects::plans,
                    (request, asking) -> asking.plan = request.subscription().plan(),
                    (pair, release, request) -> request.subscription().plan()),
            new Aspect(
                    "product",
                    Set.of("Product", "Opening"),
                    Aspects::products,
                    (request, asking) -> asking.product = request.subscription().product()),
            ids(
                    "deployment",
                    "Deployment",
                    Domain.DEPLOYMENT,
                    request -> request.subscription().deployment(),
                    (asking, id) -> asking.deployment = id),
            ids(
                    "usageRegion",
                    "Place",
                    Domain.REGION,
                    request -> request.subscription().usageRegion(),
                    (asking, id) -> asking.usageRegion = id),
            ids(
                    "servedBy",
                    "Branch",
                    Domain.SERVED_BY,
                    request -> request.subscription().servedBy(),
                    (asking, id) -> asking.servedBy = id),
            ids(
                    "projectPhase",
                    "Phase",
                    Domain.PHASE,
                    request -> request.subscription().projectPhase(),
                    (asking, id) -> asking.projectPhase = id),
            new Aspect(
                    "servicePeriod",
                    Set.of("Period.state", "Period.year"),
                    Periods::ofService,
                    (request, asking) -> {
                        asking.serviceStart = request.subscription().serviceStart();
                        asking.serviceEnd = request.subscription().serviceEnd();
                    },
                    Periods::answers),
            truth(
                    "serviceRenewed",
                    "Period.renewed",
                    request -> request.subscription().serviceRenewed(),
                    (asking, is) -> asking.serviceRenewed = is),
            new Aspect(
                    "firstPurchase",
                    Set.of("FirstTerm"),
                    Periods::ofFirstTerm,
                    (request, asking) ->
                            asking.firstPurchase = request.subscription().firstPurchase()),
            new Aspect("contractAmount", Set.of("Amount.value"), Aspects::amounts, (request, asking) -> {
                Contract contract = request.subscription().contract();
                asking.amount = contract == null ? null : contract.amount();
            }),
            ids(
                    "contractCurrency",
                    "Amount.currency",
                    Domain.CURRENCY,
                    request -> request.subscription().contract() == null
                            ? null
                            : request.subscription().contract().currency(),
                    (asking, id) -> asking.currency = id),
            new Aspect(
                    "contractTerms", Set.of("ContractTerm"), AgreedEffects::of, AgreedEffects::copy, Aspects::effects),
            new Aspect(
                    "specialServices",
                    Set.of("Purchase"),
                    Aspects::purchases,
                    (request, asking) ->
                            asking.specialServices = request.subscription().specialServices()),
            new Aspect(
                    "freeRemoteSupportLimit",
                    Set.of("FreeRemoteSupport"),
                    Aspects::freeSupports,
                    (request, asking) -> asking.freeRemoteSupportLimit =
                            request.subscription().freeRemoteSupportLimit()),
            truth(
                    "environmentReady",
                    "Environment.ready",
                    request -> request.subscription().environmentReady(),
                    (asking, is) -> asking.environmentReady = is),
            truth(
                    "remoteAccessAuthorised",
                    "Environment.remoteAccess",
                    request -> request.subscription().remoteAccessAuthorised(),
                    (asking, is) -> asking.remoteAccessAuthorised = is),
            ids(
                    "channel",
                    "Question.channel",
                    Domain.CHANNEL,
                    request -> request.question().channel(),
                    (asking, id) -> asking.channel = id,
                    Aspects::channel),
            ids(
                    "topic",
                    "Question.topic",
                    Domain.TOPIC,
                    request -> request.question().topic(),
                    (asking, id) -> asking.topic = id),
            ids(
                    "severity",
                    "Question.severity",
                    Domain.SEVERITY,
                    request -> request.question().severity(),
                    (asking, id) -> asking.severity = id),
            ids(
                    "activity",
                    "Question.activity",
                    Domain.ACTIVITY,
                    request -> request.question().activity(),
                    (asking, id) -> asking.activity = id,
                    Aspects::activity),
            ids(
                    "delivery",
                    "Question.delivery",
                    Domain.DELIVERY,
                    request -> request.question().delivery(),
                    (asking, id) -> asking.delivery = id,
                    Aspects::delivery),
            new Aspect("use", Set.of("Question.quantity", "Question.personDays"), Uses::of, Uses::copy, Uses::answers),
            new Aspect(
                    "requestedStart",
                    Set.of("Question.leadDays"),
                    Aspects::starts,
                    (request, asking) ->
                            asking.requestedStart = request.question().requestedStart(),
                    Aspects::leadTime),
            truth(
                    "requesterCertified",
                    "Requester.certified",
                    request -> request.question().requester() == null
                            ? null
                            : request.question().requester().certified(),
                    (asking, is) -> asking.certified = is),
            ids(
                    "submittedBy",
                    "Requester.submittedBy",
                    Domain.SUBMITTED_BY,
                    request -> request.question().requester() == null
                            ? null
                            : request.question().requester().submittedBy(),
                    (asking, id) -> asking.submittedBy = id));

    private Aspects() {}

    private static Aspect ids(
            String id,
            String field,
            Domain domain,
            Function<DecisionRequest, @Nullable String> member,
            BiConsumer<Asking, @Nullable String> setting) {
        return ids(id, field, domain, member, setting, (pair, release, request) -> "");
    }

    private static Aspect ids(
            String id,
            String field,
            Domain domain,
            Function<DecisionRequest, @Nullable String> member,
            BiConsumer<Asking, @Nullable String> setting,
            Aspect.Answers answers) {
        return new Aspect(
                id,
                Set.of(field),
                pair -> idValues(pair, domain, setting),
                (request, asking) -> setting.accept(asking, member.apply(request)),
                answers);
    }

    private static Aspect truth(
            String id,
            String field,
            Function<DecisionRequest, @Nullable Boolean> member,
            BiConsumer<Asking, @Nullable Boolean> setting) {
        return new Aspect(
                id,
                Set.of(field),
                pair -> List.of(
                        new Value(Label.ABSENT, asking -> {}),
                        new Value(Label.of("yes"), asking -> setting.accept(asking, true)),
                        new Value(Label.of("no"), asking -> setting.accept(asking, false))),
                (request, asking) -> setting.accept(asking, member.apply(request)));
    }

    private static List<Value> idValues(ServicePair pair, Domain domain, BiConsumer<Asking, @Nullable String> setting) {
        List<Value> values = new ArrayList<>(List.of(new Value(Label.ABSENT, asking -> {})));
        pair.ids(domain).forEach(id -> values.add(new Value(Label.id(id), asking -> setting.accept(asking, id))));
        return values;
    }

    private static List<Value> plans(ServicePair pair) {
        return pair.listed(catalogue -> catalogue.plans().stream()).stream()
                .map(Catalogue.Plan::id)
                .distinct()
                .map(id -> new Value(Label.id(id), asking -> asking.plan = id))
                .toList();
    }

    /** Each product by its id; where there is another release, by each other name, too, which may be another product's there. */
    private static List<Value> products(ServicePair pair) {
        Set<String> names = new LinkedHashSet<>(
                pair.listed(catalogue -> catalogue.products().stream().map(Catalogue.Product::id)));
        if (!pair.isAlone()) {
            names.addAll(pair.listed(catalogue -> catalogue.products().stream().flatMap(Aspects::names)));
        }
        names.addAll(pair.ids(Domain.PRODUCT));
        List<Value> values = new ArrayList<>(List.of(new Value(Label.ABSENT, asking -> {})));
        names.forEach(name -> values.add(new Value(Label.id(name), asking -> asking.product = name)));
        return values;
    }

    private static Stream<String> names(Catalogue.Product product) {
        return Stream.concat(
                Stream.of(Language.values()).map(language -> product.names().in(language)), product.aliases().stream());
    }

    private static List<Value> amounts(ServicePair pair) {
        Set<BigDecimal> numbers = pair.numbers(Amount.class, "value");
        List<Value> values = new ArrayList<>(List.of(new Value(Label.ABSENT, asking -> {})));
        Set<BigDecimal> around = Numbers.around(numbers, new BigDecimal("0.0001"), BigDecimal.ZERO);
        if (around.isEmpty()) {
            around = Set.of(BigDecimal.ONE);
        }
        around.forEach(
                number -> values.add(new Value(Numbers.label(number, numbers), asking -> asking.amount = number)));
        return values;
    }

    private static List<Value> freeSupports(ServicePair pair) {
        Set<BigDecimal> numbers = Limit.taken(pair);
        List<Value> values = new ArrayList<>(List.of(new Value(Label.ABSENT, asking -> {})));
        numbers.forEach(number -> values.add(new Value(
                Label.id(Numbers.plain(number)), asking -> asking.freeRemoteSupportLimit = number.intValueExact())));
        return values;
    }

    /** The asked service bought, and any special service that not both releases know. */
    private static List<Value> purchases(ServicePair pair) {
        List<Value> values = new ArrayList<>(List.of(new Value(Label.ABSENT, asking -> {})));
        Set<String> bought = new LinkedHashSet<>(List.of(pair.service()));
        pair.ids(Domain.SERVICE).stream()
                .filter(id -> isSpecial(pair.before(), id) != isSpecial(pair.after(), id))
                .forEach(bought::add);
        bought.forEach(id -> values.add(new Value(Label.id(id), asking -> asking.specialServices = List.of(id))));
        return values;
    }

    private static boolean isSpecial(ProgrammeRelease release, String id) {
        Catalogue.Service service = release.catalogue().services().get(id);
        return service != null && service.special();
    }

    private static List<Value> starts(ServicePair pair) {
        Set<BigDecimal> numbers = new TreeSet<>(pair.numbers(Question.class, "leadDays"));
        pair.stated(LeadTime.class).forEach(lead -> numbers.add(BigDecimal.valueOf(lead.days())));
        List<Value> values = new ArrayList<>(List.of(new Value(Label.ABSENT, asking -> {})));
        Set<BigDecimal> around = new TreeSet<>(Numbers.around(numbers, BigDecimal.ONE, BigDecimal.valueOf(-36_500)));
        around.add(BigDecimal.ZERO);
        around.forEach(number -> values.add(new Value(
                Numbers.label(number, numbers),
                asking -> asking.requestedStart = asking.day().plusDays(number.intValueExact()))));
        return values;
    }

    private static String leadTime(ServicePair pair, ProgrammeRelease release, DecisionRequest request) {
        var start = request.question().requestedStart();
        if (!pair.says(LeadTime.class)) {
            return "";
        }
        if (start == null) {
            return "absent";
        }
        long days = ChronoUnit.DAYS.between(pair.at().toLocalDate(), start);
        return pair.stated(LeadTime.class).stream()
                .map(lead -> String.valueOf(days < lead.days()))
                .collect(Collectors.joining(" "));
    }

    private static String channel(ServicePair pair, ProgrammeRelease release, DecisionRequest request) {
        String channel = request.question().channel();
        if (channel == null) {
            return "";
        }
        boolean elsewhere = release.catalogue().isElsewhere(Domain.CHANNEL, channel);
        return elsewhere
                + offered(
                        pair.says(Channel.class),
                        pair.stated(Channel.class).stream().map(Channel::id),
                        channel);
    }

    private static String delivery(ServicePair pair, ProgrammeRelease release, DecisionRequest request) {
        String delivery = request.question().delivery();
        return delivery == null
                ? ""
                : offered(
                        pair.says(Delivery.class),
                        pair.stated(Delivery.class).stream().map(Delivery::mode),
                        delivery);
    }

    private static String offered(boolean any, Stream<String> offered, String asked) {
        return !any ? "" : offered.anyMatch(asked::equals) ? " " + asked : " other";
    }

    /** Only what is done about a group of users is held against a limit. */
    private static String activity(ServicePair pair, ProgrammeRelease release, DecisionRequest request) {
        String activity = request.question().activity();
        return !pair.says(GroupLimit.class) || activity == null ? "" : deed(release, pair.service(), activity);
    }

    private static String deed(ProgrammeRelease release, String service, String activity) {
        Catalogue.Service known = release.catalogue().services().get(service);
        boolean ofService = known != null
                && known.activities().stream().anyMatch(one -> one.id().equals(activity));
        if (!ofService) {
            return "";
        }
        return activity.equals("create-group") || activity.equals("add-members") ? activity : "other";
    }

    private static String effects(ServicePair pair, ProgrammeRelease release, DecisionRequest request) {
        Contract contract = request.subscription().contract();
        @Nullable List<AgreedTerm> terms = contract == null ? null : contract.terms();
        return terms == null ? "" : terms.stream().map(AgreedTerm::effect).collect(Collectors.joining(" "));
    }
}
