package io.quanyi.impact.independent;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.ServiceYears;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.AgreedTerm;
import io.quanyi.decision.request.Contract;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.FirstPurchase;
import io.quanyi.decision.request.Subscription;
import io.quanyi.decision.request.Usage;
import io.quanyi.impact.report.ImpactReport;
import io.quanyi.impact.report.ImpactReport.DimensionLine;
import io.quanyi.impact.report.ImpactReport.ValueLine;
import io.quanyi.impact.report.SentenceLine;
import io.quanyi.impact.report.SentenceLine.ConditionLine;
import io.quanyi.source.StatedValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads from the report whether a sentence speaks of a request. */
final class SentenceReading {

    private static final LocalDate DAY = TriedValues.DAY;

    private final List<Catalogue> catalogues;
    private final Map<String, List<ValueLine>> universes = new HashMap<>();
    private final Map<String, List<Set<String>>> termClasses = new HashMap<>();
    private final Map<String, UsageReading> usages = new HashMap<>();

    SentenceReading(ImpactReport report, ProgrammeRelease before, ProgrammeRelease after) {
        this.catalogues = List.of(before.catalogue(), after.catalogue());
        report.services()
                .forEach(service -> service.dimensions().forEach(dimension -> addTerms(service.service(), dimension)));
        report.services()
                .forEach(service -> service.dimensions()
                        .forEach(dimension -> universes.put(
                                service.service() + " " + dimension.part(),
                                dimension.classes().stream()
                                        .flatMap(one -> one.values().stream())
                                        .toList())));
    }

    private void addTerms(String service, DimensionLine dimension) {
        if (dimension.part().equals("contractTerms")) {
            termClasses.put(
                    service + " " + dimension.part(),
                    dimension.classes().stream()
                            .map(one -> one.values().stream()
                                    .map(SentenceReading::termId)
                                    .collect(Collectors.toSet()))
                            .toList());
        }
    }

    /** Whether a sentence is about an id that one release refuses wherever a request names it, whatever service it asks about. */
    static boolean isAboutAnyService(SentenceLine sentence) {
        return sentence.services().isEmpty();
    }

    boolean covers(SentenceLine sentence, DecisionRequest request) {
        if (isAboutAnyService(sentence)) {
            return sentence.conditions().stream()
                    .allMatch(condition -> condition.values().stream()
                            .anyMatch(value -> listed(condition.part(), request).contains(value.id())));
        }
        return sentence.services().contains(request.question().service())
                && sentence.conditions().stream().allMatch(condition -> meets(sentence, condition, request));
    }

    private boolean meets(SentenceLine sentence, ConditionLine condition, DecisionRequest request) {
        String name = sentence.services().stream()
                .map(service -> service + " " + condition.part())
                .filter(universes::containsKey)
                .findFirst()
                .orElseThrow();
        List<ValueLine> all = Objects.requireNonNull(universes.get(name));
        if (condition.part().equals("contractTerms")) {
            return terms(name, condition, request);
        }
        if (condition.part().equals("use")) {
            UsageReading usage = usages.computeIfAbsent(name, one -> new UsageReading(all));
            return condition.values().stream().anyMatch(value -> usage.is(value, request)) != condition.except();
        }
        return condition.values().stream().anyMatch(value -> is(condition.part(), value, all, request))
                != condition.except();
    }

    /** The ids that entries of the lists of a request name. */
    private static List<String> listed(String part, DecisionRequest request) {
        List<String> bought = request.subscription().specialServices();
        List<Usage> usage = request.subscription().usage();
        Stream<AgreedTerm> terms = agreed(request).stream();
        Stream<@Nullable String> ids = switch (part) {
            case "specialServices" -> bought == null ? Stream.of() : bought.stream();
            case "usedService" -> usage == null ? Stream.of() : usage.stream().map(Usage::service);
            case "termService" -> terms.map(AgreedTerm::service);
            case "termSeverity" -> terms.map(AgreedTerm::severity);
            case "termWindow" -> terms.map(AgreedTerm::window);
            case "termChannel" -> terms.map(AgreedTerm::channel);
            default -> throw new AssertionError(part);
        };
        return ids.filter(Objects::nonNull).toList();
    }

