package io.quanyi.impact.dimension;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.facts.Amount;
import io.quanyi.facts.Domain;
import io.quanyi.facts.LeadTime;
import io.quanyi.facts.Question;
import io.quanyi.text.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
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
     * Each product by its id. A comparison of two releases adds all names and aliases, because a name may mean another product in the
     * other release.
     */
    static List<DimensionValue> products(ServiceComparison comparison) {
        Set<String> names = new LinkedHashSet<>(
                comparison.listed(catalogue -> catalogue.products().stream().map(Catalogue.Product::id)));
        if (!comparison.isSurvey()) {
            names.addAll(
                    comparison.listed(catalogue -> catalogue.products().stream().flatMap(DimensionCandidates::names)));
        }
        names.addAll(comparison.ids(Domain.PRODUCT));
        List<DimensionValue> values = new ArrayList<>(List.of(new DimensionValue(ValueLabel.ABSENT, builder -> {})));
        names.forEach(name -> values.add(new DimensionValue(ValueLabel.id(name), builder -> builder.product(name))));
        return values;
    }

    private static Stream<String> names(Catalogue.Product product) {
        return Stream.concat(
                Stream.of(Language.values()).map(language -> product.names().in(language)), product.aliases().stream());
    }

    static List<DimensionValue> amounts(ServiceComparison comparison) {
        Set<BigDecimal> numbers = comparison.numbers(Amount.class, "value");
        List<DimensionValue> values = new ArrayList<>(List.of(new DimensionValue(ValueLabel.ABSENT, builder -> {})));
        Set<BigDecimal> around = BoundaryNumbers.around(numbers, new BigDecimal("0.0001"), BigDecimal.ZERO);
        if (around.isEmpty()) {
            around = Set.of(BigDecimal.ONE);
        }
        around.forEach(number -> values.add(
                new DimensionValue(BoundaryNumbers.label(number, numbers), builder -> builder.amount(number))));
        return values;
    }

    static List<DimensionValue> freeSupports(ServiceComparison comparison) {
        Set<BigDecimal> numbers = StatedQuota.ofContract(comparison);
        List<DimensionValue> values = new ArrayList<>(List.of(new DimensionValue(ValueLabel.ABSENT, builder -> {})));
        numbers.forEach(number -> values.add(new DimensionValue(
                ValueLabel.id(BoundaryNumbers.plain(number)),
                builder -> builder.freeRemoteSupportLimit(number.intValueExact()))));
        return values;
    }

    /** Purchases of the service itself, and of each special service that only one of the releases knows. */
    static List<DimensionValue> purchases(ServiceComparison comparison) {
        List<DimensionValue> values = new ArrayList<>(List.of(new DimensionValue(ValueLabel.ABSENT, builder -> {})));
        Set<String> bought = new LinkedHashSet<>(List.of(comparison.service()));
        comparison.ids(Domain.SERVICE).stream()
                .filter(id -> isSpecial(comparison.before(), id) != isSpecial(comparison.after(), id))
                .forEach(bought::add);
        bought.forEach(id ->
                values.add(new DimensionValue(ValueLabel.id(id), builder -> builder.specialServices(List.of(id)))));
        return values;
    }

    private static boolean isSpecial(ProgrammeRelease release, String id) {
        Catalogue.Service service = release.catalogue().services().get(id);
        return service != null && service.special();
    }

    static List<DimensionValue> starts(ServiceComparison comparison) {
        Set<BigDecimal> numbers = new TreeSet<>(comparison.numbers(Question.class, "leadDays"));
        comparison.stated(LeadTime.class).forEach(lead -> numbers.add(BigDecimal.valueOf(lead.days())));
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
