package io.quanyi.catalogue;

import io.quanyi.facts.Domain;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Kind;
import io.quanyi.source.Tree.Scalar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks the ids, names and references of a catalogue where they are written, so that each fault has its line and column. */
final class CatalogueReferences {

    private static final String EACH = "*";
    private static final List<String> LISTS = List.of(
            "products",
            "families",
            "plans",
            "topics",
            "severities",
            "measures",
            "codes",
            "windows",
            "channels",
            "services",
            "groups");
    private static final String[] PRODUCTS = {"products", EACH};
    private static final String[] SIBLING_PRODUCTS = {"elsewhere", "products", EACH};
    private static final Map<String, Domain> ELSEWHERE = Map.of(
            "deployments", Domain.DEPLOYMENT,
            "services", Domain.SERVICE,
            "channels", Domain.CHANNEL,
            "topics", Domain.TOPIC,
            "severities", Domain.SEVERITY,
            "activities", Domain.ACTIVITY);

    private final Tree document;
    private final Catalogue catalogue;
    private final Faults faults;

    private CatalogueReferences(Tree document, Catalogue catalogue, Faults faults) {
        this.document = document;
        this.catalogue = catalogue;
        this.faults = faults;
    }

    /** Checks a catalogue whose members have the right form. */
    static void check(Tree document, Catalogue catalogue, Faults faults) {
        CatalogueReferences references = new CatalogueReferences(document, catalogue, faults);
        references.refuseNoPlans();
        references.refuseDuplicates();
        DeclaredCodes.check(document, faults);
        references.refuseSharedNames(PRODUCTS);
        references.refuseSharedNames(SIBLING_PRODUCTS);
        references.refuseTwoNames();
        references.refuseLooseEnds();
        references.refuseForeignIds();
        references.refuseForeignNames();
    }

    /** Every request names a plan: without one nothing could be decided. */
    private void refuseNoPlans() {
        if (catalogue.plans().isEmpty()) {
            trees(document, "plans").forEach(plans -> refuse(plans.position(), "plans-empty"));
        }
    }

    private void refuseDuplicates() {
        LISTS.forEach(list -> refuseDuplicates(scalars(document, list, EACH, "id")));
        refuseDuplicates(scalars(document, "deployments", EACH));
        refuseDuplicates(trees(document, SIBLING_PRODUCTS)
                .flatMap(CatalogueReferences::id)
                .toList());
        trees(document, "services", EACH)
                .forEach(service -> refuseDuplicates(scalars(service, "activities", EACH, "id")));
        trees(document, "groups", EACH).forEach(group -> refuseDuplicates(scalars(group, "services", EACH)));
        trees(document, "measures", EACH).forEach(measure -> refuseDuplicates(scalars(measure, "values", EACH, "id")));
    }

    /** Refuses an id with other names than another measure gives it: an id has one name, wherever it stands. */
    private void refuseTwoNames() {
        Map<String, Catalogue.Term> first = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (Catalogue.Measure measure : catalogue.measures().values()) {
            Map<String, Catalogue.Term> own = new HashMap<>();
            measure.values().forEach(value -> own.putIfAbsent(value.id(), value));
            own.values().stream()
                    .filter(value -> !value.equals(first.computeIfAbsent(value.id(), id -> value)))
                    .forEach(value -> twice.add(value.id()));
        }
        scalars(document, "measures", EACH, "values", EACH, "id").stream()
                .filter(id -> twice.contains(id.text()))
                .skip(1)
                .forEach(id -> refuse(id.position(), "measure-value-named-twice", id.text()));
    }

    private void refuseDuplicates(List<Scalar> ids) {
        Set<String> seen = new HashSet<>();
        ids.stream().filter(id -> !seen.add(id.text())).forEach(id -> refuse(id.position(), "duplicate-id", id.text()));
    }

    /** Refuses a name that two of the products have, however it is written. */
    private void refuseSharedNames(String... products) {
        Map<String, Tree> owners = new HashMap<>();
        trees(document, products)
                .forEach(product -> names(product).forEach(name -> {
                    String normalised = ProductNames.normalised(name.text());
                    Tree owner = owners.putIfAbsent(normalised, product);
                    if (normalised.isEmpty()) {
                        refuse(name.position(), "product-name-empty", name.text());
                    } else if (owner != null && owner != product) {
                        refuse(name.position(), "alias-of-two-products", normalised);
                    }
                }));
    }

