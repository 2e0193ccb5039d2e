package io.quanyi.impact;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.AgreedTerm;
import io.quanyi.decision.request.Contract;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.Usage;
import io.quanyi.facts.Domain;
import io.quanyi.source.Fault;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A member of requests that holds an id of a catalogue in an entry of a list, for questions about any service. The other members
 * with ids are dimensions.
 */
enum IdPlace {
    /** A special service bought. */
    BOUGHT(
            "specialServices",
            Domain.SERVICE,
            "/subscription/specialServices/*",
            request -> orNone(request.subscription().specialServices()),
            (builder, id) -> builder.specialServices(List.of(id))),
    /** The service of a usage entry. */
    USED(
            "usedService",
            Domain.SERVICE,
            "/subscription/usage/*/service",
            request -> orNone(request.subscription().usage()).stream()
                    .map(Usage::service)
                    .toList(),
            (builder, id) -> builder.usage(List.of(new Usage(id, builder.day(), 1, null)))),
    /** The service of a term of the contract. */
    TERM_SERVICE(
            "termService",
            Domain.SERVICE,
            AgreedTerm::service,
            "service",
            (own, id) -> term(id, "grant", null, null, null)),
    /** The severity of a term of the contract. */
    TERM_SEVERITY(
            "termSeverity",
            Domain.SEVERITY,
            AgreedTerm::severity,
            "severity",
            (own, id) -> term(own, "grant", id, null, null)),
    /** The window of a term of the contract. */
    TERM_WINDOW(
            "termWindow",
            Domain.WINDOW,
            AgreedTerm::window,
            "window",
            (own, id) -> term(own, "window", null, id, null)),
    /** The channel of a term of the contract. */
    TERM_CHANNEL(
            "termChannel",
            Domain.CHANNEL,
            AgreedTerm::channel,
            "channel",
            (own, id) -> term(own, "channel", null, null, id));

    private final String id;
    private final Domain domain;
    private final String pointer;
    private final Function<DecisionRequest, List<String>> named;
    private final BiConsumer<RequestBuilder, String> setting;

    IdPlace(
            String id,
            Domain domain,
            String pointer,
            Function<DecisionRequest, List<String>> named,
            BiConsumer<RequestBuilder, String> setting) {
        this.id = id;
        this.domain = domain;
        this.pointer = pointer;
        this.named = named;
        this.setting = setting;
    }

    /** A member of terms, with a term about the service of the request that has it. */
    IdPlace(
            String id,
            Domain domain,
            Function<AgreedTerm, @Nullable String> named,
            String member,
            BiFunction<String, String, AgreedTerm> term) {
        this(
                id,
                domain,
                "/subscription/contract/terms/*/" + member,
                request -> terms(request).stream()
                        .map(named)
                        .filter(Objects::nonNull)
                        .toList(),
                (builder, value) -> builder.terms(List.of(term.apply(builder.service(), value))));
    }

    private static AgreedTerm term(
            String service,
            String effect,
            @Nullable String severity,
            @Nullable String window,
            @Nullable String channel) {
        return new AgreedTerm(service, effect, severity, null, null, null, window, channel, null, null, null, null);
    }

    private static List<AgreedTerm> terms(DecisionRequest request) {
        Contract contract = request.subscription().contract();
        return contract == null ? List.of() : orNone(contract.terms());
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** The id of the place in reports. */
    String id() {
        return id;
    }

    /** The pointer of the member, with {@code *} for the number of the entry. */
    String pointer() {
        return pointer;
    }

    /** The place with an id. */
    static IdPlace of(String id) {
        return Stream.of(values())
                .filter(place -> place.id.equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The ids that the catalogue of any of the releases knows, including those of sibling programmes. */
    List<String> ids(List<ProgrammeRelease> releases) {
        return releases.stream()
                .flatMap(release -> Stream.of(
                        release.catalogue().ids(domain),
                        release.catalogue().elsewhere().get(domain)))
                .filter(Objects::nonNull)
                .flatMap(Set::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /** The ids that a request has in this place. */
    List<String> namedIn(DecisionRequest request) {
        return named.apply(request);
    }

    /** A request to a release with an id in this place; its plan and service are such that another release knows them too, if there are any. */
    DecisionRequest request(String value, ProgrammeRelease release, ProgrammeRelease other, OffsetDateTime at) {
        RequestBuilder builder = RequestBuilder.of(
                release.programme().id(),
                first(
                        release.catalogue().plans().stream()
                                .map(Catalogue.Plan::id)
                                .toList(),
                        id -> other.catalogue().plan(id) != null),
                first(release.catalogue().services().keySet(), other.catalogue().services()::containsKey),
                at);
        setting.accept(builder, value);
        return builder.request();
    }

    private static String first(Collection<String> ids, Predicate<String> preferred) {
        return ids.stream()
                .filter(preferred)
                .findFirst()
                .orElseGet(() -> ids.iterator().next());
    }

    /** The code with which a release refuses an id in this place; empty if it does not. */
    String refusal(String value, ProgrammeRelease release, OffsetDateTime at) {
        try {
            CheckedQuestion.of(request(value, release, release, at), release, at.toInstant());
            return "";
        } catch (RequestRefused e) {
            String place = pointer.replace("*", "0");
            return e.faults().stream()
                    .filter(fault -> fault.pointer().equals(place))
                    .map(Fault::code)
                    .findFirst()
                    .orElse("");
        }
    }
}