    private boolean is(String dimension, ValueLine label, List<ValueLine> all, DecisionRequest request) {
        Subscription customer = request.subscription();
        return switch (dimension) {
            case "plan" -> id(label, customer.plan());
            case "product" -> product(label, customer.product());
            case "deployment" -> id(label, customer.deployment());
            case "usageRegion" -> id(label, customer.usageRegion());
            case "servedBy" -> id(label, customer.servedBy());
            case "projectPhase" -> id(label, customer.projectPhase());
            case "servicePeriod" -> period(label, customer);
            case "serviceRenewed" -> truth(label, customer.serviceRenewed());
            case "firstPurchase" -> first(label, customer.firstPurchase());
            case "contractAmount" ->
                number(
                        label,
                        customer.contract() == null ? null : customer.contract().amount());
            case "contractCurrency" ->
                id(
                        label,
                        customer.contract() == null ? null : customer.contract().currency());
            case "purchasedOn" -> day(label, customer.purchasedOn());
            case "contractSignedOn" ->
                day(
                        label,
                        customer.contract() == null ? null : customer.contract().signedOn());
            case "contractTerms" -> throw new AssertionError("read by classes");
            case "specialServices" -> bought(label, all, customer.specialServices());
            case "freeRemoteSupportLimit" ->
                number(
                        label,
                        customer.freeRemoteSupportLimit() == null
                                ? null
                                : BigDecimal.valueOf(customer.freeRemoteSupportLimit()));
            case "environmentReady" -> truth(label, customer.environmentReady());
            case "remoteAccessAuthorised" -> truth(label, customer.remoteAccessAuthorised());
            case "channel" -> id(label, request.question().channel());
            case "topic" -> id(label, request.question().topic());
            case "severity" -> id(label, request.question().severity());
            case "activity" -> id(label, request.question().activity());
            case "delivery" -> id(label, request.question().delivery());
            case "requestedStart" -> {
                LocalDate start = request.question().requestedStart();
                yield number(label, start == null ? null : BigDecimal.valueOf(ChronoUnit.DAYS.between(DAY, start)));
            }
            case "requesterCertified" ->
                truth(
                        label,
                        request.question().requester() == null
                                ? null
                                : request.question().requester().certified());
            case "submittedBy" ->
                id(
                        label,
                        request.question().requester() == null
                                ? null
                                : request.question().requester().submittedBy());
            default -> measure(label, measure(dimension, request));
        };
    }