    private static Stream<Scalar> names(Tree product) {
        return Stream.of(
                        id(product),
                        scalars(product, "names", EACH).stream(),
                        scalars(product, "aliases", EACH).stream())
                .flatMap(Function.identity());
    }

    /** The id of a product, which may stand alone for one of a sibling. */
    private static Stream<Scalar> id(Tree product) {
        return Stream.concat(scalars(product).stream(), scalars(product, "id").stream());
    }

    private void refuseLooseEnds() {
        if (!catalogue.families().isEmpty()) {
            Set<String> declared = catalogue.families().stream()
                    .map(Catalogue.Term::id)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            refuseUnknown(Domain.FAMILY, declared, "products", EACH, "family");
        }
        refuseUnknown(
                Domain.DEPLOYMENT,
                DeclaredCodes.withBuiltIn(
                        Domain.DEPLOYMENT,
                        catalogue
                                .codes()
                                .getOrDefault(Domain.DEPLOYMENT, Map.of())
                                .keySet()),
                "deployments",
                EACH);
        refuseUnknown(Domain.WINDOW, "channels", EACH, "window");
        refuseUnknown(Domain.SEVERITY, "services", EACH, "severity");
        refuseUnknown(Domain.SERVICE, "services", EACH, "beyond", EACH);
        refuseUnknown(Domain.SERVICE, "services", EACH, "instead", EACH);
        refuseUnknown(Domain.SERVICE, "groups", EACH, "services", EACH);
        refuseUnknown(Domain.SERVICE, "openings", EACH, "service");
        refuseUnknown(Domain.PRODUCT, "openings", EACH, "product");
        trees(document, "groups", EACH)
                .filter(group -> scalars(group, "services", EACH).isEmpty())
                .forEach(group -> scalars(group, "id").forEach(id -> refuse(id.position(), "group-empty", id.text())));
    }

    private void refuseUnknown(Domain domain, String... path) {
        refuseUnknown(domain, catalogue.ids(domain), path);
    }

    private void refuseUnknown(Domain domain, @Nullable Set<String> known, String... path) {
        scalars(document, path).stream()
                .filter(id -> known != null && !known.contains(id.text()))
                .forEach(id -> refuse(
                        id.position(),
                        "unknown-reference",
                        Fault.text(domain.textCode()),
                        id.text(),
                        Fault.list(known == null ? Set.of() : known)));
    }

    private void refuseForeignIds() {
        ELSEWHERE.forEach((member, domain) -> {
            Set<String> here = catalogue.ids(domain);
            scalars(document, "elsewhere", member, EACH).stream()
                    .filter(id -> here != null && here.contains(id.text()))
                    .forEach(id ->
                            refuse(id.position(), "here-and-elsewhere", Fault.text(domain.textCode()), id.text()));
        });
    }

    /** Refuses a name of a sibling's product that one of this programme has, however it is written. */
    private void refuseForeignNames() {
        trees(document, SIBLING_PRODUCTS)
                .flatMap(CatalogueReferences::names)
                .filter(name -> catalogue.product(name.text()) != null)
                .forEach(name -> refuse(
                        name.position(), "here-and-elsewhere", Fault.text(Domain.PRODUCT.textCode()), name.text()));
    }

    private void refuse(Position place, String code, Object... arguments) {
        faults.add(Fault.at(place, code, arguments));
    }

    /** The values at a path of member names, in which {@code *} is every item or member. */
    static List<Scalar> scalars(Tree from, String... path) {
        return trees(from, path)
                .filter(Scalar.class::isInstance)
                .map(Scalar.class::cast)
                .filter(scalar -> scalar.kind() != Kind.NULL)
                .toList();
    }

    static Stream<Tree> trees(Tree from, String... path) {
        Stream<Tree> found = Stream.of(from);
        for (String step : path) {
            found = found.flatMap(tree -> below(tree, step));
        }
        return found;
    }

    private static Stream<Tree> below(Tree tree, String step) {
        if (tree instanceof Tree.Arr list) {
            return step.equals(EACH) ? list.items().stream() : Stream.empty();
        }
        if (tree instanceof Tree.Obj object) {
            return step.equals(EACH)
                    ? object.members().values().stream()
                    : Stream.ofNullable(object.members().get(step));
        }
        return Stream.empty();
    }
}
