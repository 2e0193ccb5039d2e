package io.quanyi.catalogue;

import io.quanyi.facts.Domain;
import io.quanyi.servicetime.Window;
import io.quanyi.text.BilingualText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
 * @param ids the ids that rules and questions may name here, by domain
 * @param productsByName the products by every normalised way to write their names
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
        Map<Domain, Set<String>> elsewhere,
        Map<Domain, Set<String>> ids,
        Map<String, Product> productsByName) {

    /** A product, the family that rules may speak of it by (its own id, if it has none), and its other names. */
    public record Product(String id, String family, BilingualText names, List<String> aliases) {}

    /** A plan. */
    public record Plan(String id, BilingualText names) {}

    /** An id with its names. */
    public record Term(String id, BilingualText names) {}

    /**
     * A window.
     *
     * @param window the hours; null where they are not stated
     * @param names what it is called
     * @param calendar the calendar whose holidays matter to it; null where none do
     * @param announcements the calendar of announcements that says what holds on those holidays; null where it is closed on them
     * @param readings the readings that the definition rests on
     */
    public record OpeningHours(
            @Nullable Window window,
            BilingualText names,
            @Nullable String calendar,
            @Nullable String announcements,
            List<String> readings) {}

    /**
     * A way to reach services.
     *
     * @param contact a number or an address; null where the document has none
     * @param window the window's id, where the channel has hours of its own
     */
    public record Channel(
            String id,
            BilingualText names,
            @Nullable String contact,
            @Nullable String window) {}

    /**
     * A service.
     *
     * @param special whether it is sold apart from the plans
     * @param severity the severity of a question that names none
     * @param activities the parts of it that a question may name
     * @param beyond special services worth naming where this one is refused or used up
     * @param instead services worth naming while this one is closed
     */
    public record Service(
            String id,
            BilingualText names,
            boolean special,
            @Nullable String severity,
            List<Term> activities,
            List<String> beyond,
            List<String> instead) {}

    /** An announced opening of a service for a product. */
    public record Opening(String service, String product) {}

    /** The same with a service announced to be open to these products, and no others. */
    public Catalogue withOpenings(String service, List<String> open) {
        Stream<Opening> others =
                openings.stream().filter(opening -> !opening.service().equals(service));
        Stream<Opening> announced = open.stream().map(product -> new Opening(service, product));
        return new Catalogue(
                version,
                products,
                deployments,
                plans,
                topics,
                severities,
                windows,
                channels,
                services,
                Stream.concat(others, announced).toList(),
                elsewhere,
                ids,
                productsByName);
    }

    /** Whether another version says the same throughout. */
    public boolean sellsTheSameAs(Catalogue other) {
        return equals(other.named(version));
    }

    private Catalogue named(String other) {
        return new Catalogue(
                other,
                products,
                deployments,
                plans,
                topics,
                severities,
                windows,
                channels,
                services,
                openings,
                elsewhere,
                ids,
                productsByName);
    }

    /** The product of an id or of any way of writing one of its names. */
    public @Nullable Product product(String written) {
        Product byId = productsByName.get(written);
        return byId == null ? productsByName.get(ProductNames.normalised(written)) : byId;
    }

    /** The plan of an id. */
    public @Nullable Plan plan(String id) {
        return plans.stream().filter(plan -> plan.id().equals(id)).findFirst().orElse(null);
    }

    /** Whether the id belongs to a sibling programme. */
    public boolean isElsewhere(Domain domain, String id) {
        return elsewhere.getOrDefault(domain, Set.of()).contains(id);
    }

    /** The ids of a domain that rules and questions of this programme may name; null where the catalogue has no say in it. */
    public @Nullable Set<String> ids(Domain domain) {
        Set<String> listed = ids.get(domain);
        return listed == null ? domain.fixed() : listed;
    }
}