    /** Whether a label is of the value of a measure: a number or a day among others, an id, or a truth. */
    private static boolean measure(ValueLine label, @Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth(label, truth);
        }
        if (value instanceof String text) {
            return text.matches("\\d{4}-\\d{2}-\\d{2}") ? day(label, LocalDate.parse(text)) : id(label, text);
        }
        return number(label, (BigDecimal) value);
    }

    /** The value that a request states for the measure of a dimension. */
    private static @Nullable Object measure(String dimension, DecisionRequest request) {
        assertThat(dimension).startsWith("measure.");
        String id = dimension.substring("measure.".length());
        return Stream.of(request.subscription().measures(), request.question().measures())
                .filter(Objects::nonNull)
                .map(stated -> stated.get(id))
                .filter(Objects::nonNull)
                .map(StatedValue::value)
                .findFirst()
                .orElse(null);
    }

    static List<String> words(ValueLine label) {
        return List.of(label.id().split(" ", -1));
    }

    private static boolean isAbsent(ValueLine label) {
        return label.kind().equals("absent");
    }

    private static boolean id(ValueLine label, @Nullable String id) {
        return isAbsent(label)
                ? id == null
                : id != null && label.kind().equals("id") && label.id().equals(id);
    }

    private static boolean truth(ValueLine label, @Nullable Boolean is) {
        return isAbsent(label) ? is == null : is != null && label.kind().equals(is ? "yes" : "no");
    }

    /** Whether the label and the request write the same product: alike, or as both catalogues know it by both ways of writing. */
    private boolean product(ValueLine label, @Nullable String written) {
        if (isAbsent(label) || written == null) {
            return isAbsent(label) && written == null;
        }
        String said = label.id();
        return said.equals(written)
                || (catalogues.stream()
                                .allMatch(
                                        catalogue -> Objects.equals(known(catalogue, said), known(catalogue, written)))
                        && catalogues.stream().anyMatch(catalogue -> known(catalogue, said) != null));
    }

    private static @Nullable Object known(Catalogue catalogue, String written) {
        Catalogue.Product product = catalogue.product(written);
        Catalogue.Product sibling = catalogue.siblingProduct(written);
        return product != null ? product.id() : sibling == null ? null : "sibling " + sibling.id();
    }

    private static boolean period(ValueLine label, Subscription customer) {
        LocalDate start = customer.serviceStart();
        LocalDate end = customer.serviceEnd();
        if (start == null) {
            return label.kind().equals(end == null ? "absent" : end.isBefore(DAY) ? "after-end-only" : "end-only");
        }
        if (start.isAfter(DAY)) {
            return label.kind().equals(end == null ? "before-start-only" : "before");
        }
        return isYear(label, end == null ? "start-only" : end.isBefore(DAY) ? "after" : "within", start);
    }

    private static boolean first(ValueLine label, @Nullable FirstPurchase first) {
        if (first == null || isAbsent(label)) {
            return first == null && isAbsent(label);
        }
        if (first.serviceStart().isAfter(DAY)) {
            return label.kind().equals("first-before");
        }
        LocalDate end = first.serviceEnd();
        String kind = end == null ? "first-year-open" : end.isBefore(DAY) ? "first-year-over" : "first-year";
        return isYear(label, kind, first.serviceStart());
    }

    /** Whether a label is of a kind and the day lies in its year: in any, in that one, or in that one or a later one. */
    private static boolean isYear(ValueLine label, String kind, LocalDate start) {
        if (label.kind().equals(kind + "-any")) {
            return true;
        }
        int year = ServiceYears.yearOf(start, DAY);
        return label.kind().equals(kind)
                ? year == Integer.parseInt(label.id())
                : label.kind().equals(kind + "-later") && year >= Integer.parseInt(label.id());
    }

    /** Whether a label says a day. */
    private static boolean day(ValueLine label, @Nullable LocalDate day) {
        if (isAbsent(label) || day == null) {
            return isAbsent(label) && day == null;
        }
        if (label.kind().equals("any")) {
            return true;
        }
        List<LocalDate> said = words(label).stream().map(LocalDate::parse).toList();
        return switch (label.kind()) {
            case "id" -> day.equals(said.get(0));
            case "below" -> day.isBefore(said.get(0));
            case "above" -> day.isAfter(said.get(0));
            case "between" -> day.isAfter(said.get(0)) && day.isBefore(said.get(1));
            default -> throw new AssertionError(label);
        };
    }

    static boolean number(ValueLine label, @Nullable BigDecimal number) {
        if (isAbsent(label) || number == null) {
            return isAbsent(label) && number == null;
        }
        if (label.kind().equals("any")) {
            return true;
        }
        List<BigDecimal> said = words(label).stream().map(BigDecimal::new).toList();
        return switch (label.kind()) {
            case "id" -> number.compareTo(said.get(0)) == 0;
            case "below" -> number.compareTo(said.get(0)) < 0;
            case "above" -> number.compareTo(said.get(0)) > 0;
            case "between" -> number.compareTo(said.get(0)) > 0 && number.compareTo(said.get(1)) < 0;
            default -> throw new AssertionError(label);
        };
    }

    /** The terms of the contract. */
    static List<AgreedTerm> agreed(DecisionRequest request) {
        Contract contract = request.subscription().contract();
        return contract == null || contract.terms() == null ? List.of() : contract.terms();
    }

    /** Whether a condition on own terms holds: by the class of the terms, in which those that no answer tells apart stand together. */
    private boolean terms(String name, ConditionLine condition, DecisionRequest request) {
        List<Set<String>> classes = Objects.requireNonNull(termClasses.get(name));
        int found = classOf(request, classes);
        if (found < 0) {
            return false;
        }
        Set<String> among = classes.get(found);
        return condition.values().stream().anyMatch(value -> among.contains(termId(value))) != condition.except();
    }

    /** Whether a contract has several own terms on the asked service that rules ask about and that no class of the report has together. */
    boolean haveNoClass(DecisionRequest request) {
        List<Set<String>> classes = termClasses.get(request.question().service() + " contractTerms");
        return classes != null && classOf(request, classes) < 0;
    }

    /** Whether the question asks by a channel that the contract has and that no condition of the report names. */
    boolean asksByOwnChannel(DecisionRequest request) {
        String asked = request.question().channel();
        boolean isNamed = termClasses.getOrDefault(request.question().service() + " contractTerms", List.of()).stream()
                .flatMap(Set::stream)
                .anyMatch(parts -> List.of(parts.split(" \\+ ", -1)).contains("channel " + asked));
        return !isNamed
                && parts(request).terms().stream().anyMatch(term -> asked != null && asked.equals(term.channel()));
    }

    private int classOf(DecisionRequest request, List<Set<String>> classes) {
        Set<String> said = classes.stream()
                .flatMap(Set::stream)
                .flatMap(parts -> Stream.of(parts.split(" \\+ ", -1)))
                .collect(Collectors.toSet());
        return classOf(parts(request).among(said, request), classes);
    }

    private static int classOf(Set<String> parts, List<Set<String>> classes) {
        int direct = classOf(String.join(" + ", parts), classes);
        if (direct >= 0) {
            return direct;
        }
        Set<String> grant = new TreeSet<>(parts);
        grant.retainAll(Set.of("grant"));
        Set<String> fewer = new TreeSet<>(grant);
        for (String part : parts) {
            Set<String> with = new TreeSet<>(grant);
            with.add(part);
            if (part.startsWith("quota ")
                    || part.startsWith("channel ")
                    || classOf(String.join(" + ", with), classes) != classOf(String.join(" + ", grant), classes)) {
                fewer.add(part);
            }
        }
        return classOf(String.join(" + ", fewer), classes);
    }

    private static int classOf(String parts, List<Set<String>> classes) {
        return IntStream.range(0, classes.size())
                .filter(i -> classes.get(i).contains(parts))
                .findFirst()
                .orElse(-1);
    }

    private static String termId(ValueLine value) {
        return isAbsent(value) ? "" : value.id();
    }

    /** The own terms that apply; the severity of a question that names none is that of the service, if it has one. */
    AgreedParts parts(DecisionRequest request) {
        return AgreedParts.of(request, severity(request));
    }

    /** The severity of the question, or of the service; null if the programme uses no such severity. */
    @Nullable String severity(DecisionRequest request) {
        if (isSeverityUsed(request)) {
            return request.question().severity();
        }
        Catalogue.Service service =
                catalogues.get(1).services().get(request.question().service());
        return service == null ? null : service.severity();
    }

    private boolean isSeverityUsed(DecisionRequest request) {
        return catalogues.stream()
                .flatMap(catalogue -> catalogue.severities().stream())
                .anyMatch(one -> one.id().equals(request.question().severity()));
    }

    /** Whether the releases give a question without severity another one each, that of the service. */
    boolean hasTwoSeverities(DecisionRequest request) {
        return !isSeverityUsed(request)
                && catalogues.stream()
                                .map(catalogue -> catalogue
                                        .services()
                                        .get(request.question().service()))
                                .filter(Objects::nonNull)
                                .map(service -> String.valueOf(service.severity()))
                                .distinct()
                                .count()
                        > 1;
    }

    private static boolean bought(ValueLine label, List<ValueLine> all, @Nullable List<String> bought) {
        List<String> has = bought == null ? List.of() : bought;
        return isAbsent(label)
                ? all.stream().allMatch(other -> isAbsent(other) || !has.contains(other.id()))
                : has.contains(label.id());
    }
}
