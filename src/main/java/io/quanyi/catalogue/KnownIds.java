package io.quanyi.catalogue;

import io.quanyi.facts.Domain;
import io.quanyi.text.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The ids that a member of a request may have in a programme, as refusals list them. */
public final class KnownIds {

    private static final Set<Domain> STANDARDISED = Set.of(Domain.REGION, Domain.CURRENCY);

    private KnownIds() {}

    /** The ids of a domain, in the order of the catalogue; those of products with their names; none for codes of a standard. */
    public static List<String> of(Catalogue catalogue, Domain domain) {
        if (STANDARDISED.contains(domain)) {
            return List.of();
        }
        if (domain == Domain.PRODUCT) {
            return products(catalogue);
        }
        Set<String> ids = catalogue.ids(domain);
        return ids == null ? List.of() : List.copyOf(ids);
    }

    /** The ids of the activities of a service; of all services if it has none or is not sold here. */
    public static List<String> activities(Catalogue catalogue, String service) {
        Catalogue.Service known = catalogue.services().get(service);
        return known == null || known.activities().isEmpty()
                ? of(catalogue, Domain.ACTIVITY)
                : known.activities().stream().map(Catalogue.Term::id).toList();
    }

    /** The ids that the measure at a JSON pointer may have; none of another measure, and where there is none. */
    public static List<String> ofMeasure(Catalogue catalogue, String pointer) {
        Catalogue.Measure measure = catalogue.measureAt(pointer);
        return measure == null ? List.of() : List.copyOf(catalogue.valuesOf(measure.id()));
    }

    /** The ids of the services that are sold separately. */
    public static List<String> specialServices(Catalogue catalogue) {
        return catalogue.services().values().stream()
                .filter(Catalogue.Service::special)
                .map(Catalogue.Service::id)
                .toList();
    }

    /** All ids, then all names and aliases. */
    private static List<String> products(Catalogue catalogue) {
        List<Catalogue.Product> products = catalogue.products();
        return Stream.concat(
                        products.stream().map(Catalogue.Product::id),
                        products.stream().flatMap(KnownIds::names))
                .distinct()
                .toList();
    }

    private static Stream<String> names(Catalogue.Product product) {
        Stream<String> names =
                Arrays.stream(Language.values()).map(language -> product.names().in(language));
        return Stream.concat(names, product.aliases().stream());
    }
}
