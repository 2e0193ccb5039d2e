package io.quanyi.catalogue;

import io.quanyi.catalogue.CatalogueDocument.ChannelEntry;
import io.quanyi.catalogue.CatalogueDocument.Elsewhere;
import io.quanyi.catalogue.CatalogueDocument.GroupEntry;
import io.quanyi.catalogue.CatalogueDocument.MeasureEntry;
import io.quanyi.catalogue.CatalogueDocument.ProductEntry;
import io.quanyi.catalogue.CatalogueDocument.ServiceEntry;
import io.quanyi.catalogue.CatalogueDocument.TermEntry;
import io.quanyi.catalogue.CatalogueDocument.WindowEntry;
import io.quanyi.facts.Domain;
import io.quanyi.servicetime.Window;
import io.quanyi.source.Faults;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.RecordForm;
import io.quanyi.source.SourceFile;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import io.quanyi.source.YamlReader;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a catalogue file, resolves its references and reports all faults. */
public final class CatalogueReader {

    private final Tree tree;
    private final Faults faults;

    private CatalogueReader(Tree tree, Faults faults) {
        this.tree = tree;
        this.faults = faults;
    }

    /** The members of a catalogue file. */
    public static List<RecordForm.Member> form() {
        return RecordForm.of(CatalogueDocument.class);
    }

    /** Reads one version; null, with the faults added, if it has faults. */
    public static @Nullable Catalogue read(SourceFile source, String version, Faults faults) {
        int before = faults.count();
        Tree tree = YamlReader.read(source, faults);
        CatalogueDocument document =
                tree == null ? null : new RecordBinder(faults, languages(tree)).bind(tree, CatalogueDocument.class);
        Catalogue catalogue =
                tree == null || document == null ? null : new CatalogueReader(tree, faults).resolve(document, version);
        return faults.count() == before ? catalogue : null;
    }

    /** The languages that a catalogue states, in which each name of it must be; both where it states none, or cannot be read. */
    public static Set<Language> languages(SourceFile source) {
        Tree tree = YamlReader.read(source, new Faults());
        return tree == null ? EnumSet.allOf(Language.class) : languages(tree);
    }

