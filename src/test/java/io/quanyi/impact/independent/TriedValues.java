package io.quanyi.impact.independent;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Domain;
import io.quanyi.text.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values that each member of a request is tried with: ids of both catalogues, numbers about those that stand in the rules, dates about today. */
final class TriedValues {

    /** The service that the request asks about. */
    static final String ASKED = "@asked";

    static final String AT = "2026-06-15T12:00:00+08:00";
    static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    /** Days before, on and after those that edited rules name. */
    private static final List<String> DAYS =
            List.of("2018-09-16", "2018-09-17", "2018-09-18", "2020-01-01", "2026-01-01");

    private static final int WEIGHT = 6;

    private final List<Catalogue> catalogues;
    private final Set<String> edited;
    private final Set<BigDecimal> numbers = new TreeSet<>();
    private final Map<String, List<String>> values = new TreeMap<>();
    private final List<String> services;

    TriedValues(ProgrammeEdit edit, ProgrammeRelease before, ProgrammeRelease after) {
        this.catalogues = List.of(before.catalogue(), after.catalogue());
        this.edited = new TreeSet<>(List.of(edit.words().split("[^A-Za-z0-9-]+", -1)));
        numbers(edit);
        this.services = services(edit);
        put("/programme", List.of(before.programme().id()));
        put("/release", List.of("1"));
        put("/knownAt", List.of("2027-01-01T00:00:00Z"));
        subscription();
        contract();
        question();
    }

    private void numbers(ProgrammeEdit edit) {
        String rules = edit.words()
                + ProgrammeEdit.rules(edit.programme()).stream()
                        .flatMap(file -> ProgrammeEdit.text(file).lines())
                        .filter(line -> line.startsWith("    ") && !line.startsWith("    @"))
                        .collect(Collectors.joining("\n"));
        Matcher number =
                Pattern.compile("(?<![\\w\"-])\\d{1,6}(?:\\.\\d+)?(?![\\w\"-])").matcher(rules);
        while (number.find()) {
            numbers.add(new BigDecimal(number.group()));
        }
        numbers.add(BigDecimal.ZERO);
        numbers.add(BigDecimal.valueOf(3));
    }

    /** The services to ask about: all, and more often those that the edit names or whose file it changes. */
    private List<String> services(ProgrammeEdit edit) {
        Set<String> all = new TreeSet<>();
        catalogues.forEach(catalogue -> {
            all.addAll(catalogue.services().keySet());
            all.addAll(catalogue.elsewhere().getOrDefault(Domain.SERVICE, Set.of()));
        });
        Set<String> names = new TreeSet<>(edited);
        edit.files().keySet().forEach(path -> names.add(path.replaceAll(".*/|\\.drl", "")));
        Set<String> near = new TreeSet<>();
        for (Catalogue catalogue : catalogues) {
            names.forEach(name -> near.addAll(catalogue.servicesOf(name)));
            catalogue.services().values().stream()
                    .filter(service -> names.contains(service.id())
                            || service.activities().stream().anyMatch(activity -> edited.contains(activity.id())))
                    .forEach(service -> near.add(service.id()));
        }
        Set<String> own = new TreeSet<>();
        catalogues.forEach(catalogue -> own.addAll(catalogue.services().keySet()));
        List<String> services = new ArrayList<>(own);
        services.addAll(all);
        if (!near.isEmpty()) {
            List<String> often = List.copyOf(near);
            int times = 3 * services.size();
            for (int i = 0; i < times; i++) {
                services.add(often.get(i % often.size()));
            }
        }
        return services;
    }

    /** The services to ask about. */
    List<String> services() {
        return services;
    }

    /** The values of a member. */
    List<String> of(String path) {
        return Objects.requireNonNull(values.get(path), () -> path + " has no values: add them to TriedValues");
    }

    /** The measures that either catalogue declares of a part of a request, by id. */
    Map<String, Catalogue.Measure> measures(String of) {
        Map<String, Catalogue.Measure> measures = new TreeMap<>();
        catalogues.stream()
                .flatMap(catalogue -> catalogue.measures().values().stream())
                .filter(measure -> measure.of().equals(of))
                .forEach(measure -> measures.put(measure.id(), measure));
        return measures;
    }

