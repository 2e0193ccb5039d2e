package io.quanyi.catalogue;

import io.quanyi.facts.Domain;
import io.quanyi.servicetime.Window;
import io.quanyi.text.Names;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One version of what a programme sells. Everything in it is known to exist: a reference to something unlisted does not load.
 *
 * @param version the version's name, a date
 * @param products in the order of the file, as are all the lists
 * @param deployments the kinds of deployment that the programme is for
 * @param plans the lowest first
 * @param topics the kinds of issue that have a meaning here
 * @param severities the severities that have a meaning here
 * @param windows by id
 * @param channels by id
 * @param services by id, in the order in which a sheet shows them
 * @param openings what the vendor has announced to be open
 * @param elsewhere the ids that mean something in sibling programmes, by domain
 */
public record Catalogue(
        String version,
        List<Product> products,
        Set<String> deployments,
        List<Plan> plans,
        List<Term> topics,
        List<Term> severities,
        Map<String, OpeningHours> windows,
        Map<String, Channel> channels,
        Map<String, Service> services,
        List<Opening> openings,
        Map<Domain, Set<String>> elsewhere) {

    /** A product, the family that rules may speak of it by (its own id, if it has none), and its other names. */
    public record Product(String id, String family, Names names, List<String> aliases) {}

    /** A plan. */
    public record Plan(String id, Names names) {}

    /** An id with its names. */
    public record Term(String id, Names names) {}

    /**
     * A window.
     *
     * @param window the hours
     * @param names what it is called
     * @param calendar the calendar on whose holidays it is closed; null where holidays do not matter
     * @param readings the readings that the definition rests on
     */
    public record OpeningHours(Window window, Names names, @Nullable String calendar, List<String> readings) {}

    /**
     * A way to reach services.
     *
     * @param contact a number or an address; null where the document has none
     * @param window the window's id, where the channel has hours of its own
     */
    public record Channel(String id, Names names, @Nullable String contact, @Nullable String window) {}

    /**
     * A service.
     *
     * @param special whether it is sold apart from the plans
     * @param severity the severity of a question that names none
     * @param activities the parts of it that a question may name
     * @param beyond special services worth naming where this one is refused or used up
     */
    public record Service(
            String id,
            Names names,
            boolean special,
            @Nullable String severity,
            List<Term> activities,
            List<String> beyond) {}

    /** An announced opening of a service for a product. */
    public record Opening(String service, String product) {}

    /** The product of an id or of any way of writing one of its names. */
    public @Nullable Product product(String written) {
        String key = ProductNames.normalised(written);
        return products.stream()
                .filter(product -> ProductNames.of(product).contains(key))
                .findFirst()
                .orElse(null);
    }

    /** The plan of an id. */
    public @Nullable Plan plan(String id) {
        return plans.stream().filter(plan -> plan.id().equals(id)).findFirst().orElse(null);
    }

    /** Whether the id belongs to a sibling programme. */
    public boolean isElsewhere(Domain domain, String id) {
        return elsewhere.getOrDefault(domain, Set.of()).contains(id);
    }

    /** The ids of a domain that rules of this programme may name; null where the catalogue has no say in it. */
    public @Nullable Set<String> ids(Domain domain) {
        return switch (domain) {
            case SERVICE -> services.keySet();
            case CHANNEL -> channels.keySet();
            case WINDOW -> windows.keySet();
            case PLAN -> idsOf(plans, Plan::id);
            case TOPIC -> idsOf(topics, Term::id);
            case SEVERITY -> idsOf(severities, Term::id);
            case PRODUCT -> idsOf(products, Product::id);
            case FAMILY -> idsOf(products, Product::family);
            case ACTIVITY -> activities();
            case DEPLOYMENT -> deployments;
            default -> domain.fixed();
        };
    }

    private Set<String> activities() {
        return services.values().stream()
                .flatMap(service -> service.activities().stream())
                .map(Term::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <T> Set<String> idsOf(List<T> entries, Function<T, String> id) {
        return entries.stream()
                .collect(Collectors.toMap(id, id, (a, b) -> a, LinkedHashMap::new))
                .keySet();
    }
}
