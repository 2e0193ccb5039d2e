package io.quanyi.decision.needs;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.catalogue.KnownIds;
import io.quanyi.catalogue.MeasureKind;
import io.quanyi.decision.customer.CustomerRequest;
import io.quanyi.facts.Absent;
import io.quanyi.facts.Domain;
import io.quanyi.facts.Fact;
import io.quanyi.facts.Of;
import io.quanyi.source.RecordForm;
import io.quanyi.source.RecordForm.Content;
import io.quanyi.source.RecordForm.Member;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The members that a request may have, with the kinds of ids that they hold. */
public final class RequestMembers {

    private static final Pattern INDEX = Pattern.compile("/\\d+(?=/|$)");

    /** The members of a request about one subscription, in their order; those of a list have a path with {@code []}. */
    static final List<Member> ALL = RecordForm.of(CustomerRequest.class).stream()
            .filter(member -> !member.path().startsWith("subscriptions"))
            .toList();

    private static final Pattern MEASURE = Pattern.compile("(/(?:subscription|question)/measures)/(.+)");

    private static final String SERVICE = "/question/service";
    private static final String SPECIAL_SERVICES = "/subscription/specialServices";

    /** The members that hold ids and supply no field of a fact as they are. */
    private static final Map<String, Domain> OTHERS = Map.of(
            SERVICE,
            Domain.SERVICE,
            "/subscription/plan",
            Domain.PLAN,
            SPECIAL_SERVICES,
            Domain.SERVICE,
            "/subscription/usage/service",
            Domain.SERVICE,
            "/subscription/contract/terms/service",
            Domain.SERVICE,
            "/subscription/contract/terms/effect",
            Domain.EFFECT,
            "/subscription/contract/terms/severity",
            Domain.SEVERITY,
            "/subscription/contract/terms/window",
            Domain.WINDOW,
            "/subscription/contract/terms/channel",
            Domain.CHANNEL,
            "/subscription/contract/terms/currency",
            Domain.CURRENCY);

    private static final Map<String, Domain> DOMAINS = domains();

    private RequestMembers() {}

    /** The pointer of a member; that of a member in a list leaves out the place in the list. */
    static String pointer(Member member) {
        return "/" + member.path().replace("[]", "").replace('.', '/');
    }

    /** The member at a pointer; for a measure, the member that has all of them. */
    static Member at(String pointer) {
        String whole = MEASURE.matcher(pointer).replaceFirst("$1");
        return ALL.stream()
                .filter(member -> pointer(member).equals(whole))
                .findFirst()
                .orElseThrow();
    }

    /**
     * The kind of ids that a member holds; null if it holds none.
     *
     * @param pointer its JSON pointer, with or without the indexes of entries of lists
     */
    public static @Nullable Domain domain(Catalogue catalogue, String pointer) {
        Catalogue.Measure measure = catalogue.measureAt(pointer);
        return measure != null && measure.kind() == MeasureKind.ID
                ? Domain.MEASURE_VALUE
                : DOMAINS.get(INDEX.matcher(pointer).replaceAll(""));
    }

    /** The kind of value that a member holds, that of a measure as the catalogue declares it. */
    static Content content(Catalogue catalogue, String pointer) {
        Catalogue.Measure measure = catalogue.measureAt(pointer);
        if (measure == null) {
            return at(pointer).content();
        }
        return switch (measure.kind()) {
            case NUMBER -> Content.NUMBER;
            case ID -> Content.TEXT;
            case DATE -> Content.DATE;
            case BOOLEAN -> Content.TRUTH;
        };
    }

    /** The members that hold ids of a kind, as pointers. */
    static List<String> holding(Domain domain) {
        return ALL.stream()
                .map(RequestMembers::pointer)
                .filter(pointer -> DOMAINS.get(pointer) == domain)
                .toList();
    }

    /** The component of a fact that a member supplies first; null if it supplies none. */
    static @Nullable RecordComponent supplied(String pointer) {
        return components()
                .filter(component -> component.isAnnotationPresent(Absent.class)
                        && component.getAnnotation(Absent.class).pointer().equals(pointer))
                .findFirst()
                .orElse(null);
    }

    /** The ids of a programme's own that a member may hold in a request about a service, in the order of the catalogue. */
    static Collection<String> own(Catalogue catalogue, String pointer, String service) {
        Domain domain = Objects.requireNonNull(domain(catalogue, pointer), pointer);
        return switch (domain) {
            case ACTIVITY -> activities(catalogue, service);
            case MEASURE_VALUE -> KnownIds.ofMeasure(catalogue, pointer);
            case SERVICE -> services(catalogue, pointer, service);
            default -> Objects.requireNonNull(catalogue.ids(domain), pointer);
        };
    }

    private static Collection<String> services(Catalogue catalogue, String pointer, String service) {
        return switch (pointer) {
            case SERVICE -> List.of(service);
            case SPECIAL_SERVICES -> KnownIds.specialServices(catalogue);
            default -> catalogue.services().keySet();
        };
    }

    private static List<String> activities(Catalogue catalogue, String service) {
        Catalogue.Service known = catalogue.services().get(service);
        return known == null
                ? List.of()
                : known.activities().stream().map(Catalogue.Term::id).toList();
    }

    private static Map<String, Domain> domains() {
        Map<String, Domain> domains = new LinkedHashMap<>(OTHERS);
        components()
                .filter(component ->
                        component.isAnnotationPresent(Absent.class) && component.isAnnotationPresent(Of.class))
                .filter(component ->
                        at(component.getAnnotation(Absent.class).pointer()).content() == Content.TEXT)
                .forEach(component -> domains.putIfAbsent(
                        component.getAnnotation(Absent.class).pointer(),
                        component.getAnnotation(Of.class).value()));
        return domains;
    }

    private static Stream<RecordComponent> components() {
        return types(Fact.class).flatMap(type -> Arrays.stream(type.getRecordComponents()));
    }

    private static Stream<Class<?>> types(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(RequestMembers::types);
    }
}
