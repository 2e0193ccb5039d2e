package io.quanyi.decision;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Domain;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Some valid values of each member of a request about a service, written as in YAML. */
final class MemberValues {

    private MemberValues() {}

    /** Some values of each member, all of them valid. */
    static Map<String, List<String>> of(ProgrammeRelease release, String service) {
        Catalogue catalogue = release.catalogue();
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("/subscription/plan", some(release, Domain.PLAN));
        values.put("/subscription/product", some(release, Domain.PRODUCT));
        values.put("/subscription/deployment", List.copyOf(catalogue.deployments()));
        values.put("/subscription/usageRegion", List.of("CN", "HK", "TW", "US"));
        values.put("/subscription/customerTimeZone", List.of("Europe/Berlin", "Asia/Shanghai"));
        values.put("/subscription/servedBy", some(release, Domain.SERVED_BY));
        values.put("/subscription/serviceStart", List.of("2026-05-01", "2025-03-01", "2023-03-01", "2031-01-01"));
        values.put("/subscription/serviceEnd", List.of("2026-09-30", "2031-12-31"));
        values.put("/subscription/serviceRenewed", List.of("true", "false"));
        values.put("/subscription/purchasedOn", List.of("2020-01-01"));
        values.put("/subscription/contract/signedOn", List.of("2020-01-01"));
        values.put("/subscription/contract/amount", List.of("0", "1000000000"));
        values.put("/subscription/contract/currency", List.of("CNY", "USD"));
        values.put(
                "/subscription/contract/terms",
                List.of(
                        terms(service),
                        terms(service, "effect: quota, limit: 0, unit: time"),
                        "[{ service: " + service + ", effect: exclude }]"));
        values.put(
                "/subscription/firstPurchase",
                List.of(
                        "{ serviceStart: 2001-01-01, serviceEnd: 2001-12-31 }",
                        "{ serviceStart: 2001-01-01, serviceEnd: 2050-12-31 }",
                        "{ serviceStart: 2023-01-01, serviceEnd: 2050-12-31 }"));
        boolean special =
                Objects.requireNonNull(catalogue.services().get(service)).special();
        values.put("/subscription/specialServices", special ? List.of("[]", "[" + service + "]") : List.of("[]"));
        values.put(
                "/subscription/usage",
                List.of(
                        "[]",
                        "[{ service: %s, date: 2026-01-01, times: 90000, personDays: 90000 }]".formatted(service)));
        values.put("/subscription/imGroupMembers", List.of("0", "99999"));
        values.put("/subscription/freeRemoteSupportLimit", List.of("0", "1"));
        values.put("/subscription/environmentReady", List.of("true", "false"));
        values.put("/subscription/remoteAccessAuthorised", List.of("true", "false"));
        values.put("/subscription/projectPhase", some(release, Domain.PHASE));
        OffsetDateTime at = OffsetDateTime.parse("2026-06-01T10:00+08:00");
        values.put(
                "/question/at",
                List.of(
                        '"' + at.plusHours(13).toString() + '"',
                        '"' + at.plusYears(1).toString() + '"',
                        '"' + at.plusYears(-3).toString() + '"'));
        values.put("/question/pauses", List.of("[]", "[{ from: \"2030-01-01T00:00Z\", to: \"2030-01-02T00:00Z\" }]"));
        values.put("/question/asOf", List.of("\"2031-01-01T00:00Z\""));
        values.put("/question/respondedAt", List.of("\"2030-06-01T00:00Z\""));
        values.put("/question/resolvedAt", List.of("\"2030-06-02T00:00Z\""));
        values.put(
                "/question/channel",
                Stream.concat(
                                some(release, Domain.CHANNEL).stream(),
                                catalogue.elsewhere().getOrDefault(Domain.CHANNEL, Set.of()).stream()
                                        .limit(1))
                        .toList());
        values.put("/question/topic", some(release, Domain.TOPIC));
        values.put("/question/severity", some(release, Domain.SEVERITY));
        values.put(
                "/question/activity",
                catalogue.services().get(service).activities().stream()
                        .map(Catalogue.Term::id)
                        .toList());
        values.put("/question/quantity", List.of("1", "90000"));
        values.put("/question/personDays", List.of("0", "0.5", "2", "90000"));
        values.put("/question/delivery", some(release, Domain.DELIVERY));
        values.put("/question/requestedStart", List.of("2026-06-02", "2030-01-01"));
        values.put("/question/language", List.of("zh-CN", "en", "fr"));
        values.put("/question/requester/certified", List.of("true", "false"));
        values.put("/question/requester/submittedBy", some(release, Domain.SUBMITTED_BY));
        return values;
    }

    static List<String> some(ProgrammeRelease release, Domain domain) {
        Collection<String> ids = Objects.requireNonNull(release.catalogue().ids(domain));
        return ids.stream().limit(12).toList();
    }

    /** A contract that grants the service, and has other terms about it. */
    static String terms(String service, String... others) {
        return Stream.concat(Stream.of("effect: grant"), Stream.of(others))
                .map(term -> "{ service: " + service + ", " + term + " }")
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