    private static Set<Language> languages(Tree catalogue) {
        if (!(catalogue instanceof Obj object) || !(object.members().get("languages") instanceof Arr stated)) {
            return EnumSet.allOf(Language.class);
        }
        return Arrays.stream(Language.values())
                .filter(language -> stated.items().stream()
                        .anyMatch(
                                item -> item instanceof Scalar tag && tag.text().equals(language.tag())))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Language.class)));
    }

    private Catalogue resolve(CatalogueDocument document, String version) {
        List<Catalogue.Product> products =
                document.products().stream().map(CatalogueReader::product).toList();
        List<Catalogue.Term> families = terms(document.families());
        List<Catalogue.Plan> plans = document.plans().stream()
                .map(plan -> new Catalogue.Plan(plan.id(), plan.names()))
                .toList();
        List<Catalogue.Term> topics = terms(document.topics());
        List<Catalogue.Term> severities = terms(document.severities());
        Map<String, Catalogue.Measure> measures =
                byId(orEmpty(document.measures()), MeasureEntry::id, CatalogueReader::measure);
        Map<String, Catalogue.OpeningHours> windows = byId(document.windows(), WindowEntry::id, this::window);
        Map<String, Catalogue.Channel> channels = byId(document.channels(), ChannelEntry::id, CatalogueReader::channel);
        Map<String, Catalogue.Service> services = byId(document.services(), ServiceEntry::id, CatalogueReader::service);
        Map<String, Catalogue.ServiceGroup> groups =
                byId(orEmpty(document.groups()), GroupEntry::id, CatalogueReader::group);
        Set<String> deployments = unmodifiable(document.deployments().stream());
        Map<Domain, Map<String, BilingualText>> codes = DeclaredCodes.of(orEmpty(document.codes()));
        Map<Domain, Set<String>> ids = new EnumMap<>(Domain.class);
        codes.forEach((kind, names) -> ids.put(kind, DeclaredCodes.withBuiltIn(kind, names.keySet())));
        ids.put(Domain.SERVICE, services.keySet());
        ids.put(Domain.SERVICE_GROUP, groups.keySet());
        ids.put(Domain.CHANNEL, channels.keySet());
        ids.put(Domain.MEASURE, measures.keySet());
        ids.put(
                Domain.MEASURE_VALUE,
                unmodifiable(measures.values().stream()
                        .flatMap(measure -> measure.values().stream())
                        .map(Catalogue.Term::id)));
        ids.put(Domain.WINDOW, windows.keySet());
        ids.put(Domain.DEPLOYMENT, deployments);
        ids.put(Domain.PLAN, unmodifiable(plans.stream().map(Catalogue.Plan::id)));
        ids.put(Domain.TOPIC, unmodifiable(topics.stream().map(Catalogue.Term::id)));
        ids.put(Domain.SEVERITY, unmodifiable(severities.stream().map(Catalogue.Term::id)));
        ids.put(Domain.PRODUCT, unmodifiable(products.stream().map(Catalogue.Product::id)));
        ids.put(
                Domain.FAMILY,
                unmodifiable(Stream.concat(
                        products.stream().map(Catalogue.Product::family),
                        families.stream().map(Catalogue.Term::id))));
        ids.put(Domain.ACTIVITY, unmodifiable(activities(services)));
        Catalogue catalogue = new Catalogue(
                version,
                languages(tree),
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
                orEmpty(document.openings()).stream()
                        .map(entry -> new Catalogue.Opening(entry.service(), entry.product()))
                        .toList(),
                elsewhere(document.elsewhere()),
                ids,
                ProductNames.index(products),
                ProductNames.index(siblingProducts(document.elsewhere())),
                new EntryPlaces(tree));
        CatalogueReferences.check(tree, catalogue, faults);
        return catalogue;
    }

    private static Set<String> unmodifiable(Stream<String> ids) {
        Set<String> inOrder = ids.collect(Collectors.toCollection(LinkedHashSet::new));
        return Collections.unmodifiableSet(inOrder);
    }

    private static Stream<String> activities(Map<String, Catalogue.Service> services) {
        return services.values().stream()
                .flatMap(service -> service.activities().stream())
                .map(Catalogue.Term::id);
    }

    private static Catalogue.Channel channel(ChannelEntry entry) {
        return new Catalogue.Channel(entry.id(), entry.names(), entry.contact(), entry.window());
    }

    private static Catalogue.Measure measure(MeasureEntry entry) {
        return new Catalogue.Measure(
                entry.id(), entry.names(), MeasureKind.of(entry.kind()), entry.of(), terms(entry.values()));
    }

    private static Catalogue.Product product(ProductEntry entry) {
        String family = entry.family() == null ? entry.id() : entry.family();
        return new Catalogue.Product(entry.id(), family, entry.names(), orEmpty(entry.aliases()));
    }

    private static Catalogue.Service service(ServiceEntry entry) {
        return new Catalogue.Service(
                entry.id(),
                entry.names(),
                entry.kind().equals("special"),
                entry.severity(),
                terms(entry.activities()),
                orEmpty(entry.beyond()),
                orEmpty(entry.instead()));
    }

    private static Catalogue.ServiceGroup group(GroupEntry entry) {
        return new Catalogue.ServiceGroup(entry.id(), entry.names(), unmodifiable(entry.services().stream()));
    }

    private Catalogue.OpeningHours window(WindowEntry entry) {
        Window window = entry.week() == null ? null : Weeks.window(entry, faults);
        return new Catalogue.OpeningHours(
                window, entry.names(), entry.calendar(), entry.announcements(), orEmpty(entry.readings()));
    }

    private static List<Catalogue.Term> terms(@Nullable List<TermEntry> entries) {
        return orEmpty(entries).stream()
                .map(entry -> new Catalogue.Term(entry.id(), entry.names()))
                .toList();
    }

    /** The products of siblings; one without names is called by its id. */
    private static List<Catalogue.Product> siblingProducts(@Nullable Elsewhere entry) {
        return entry == null
                ? List.of()
                : orEmpty(entry.products()).stream()
                        .map(product -> new Catalogue.Product(
                                product.id(),
                                product.id(),
                                product.names() == null ? BilingualText.same(product.id()) : product.names(),
                                orEmpty(product.aliases())))
                        .toList();
    }

    private static Map<Domain, Set<String>> elsewhere(@Nullable Elsewhere entry) {
        Map<Domain, Set<String>> elsewhere = new EnumMap<>(Domain.class);
        if (entry != null) {
            elsewhere.put(
                    Domain.PRODUCT, unmodifiable(siblingProducts(entry).stream().map(Catalogue.Product::id)));
            elsewhere.put(Domain.DEPLOYMENT, Set.copyOf(orEmpty(entry.deployments())));
            elsewhere.put(Domain.SERVICE, Set.copyOf(orEmpty(entry.services())));
            elsewhere.put(Domain.CHANNEL, Set.copyOf(orEmpty(entry.channels())));
            elsewhere.put(Domain.TOPIC, Set.copyOf(orEmpty(entry.topics())));
            elsewhere.put(Domain.SEVERITY, Set.copyOf(orEmpty(entry.severities())));
            elsewhere.put(Domain.ACTIVITY, Set.copyOf(orEmpty(entry.activities())));
        }
        return elsewhere;
    }

    private <E, V> Map<String, V> byId(List<E> entries, Function<E, String> id, Function<E, @Nullable V> value) {
        Map<String, V> byId = new LinkedHashMap<>();
        for (E entry : entries) {
            V made = value.apply(entry);
            if (made != null) {
                byId.put(id.apply(entry), made);
            }
        }
        return Collections.unmodifiableMap(byId);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
