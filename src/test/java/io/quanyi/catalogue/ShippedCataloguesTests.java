package io.quanyi.catalogue;

import static io.quanyi.source.Written.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.quanyi.catalogue.Catalogue.Channel;
import io.quanyi.catalogue.Catalogue.OpeningHours;
import io.quanyi.catalogue.Catalogue.Product;
import io.quanyi.catalogue.Catalogue.Service;
import io.quanyi.facts.Domain;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A test for every entry of every catalogue that is shipped: a change of the product team's is held entry by entry. */
class ShippedCataloguesTests {

    private static final SourceTree RULES = SourceTree.ofFolder(Path.of("rules"));
    private static final Map<String, Catalogue> CATALOGUES = catalogues();
    private static final Readings READINGS = readings();

    /** How many programmes there are once none is missing any more. */
    private static final int PROGRAMMES = 6;

    private static final Set<Domain> IN_REQUESTS = Set.of(
            Domain.PRODUCT,
            Domain.DEPLOYMENT,
            Domain.SERVICE,
            Domain.CHANNEL,
            Domain.TOPIC,
            Domain.SEVERITY,
            Domain.ACTIVITY);

    @TestFactory
    Stream<DynamicTest> everyProductIsFoundByAnyOfItsNames() {
        return each(Catalogue::products, Product::id, (catalogue, product) -> {
            assertNamed(product.names());
            Stream<String> names = Stream.concat(Stream.of(product.id()), product.aliases().stream());
            assertThat(names.flatMap(name -> Stream.of(name, name.toUpperCase(Locale.ROOT), " " + name + " ")))
                    .allSatisfy(name -> assertThat(catalogue.product(name)).isEqualTo(product));
            for (Language language : Language.values()) {
                assertThat(catalogue.product(product.names().in(language))).isEqualTo(product);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> everyPlanHasNames() {
        return each(Catalogue::plans, Catalogue.Plan::id, (catalogue, plan) -> assertNamed(plan.names()));
    }

    @TestFactory
    Stream<DynamicTest> everyTopicHasNames() {
        return each(Catalogue::topics, Catalogue.Term::id, (catalogue, term) -> assertNamed(term.names()));
    }

    @TestFactory
    Stream<DynamicTest> everySeverityHasNames() {
        return each(Catalogue::severities, Catalogue.Term::id, (catalogue, term) -> assertNamed(term.names()));
    }

    @TestFactory
    Stream<DynamicTest> everyServiceStandsOnItsOwn() {
        return each(catalogue -> catalogue.services().values(), Service::id, (catalogue, service) -> {
            assertNamed(service.names());
            assertThat(service.activities()).extracting(Catalogue.Term::id).doesNotHaveDuplicates();
            service.activities().forEach(activity -> assertNamed(activity.names()));
            if (service.severity() != null) {
                assertThat(catalogue.ids(Domain.SEVERITY)).contains(service.severity());
            }
            assertThat(service.beyond())
                    .doesNotHaveDuplicates()
                    .allSatisfy(beyond -> assertThat(
                                    Objects.requireNonNull(catalogue.services().get(beyond))
                                            .special())
                            .isTrue());
        });
    }

    @TestFactory
    Stream<DynamicTest> everyWindowRestsOnReadingsThatExist() {
        return each(catalogue -> catalogue.windows().entrySet(), Map.Entry::getKey, (catalogue, entry) -> {
            OpeningHours hours = entry.getValue();
            assertNamed(hours.names());
            assertThat(hours.readings())
                    .doesNotHaveDuplicates()
                    .allSatisfy(reading -> assertThat(READINGS.reading(reading)).isNotNull());
        });
    }

    @TestFactory
    Stream<DynamicTest> everyChannelIsNamedAndOpenInAWindowThatExists() {
        return each(catalogue -> catalogue.channels().values(), Channel::id, (catalogue, channel) -> {
            assertNamed(channel.names());
            assertThat(channel.contact())
                    .satisfiesAnyOf(
                            none -> assertThat(none).isNull(),
                            contact -> assertThat(contact).isNotBlank());
            if (channel.window() != null) {
                assertThat(catalogue.windows()).containsKey(channel.window());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> everyOpeningIsOfAServiceForAProduct() {
        return each(Catalogue::openings, Object::toString, (catalogue, opening) -> {
            assertThat(catalogue.services()).containsKey(opening.service());
            assertThat(catalogue.ids(Domain.PRODUCT)).contains(opening.product());
            assertThat(catalogue.openings()).containsOnlyOnce(opening);
        });
    }

    @TestFactory
    Stream<DynamicTest> everyIdFromElsewhereIsNotHere() {
        return each(
                ShippedCataloguesTests::elsewhere,
                Object::toString,
                (catalogue, id) -> assertThat(catalogue.ids(id.domain())).doesNotContain(id.id()));
    }

    @TestFactory
    Stream<DynamicTest> everyIdFromElsewhereIsOfASibling() {
        return each(ShippedCataloguesTests::elsewhere, Object::toString, (catalogue, id) -> {
            assumeThat(programmes()).hasSizeGreaterThanOrEqualTo(PROGRAMMES);
            assertThat(CATALOGUES.values())
                    .anyMatch(sibling ->
                            Objects.requireNonNull(sibling.ids(id.domain())).contains(id.id()));
        });
    }

    @TestFactory
    Stream<DynamicTest> everyIdOfASiblingIsHereOrElsewhere() {
        return each(
                ShippedCataloguesTests::siblings,
                Object::toString,
                (catalogue, id) -> assertThat(Objects.requireNonNull(catalogue.ids(id.domain()))
                                        .contains(id.id())
                                || catalogue.isElsewhere(id.domain(), id.id()))
                        .isTrue());
    }

    @TestFactory
    Stream<DynamicTest> everyNameOfAProductFromElsewhereIsOfASibling() {
        return each(
                catalogue -> catalogue.siblingProductsByName().entrySet(),
                Map.Entry::getKey,
                (catalogue, named) -> assertThat(CATALOGUES.values())
                        .extracting(sibling -> sibling.product(named.getKey()))
                        .filteredOn(Objects::nonNull)
                        .isNotEmpty()
                        .allMatch(
                                product -> product.id().equals(named.getValue().id())));
    }

    @TestFactory
    Stream<DynamicTest> everyNameOfASiblingsProductIsHereOrElsewhere() {
        return each(ShippedCataloguesTests::namesOfSiblings, Map.Entry::getKey, (catalogue, named) -> {
            Product known = catalogue.product(named.getKey());
            assertThat(known == null ? catalogue.siblingProduct(named.getKey()) : known)
                    .extracting(Product::id)
                    .isEqualTo(named.getValue().id());
        });
    }

    @Test
    void thereIsACatalogue() {
        assertThat(CATALOGUES).isNotEmpty();
    }

    /** An id of a kind that requests name. */
    record Id(Domain domain, String id) {}

    private static List<Id> elsewhere(Catalogue catalogue) {
        return catalogue.elsewhere().entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(id -> new Id(entry.getKey(), id)))
                .toList();
    }

    /** The ids of other programmes; deployments are fixed for all. */
    private static List<Id> siblings(Catalogue catalogue) {
        return CATALOGUES.values().stream()
                .filter(sibling -> !sibling.equals(catalogue))
                .flatMap(sibling -> IN_REQUESTS.stream()
                        .filter(domain -> domain != Domain.DEPLOYMENT)
                        .flatMap(domain -> Objects.requireNonNull(sibling.ids(domain)).stream()
                                .map(id -> new Id(domain, id))))
                .distinct()
                .toList();
    }

    private static List<Map.Entry<String, Product>> namesOfSiblings(Catalogue catalogue) {
        return CATALOGUES.values().stream()
                .filter(sibling -> !sibling.equals(catalogue))
                .flatMap(sibling -> sibling.productsByName().entrySet().stream())
                .toList();
    }

    private static void assertNamed(BilingualText names) {
        assertThat(names.in(Language.CHINESE)).isNotBlank();
        assertThat(names.in(Language.ENGLISH)).isNotBlank().doesNotContainPattern("\\p{IsHan}");
    }

    private static <T> Stream<DynamicTest> each(
            Function<Catalogue, Collection<T>> entries, Function<T, String> name, BiConsumer<Catalogue, T> test) {
        return CATALOGUES.entrySet().stream()
                .flatMap(file -> entries.apply(file.getValue()).stream()
                        .map(entry -> DynamicTest.dynamicTest(
                                file.getKey() + " " + name.apply(entry), () -> test.accept(file.getValue(), entry))));
    }

    private static Set<String> programmes() {
        return CATALOGUES.keySet().stream()
                .map(path -> path.substring(0, path.indexOf('/')))
                .collect(Collectors.toSet());
    }

    private static Map<String, Catalogue> catalogues() {
        Map<String, Catalogue> catalogues = new TreeMap<>();
        Faults faults = new Faults();
        for (SourceFile file : RULES.under("")) {
            if (file.path().contains("/catalogue/")) {
                catalogues.put(
                        file.path(), Objects.requireNonNull(CatalogueReader.read(file, "any", faults), file.path()));
            }
        }
        assertThat(lines(faults)).isEmpty();
        return catalogues;
    }

    private static Readings readings() {
        SourceFile file = Objects.requireNonNull(RULES.file("readings.yaml"));
        return Objects.requireNonNull(Readings.read(file, new Faults()));
    }
}