    /** The values of a measure: numbers and days about those of the rules, and the ids that it may have. */
    List<String> of(Catalogue.Measure measure) {
        return switch (measure.kind()) {
            case NUMBER -> of("/" + measure.of() + "/measures");
            case ID -> measure.values().stream().map(Catalogue.Term::id).toList();
            case DATE -> DAYS;
            case BOOLEAN -> List.of("true", "false");
        };
    }

    /** The members that have values. */
    Set<String> members() {
        return values.keySet();
    }

    private void subscription() {
        String at = "/subscription/";
        put(at + "customerId", List.of("C-1"));
        put(at + "plan", ids(catalogue -> catalogue.plans().stream().map(Catalogue.Plan::id)));
        put(at + "product", products());
        put(at + "deployment", ids(Domain.DEPLOYMENT));
        put(at + "usageRegion", List.of("CN", "HK", "MO", "TW", "US", "DE", "SG"));
        put(at + "customerTimeZone", List.of("Asia/Shanghai", "Europe/Berlin"));
        put(at + "servedBy", ids(Domain.SERVED_BY));
        put(at + "serviceStart", days(1, 0, -1, -100, -364, -365, -366, -400, -730, -731, -800, -1095, -1200));
        put(at + "serviceEnd", days(-1, 0, 1, 100, 365, -100));
        put(at + "serviceRenewed", List.of("true", "false"));
        put(at + "purchasedOn", DAYS);
        put(at + "firstPurchase/purchasedOn", days(-200));
        put(at + "firstPurchase/serviceStart", days(0, -1, -100, -364, -365, -366, -730, -731, -800, -1200, 1));
        put(at + "firstPurchase/serviceEnd", days(-1, 0, 1, 300));
        put(at + "specialServices", services(Stream.of(ASKED)));
        put(at + "usage/service", services(Stream.generate(() -> ASKED).limit(300)));
        put(at + "usage/date", days(0, -1, -50, -100, -101, -364, -365, -366, -500, -730, -731));
        put(at + "usage/times", numbers(0, BigDecimal.ONE, 50));
        put(at + "usage/personDays", numbers(2, new BigDecimal("0.01"), 50));
        put(at + "imGroupMembers", numbers(0, BigDecimal.ONE, 50));
        put(at + "freeRemoteSupportLimit", numbers(0, BigDecimal.ONE, 20));
        put(at + "environmentReady", List.of("true", "false"));
        put(at + "remoteAccessAuthorised", List.of("true", "false"));
        put(at + "projectPhase", ids(Domain.PHASE));
        put(at + "measures", numbers(4, new BigDecimal("0.0001"), 1_000_000));
    }

    private void contract() {
        String at = "/subscription/contract/";
        put(at + "signedOn", DAYS);
        put(at + "amount", numbers(4, new BigDecimal("0.0001"), 1_000_000));
        put(at + "currency", List.of("CNY", "CNY", "USD", "EUR"));
        put(at + "terms/service", services(Stream.generate(() -> ASKED).limit(300)));
        put(at + "terms/effect", ids(Domain.EFFECT));
        put(at + "terms/severity", ids(Domain.SEVERITY));
        put(at + "terms/target/amount", List.of("1", "2", "8", "0.5", "7.77"));
        put(at + "terms/target/unit", List.of("hour", "working-hour", "working-hour", "working-day"));
        put(at + "terms/limit", numbers(2, BigDecimal.ONE, 50));
        put(at + "terms/unit", List.of("time", "person-day"));
        put(at + "terms/window", ids(Domain.WINDOW));
        put(at + "terms/channel", ids(Domain.CHANNEL));
        put(at + "terms/from", numbers(4, BigDecimal.ONE, 10_000));
        put(at + "terms/to", List.of("10000", "20000"));
        put(at + "terms/currency", List.of("CNY", "USD"));
        put(
                at + "terms/per",
                List.of("incident", "year", "person-day", "contract", "contract", "service-year", "pack"));
    }

