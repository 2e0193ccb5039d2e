package io.quanyi.catalogue;

import io.quanyi.facts.Domain;
import io.quanyi.servicetime.Window;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version of the catalogue of a programme. All references in it are resolved; a file with a reference to an unlisted id does not load.
 *
 * @param version the name of the version, a date
 * @param products the products, in the order of the file, like all lists
 * @param families the families with names; empty where the catalogue declares none, and each product states its family as a mere id
 * @param deployments the kinds of deployment that the programme covers
 * @param plans the plans, the lowest first
 * @param topics the kinds of issue that the programme uses
 * @param severities the severities that the programme uses
 * @param codes the names of the codes that the catalogue declares, by id, by kind; those that every programme has are not among them
 * @param measures the facts of the vendor's own that requests may state, by id
 * @param windows the windows, by id
 * @param channels the channels, by id
 * @param services the services, by id, in the order of a sheet
 * @param groups the groups of services that rules may name, by id
 * @param openings the announced openings
 * @param elsewhere the ids that sibling programmes use, by domain
 * @param ids the ids that rules and questions may name, by domain
 * @param productsByName the products, by each normalised name
 * @param siblingProductsByName the products of sibling programmes, by each normalised name
 * @param places where the entries are written
 */
public record Catalogue(
        String version,
        Set<Language> languages,
        List<Product> products,
        List<Term> families,
        Set<String> deployments,
        List<Plan> plans,
        List<Term> topics,
        List<Term> severities,
        Map<Domain, Map<String, BilingualText>> codes,
        Map<String, Measure> measures,
        Map<String, OpeningHours> windows,
        Map<String, Channel> channels,
        Map<String, Service> services,
        Map<String, ServiceGroup> groups,
        List<Opening> openings,
        Map<Domain, Set<String>> elsewhere,
        Map<Domain, Set<String>> ids,
        Map<String, Product> productsByName,
        Map<String, Product> siblingProductsByName,
        EntryPlaces places) {

    private static final Set<Domain> CODE_KINDS = Collections.unmodifiableSet(EnumSet.of(
            Domain.DENIAL,
            Domain.REFERRAL,
            Domain.SALE,
            Domain.CONDITION,
            Domain.DEPLOYMENT,
            Domain.DELIVERER,
            Domain.SEAT,
            Domain.PRIORITY,
            Domain.LANGUAGE,
            Domain.FULFILMENT,
            Domain.SHARE_OF));

    /** A product with its other names, and the family by which rules may name it; the id of the product if it has no family. */
    public record Product(String id, String family, BilingualText names, List<String> aliases) {}

    /** A plan. */
    public record Plan(String id, BilingualText names) {}

    /** An id with its names. */
    public record Term(String id, BilingualText names) {}

    /**
     * A window of the catalogue.
     *
     * @param window the hours; null if they are not stated
     * @param names the names
     * @param calendar the calendar whose holidays apply; null if none apply
     * @param announcements the calendar that announces the hours on those holidays; null if the window is closed on them
     * @param readings the readings on which the definition rests
     */
    public record OpeningHours(
            @Nullable Window window,
            BilingualText names,
            @Nullable String calendar,
            @Nullable String announcements,
            List<String> readings) {}

    /**
     * A channel by which services can be reached.
     *
     * @param contact a number or an address; null if the document has none
     * @param window the id of the window of the channel; null if it has no hours of its own
     */
    public record Channel(
            String id,
            BilingualText names,
            @Nullable String contact,
            @Nullable String window) {}

    /**
     * A service.
     *
     * @param special whether it is sold separately from the plans
     * @param severity the severity of a question without one
     * @param activities the parts that a question may name
     * @param beyond special services to suggest if this one is denied or used up
     * @param instead services to suggest while this one is closed or denied
     */
    public record Service(
            String id,
            BilingualText names,
            boolean special,
            @Nullable String severity,
            List<Term> activities,
            List<String> beyond,
            List<String> instead) {}

    /**
     * A group of services about which rules say the same.
     *
     * @param services the ids of the services, in the order of the file
     */
    public record ServiceGroup(String id, BilingualText names, Set<String> services) {}

    /** The measure that a request states at a JSON pointer; null if the pointer is that of another member. */
    public @Nullable Measure measureAt(String pointer) {
        for (Measure measure : measures.values()) {
            if (measure.pointer().equals(pointer)) {
                return measure;
            }
        }
        return null;
    }

    /** The ids that the measure with an id may have; none of a measure of another kind, and of an unknown one. */
    public Set<String> valuesOf(String measure) {
        Measure declared = measures.get(measure);
        return declared == null
                ? Set.of()
                : declared.values().stream().map(Term::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * A fact of the vendor's own that requests may state.
     *
     * @param kind the kind of its values
     * @param of the part of a request that has it: {@code subscription} or {@code question}
     * @param values the ids of which it may have one; empty for another kind than ids
     */
    public record Measure(String id, BilingualText names, MeasureKind kind, String of, List<Term> values) {

        /** The parts of a request that may state a measure. */
        public static final List<String> PARTS = List.of("subscription", "question");

        /** The member of a request that states it, as a JSON pointer. */
        public String pointer() {
            return "/" + of + "/measures/" + id;
        }
    }

    /** An announced opening of a service for a product. */
    public record Opening(String service, String product) {}

    /** The same catalogue with a service announced as available for exactly the given products. */
    public Catalogue withOpenings(String service, List<String> open) {
        Stream<Opening> others =
                openings.stream().filter(opening -> !opening.service().equals(service));
        Stream<Opening> announced = open.stream().map(product -> new Opening(service, product));
        return with(version, Stream.concat(others, announced).toList());
    }

    /** The plan with the most services; plans are listed from the lowest to the highest. */
    public Plan highestPlan() {
        return plans.get(plans.size() - 1);
    }

    /** Whether another version is equal but for its name. */
    public boolean sellsTheSameAs(Catalogue other) {
        return equals(other.with(version, other.openings));
    }

    private Catalogue with(String name, List<Opening> stated) {
        return new Catalogue(
                name,
                languages,
                products,
                families,
                deployments,
                plans,
                topics,
                severities,
                codes,
                measures,
                windows,
                channels,
                services,
                groups,
                stated,
                elsewhere,
                ids,
                productsByName,
                siblingProductsByName,
                places);
    }

    /** The product with an id, name or alias in any spelling; null if there is none. */
    public @Nullable Product product(String written) {
        Product byId = productsByName.get(written);
        return byId == null ? productsByName.get(ProductNames.normalised(written)) : byId;
    }

    /** The plan with an id; null if there is none. */
    public @Nullable Plan plan(String id) {
        for (Plan plan : plans) {
            if (plan.id().equals(id)) {
                return plan;
            }
        }
        return null;
    }

    /** The kinds of codes that a catalogue may declare; of other kinds the service has to know what an id means. */
    public static Set<Domain> codeKinds() {
        return CODE_KINDS;
    }

    /** The names of a declared code; null if the catalogue declares none of the kind with the id. */
    public @Nullable BilingualText codeNames(Domain kind, String id) {
        Map<String, BilingualText> declared = codes.get(kind);
        return declared == null ? null : declared.get(id);
    }

    /** The services of a group; empty for an unknown group. */
    public Set<String> servicesOf(String group) {
        ServiceGroup listed = groups.get(group);
        return listed == null ? Set.of() : listed.services();
    }

    /** Whether a sibling programme uses the id. */
    public boolean isElsewhere(Domain domain, String id) {
        return elsewhere.getOrDefault(domain, Set.of()).contains(id);
    }

    /** The product of a sibling programme with an id, name or alias in any spelling; null if there is none. */
    public @Nullable Product siblingProduct(String written) {
        return siblingProductsByName.get(ProductNames.normalised(written));
    }

    /** The ids of a domain that rules and questions of this programme may name; null if the catalogue does not list them. */
    public @Nullable Set<String> ids(Domain domain) {
        Set<String> listed = ids.get(domain);
        return listed == null ? domain.fixed() : listed;
    }
}
