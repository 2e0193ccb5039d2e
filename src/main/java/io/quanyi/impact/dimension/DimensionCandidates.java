package io.quanyi.impact.dimension;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.facts.Amount;
import io.quanyi.facts.Domain;
import io.quanyi.facts.Fact;
import io.quanyi.facts.FreeRemoteSupport;
import io.quanyi.facts.LeadTime;
import io.quanyi.facts.Question;
import io.quanyi.impact.value.BoundaryNumbers;
import io.quanyi.impact.value.DimensionValue;
import io.quanyi.impact.value.ValueLabel;
import io.quanyi.text.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the candidate values of the simple dimensions: ids, plans, products, amounts, purchases and start dates. */
final class DimensionCandidates {

    private DimensionCandidates() {}

    static List<DimensionValue> ids(
            ServiceComparison comparison, Domain domain, BiConsumer<RequestBuilder, @Nullable String> setting) {
        List<DimensionValue> values = new ArrayList<>(List.of(new DimensionValue(ValueLabel.ABSENT, builder -> {})));
        comparison
                .ids(domain)
                .forEach(id ->
                        values.add(new DimensionValue(ValueLabel.id(id), builder -> setting.accept(builder, id))));
        return values;
    }

    static List<DimensionValue> plans(ServiceComparison comparison) {
        return comparison.listed(catalogue -> catalogue.plans().stream()).stream()
                .map(Catalogue.Plan::id)
                .distinct()
                .map(id -> new DimensionValue(ValueLabel.id(id), builder -> builder.plan(id)))
                .toList();
    }

    /**
     * Each product by its id, which stands for all its names, and each name that means something else than an id does in one of the
     * releases.
     */
    static List<DimensionValue> products(ServiceComparison comparison) {
        Set<String> ids = new LinkedHashSet<>(
                comparison.listed(catalogue -> catalogue.products().stream().map(Catalogue.Product::id)));
        ids.addAll(comparison.ids(Domain.PRODUCT));
        List<DimensionValue> values = new ArrayList<>(List.of(new DimensionValue(ValueLabel.ABSENT, builder -> {})));
        ids.forEach(id -> values.add(new DimensionValue(ValueLabel.id(id), builder -> builder.product(id))));
        Set<List<String>> meanings =
                ids.stream().map(id -> meanings(comparison, id)).collect(Collectors.toSet());
        comparison.listed(DimensionCandidates::productNames).stream()
                .filter(name -> !ids.contains(name) && !meanings.contains(meanings(comparison, name)))
                .forEach(name -> values.add(
                        new DimensionValue(ValueLabel.of("written", name), builder -> builder.product(name))));
        return values;
    }

    private static Stream<String> productNames(Catalogue catalogue) {
        return Stream.concat(catalogue.products().stream(), catalogue.siblingProductsByName().values().stream())
                .flatMap(product -> Stream.concat(
                        Stream.of(Language.values())
                                .map(language -> product.names().in(language)),
                        product.aliases().stream()));
    }

    /** The products that the releases take a name for, of the programme or of a sibling; empty texts where they know none. */
    private static List<String> meanings(ServiceComparison comparison, String name) {
        return comparison.releases().stream()
                .map(release -> {
                    Catalogue.Product own = release.catalogue().product(name);
                    Catalogue.Product sibling = release.catalogue().siblingProduct(name);
                    return own != null ? own.id() : sibling != null ? "sibling " + sibling.id() : "";
                })
                .toList();
    }

    static List<DimensionValue> amounts(ServiceComparison comparison) {
        return numbers(comparison, Amount.class, "value", RequestBuilder::amount);
    }

    /** Each number that rules compare a field with, and those next to it; one number where they name none. */
    static List<DimensionValue> numbers(
            ServiceComparison comparison,
            Class<? extends Fact> fact,
            String field,
            BiConsumer<RequestBuilder, @Nullable BigDecimal> setting) {
        Set<BigDecimal> numbers = comparison.rules().numbers(fact, field);
        List<DimensionValue> values = new ArrayList<>(List.of(new DimensionValue(ValueLabel.ABSENT, builder -> {})));
        Set<BigDecimal> around = BoundaryNumbers.around(numbers, new BigDecimal("0.0001"), BigDecimal.ZERO);
        if (around.isEmpty()) {
            around = Set.of(BigDecimal.ONE);
        }
        around.forEach(number -> values.add(new DimensionValue(
                BoundaryNumbers.label(number, numbers), builder -> setting.accept(builder, number))));
        return values;
    }

    /** Each date that rules compare a field with, the day before and the day after; one day where they name none. */
    static List<DimensionValue> days(
            ServiceComparison comparison,
            Class<? extends Fact> fact,
            String field,
            BiConsumer<RequestBuilder, @Nullable LocalDate> setting) {
        TreeSet<LocalDate> dates = new TreeSet<>();
        comparison.rules().literals(fact, field).stream()
                .filter(LocalDate.class::isInstance)
                .forEach(literal -> dates.add((LocalDate) literal));
        TreeSet<LocalDate> around = new TreeSet<>();
        dates.forEach(date -> around.addAll(List.of(date.minusDays(1), date, date.plusDays(1))));
        if (around.isEmpty()) {
            around.add(comparison.day());
        }
        List<DimensionValue> values = new ArrayList<>(List.of(new DimensionValue(ValueLabel.ABSENT, builder -> {})));
        around.forEach(day -> values.add(new DimensionValue(
                ValueLabel.among(day, dates, LocalDate::toString), builder -> setting.accept(builder, day))));
        return values;
    }

    static List<DimensionValue> freeSupports(ServiceComparison comparison) {
        Set<BigDecimal> numbers = comparison.rules().numbers(FreeRemoteSupport.class, "limit");
        List<DimensionValue> values = new ArrayList<>(List.of(new DimensionValue(ValueLabel.ABSENT, builder -> {})));
        Set<BigDecimal> around = new TreeSet<>(BoundaryNumbers.around(numbers, BigDecimal.ONE, BigDecimal.ZERO));
        around.add(BigDecimal.ZERO);
        around.forEach(number -> values.add(new DimensionValue(
                BoundaryNumbers.label(number, numbers),
                builder -> builder.freeRemoteSupportLimit(number.intValueExact()))));
        return values;
    }

    /** Purchases of the service itself; sentences about the programme say which other services can no longer be named as bought. */
    static List<DimensionValue> purchases(ServiceComparison comparison) {
        String service = comparison.service();
        return List.of(
                new DimensionValue(ValueLabel.ABSENT, builder -> {}),
                new DimensionValue(ValueLabel.id(service), builder -> builder.specialServices(List.of(service))));
    }

    static List<DimensionValue> starts(ServiceComparison comparison) {
        Set<BigDecimal> numbers = new TreeSet<>(comparison.rules().numbers(Question.class, "leadDays"));
        comparison.rules().stated(LeadTime.class).forEach(lead -> numbers.add(BigDecimal.valueOf(lead.days())));
        List<DimensionValue> values = new ArrayList<>(List.of(new DimensionValue(ValueLabel.ABSENT, builder -> {})));
        Set<BigDecimal> around =
                new TreeSet<>(BoundaryNumbers.around(numbers, BigDecimal.ONE, BigDecimal.valueOf(-36_500)));
        around.add(BigDecimal.ZERO);
        around.forEach(number -> values.add(new DimensionValue(
                BoundaryNumbers.label(number, numbers),
                builder -> builder.requestedStart(builder.day().plusDays(number.intValueExact())))));
        return values;
    }
}