    private void question() {
        String at = "/question/";
        put(at + "service", List.of(ASKED));
        put(at + "at", List.of(AT));
        put(at + "pauses/from", List.of(AT, "2026-06-15T13:00:00+08:00"));
        put(at + "pauses/to", List.of("2026-06-15T15:00:00+08:00"));
        put(at + "asOf", List.of("2026-06-16T12:00:00+08:00", "2026-06-15T12:00:00+08:00"));
        put(at + "respondedAt", List.of("2026-06-15T12:30:00+08:00"));
        put(at + "resolvedAt", List.of("2026-06-15T17:30:00+08:00"));
        put(at + "channel", ids(Domain.CHANNEL));
        put(at + "topic", ids(Domain.TOPIC));
        put(at + "severity", ids(Domain.SEVERITY));
        put(at + "activity", ids(Domain.ACTIVITY));
        put(
                at + "quantity",
                numbers(0, BigDecimal.ONE, 50).stream()
                        .filter(one -> !one.equals("0"))
                        .toList());
        put(at + "personDays", numbers(2, new BigDecimal("0.01"), 50));
        put(at + "delivery", ids(Domain.DELIVERY));
        put(at + "requestedStart", starts());
        put(at + "language", List.of("zh-CN", "en", "de"));
        put(at + "requester/certified", List.of("true", "false"));
        put(at + "requester/submittedBy", ids(Domain.SUBMITTED_BY));
        put(at + "measures", numbers(4, new BigDecimal("0.0001"), 1_000_000));
    }

    private List<String> starts() {
        return numbers(0, BigDecimal.ONE, 60).stream()
                .map(number -> DAY.plusDays(Integer.parseInt(number)).toString())
                .toList();
    }

    /** The numbers of the rules up to a greatest one, with their neighbours one step away. */
    private List<String> numbers(int digits, BigDecimal step, int most) {
        Set<BigDecimal> near = new TreeSet<>();
        for (BigDecimal number : numbers) {
            for (BigDecimal one : List.of(number.subtract(step), number, number.add(step))) {
                boolean fits = one.stripTrailingZeros().scale() <= digits && one.signum() >= 0;
                if (fits && one.compareTo(BigDecimal.valueOf(most)) <= 0) {
                    near.add(one.stripTrailingZeros());
                }
            }
        }
        return near.stream().map(BigDecimal::toPlainString).toList();
    }

    private static List<String> days(int... offsets) {
        List<String> days = new ArrayList<>();
        for (int offset : offsets) {
            days.add(DAY.plusDays(offset).toString());
        }
        return days;
    }

    private List<String> products() {
        Set<String> names = new TreeSet<>(ids(Domain.PRODUCT));
        for (Catalogue catalogue : catalogues) {
            Stream.concat(catalogue.products().stream(), catalogue.siblingProductsByName().values().stream())
                    .forEach(product -> {
                        Stream.of(Language.values())
                                .forEach(language -> names.add(product.names().in(language)));
                        names.addAll(product.aliases());
                        names.add(product.names()
                                .in(Language.ENGLISH)
                                .toUpperCase(Locale.ROOT)
                                .replace(" ", ""));
                    });
        }
        names.add("nothing");
        return weighted(names);
    }

    private List<String> services(Stream<String> more) {
        return Stream.concat(ids(Domain.SERVICE).stream(), more).toList();
    }

    private List<String> ids(Domain domain) {
        return ids(catalogue -> {
            Set<String> here = catalogue.ids(domain);
            Set<String> there = catalogue.elsewhere().getOrDefault(domain, Set.of());
            return Stream.concat(here == null ? Stream.empty() : here.stream(), there.stream());
        });
    }

    private List<String> ids(Function<Catalogue, Stream<String>> of) {
        Set<String> ids = new TreeSet<>();
        catalogues.forEach(catalogue -> of.apply(catalogue).forEach(ids::add));
        return weighted(ids);
    }

    /** The ids, each of the edit several times, and one that nobody knows. */
    private List<String> weighted(Set<String> ids) {
        List<String> weighted = new ArrayList<>(ids);
        ids.stream().filter(edited::contains).forEach(id -> {
            for (int i = 0; i < WEIGHT + ids.size() / 3; i++) {
                weighted.add(id);
            }
        });
        return weighted;
    }

    private void put(String path, List<String> of) {
        values.put(path, of.isEmpty() ? List.of("none") : List.copyOf(of));
    }
}
