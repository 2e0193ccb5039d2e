package io.quanyi.impact;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.facts.Domain;
import io.quanyi.impact.answer.AnswerChange;
import io.quanyi.impact.budget.TooManyCombinations;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.dimension.ServiceComparison;
import io.quanyi.impact.term.FurtherSentence;
import io.quanyi.impact.term.FurtherTerms;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The changes of all answers between two releases of a programme, found by deciding every combination of facts that either release
 * distinguishes.
 *
 * @param before the earlier release
 * @param after the later release
 * @param at the instant of all requests; no change depends on it
 * @param definitions the changed definitions
 * @param untouched the number of services with equal rules and equal catalogues in both releases, whose answers cannot change
 * @param programme the sentences about requests for any service
 * @param siblings the services of sibling programmes that both releases know, which are answered alike; the first represents them among
 *     the services. Empty if the catalogues are equal
 * @param services the changes of every other service, in the order of the catalogues
 * @param notCompared the services that could not be compared, in the same order
 */
public record Impact(
        ReleaseId before,
        ReleaseId after,
        OffsetDateTime at,
        DefinitionChanges definitions,
        int untouched,
        List<ImpactSentence> programme,
        List<String> siblings,
        List<ServiceImpact> services,
        List<UncomparedService> notCompared) {

    /** Keeps copies. */
    public Impact {
        programme = List.copyOf(programme);
        siblings = List.copyOf(siblings);
        services = List.copyOf(services);
        notCompared = List.copyOf(notCompared);
    }

    /**
     * Compares all services of two releases.
     *
     * @param at the instant of examples
     * @throws IllegalArgumentException for releases of two programmes
     */
    public static Impact between(ProgrammeRelease before, ProgrammeRelease after, Instant at) {
        return between(before, after, at, (done, of) -> {}, WorkBudget.ample());
    }

    /**
     * Compares all services of two releases within a budget.
     *
     * @param listener receives the number of compared services, and the findings so far
     * @throws io.quanyi.work.WorkCancelled if the caller has gone away
     */
    public static Impact between(
            ProgrammeRelease before, ProgrammeRelease after, Instant at, ImpactListener listener, WorkBudget budget) {
        return ImpactRun.between(before, after, services(before, after), at, listener, budget);
    }

    /**
     * Compares some services of two releases.
     *
     * @param services the ids of the services
     * @param at the instant of examples
     * @throws IllegalArgumentException for releases of two programmes
     */
    public static Impact between(
            ProgrammeRelease before, ProgrammeRelease after, Collection<String> services, Instant at) {
        return ImpactRun.between(before, after, services, at, (done, of) -> {}, WorkBudget.ample());
    }

    /**
     * Whether any answer about some services differs, be it only to customers with own terms; ends at the first difference.
     *
     * @throws TooManyCombinations if there are more combinations than the budget allows
     */
    public static boolean differs(
            ProgrammeRelease before, ProgrammeRelease after, Collection<String> services, Instant at) {
        OffsetDateTime asked = at.atZone(after.programme().zone()).toOffsetDateTime();
        return services.stream()
                .map(service -> new ServiceComparison(before, after, service, asked))
                .anyMatch(ServiceImpact::differs);
    }

    /**
     * A sentence about customers with own terms of the contract to whom an answer about a service differs; null if there is none. It is for
     * releases that answer all others alike.
     *
     * @throws TooManyCombinations if there are more combinations than the budget allows
     */
    public static @Nullable ImpactSentence ofOwnTerms(
            ProgrammeRelease before, ProgrammeRelease after, String service, Instant at) {
        OffsetDateTime asked = at.atZone(after.programme().zone()).toOffsetDateTime();
        return ServiceImpact.ofGivenTerms(new ServiceComparison(before, after, service, asked));
    }

    /**
     * The services of either release, the services of sibling programmes that only one release knows, and one of those that both
     * know.
     */
    private static Set<String> services(ProgrammeRelease before, ProgrammeRelease after) {
        Set<String> services = new LinkedHashSet<>(before.catalogue().services().keySet());
        services.addAll(after.catalogue().services().keySet());
        Set<String> one = elsewhere(before);
        Set<String> other = elsewhere(after);
        one.stream().filter(service -> !other.contains(service)).forEach(services::add);
        other.stream().filter(service -> !one.contains(service)).forEach(services::add);
        siblings(before, after).stream().findFirst().ifPresent(services::add);
        return services;
    }

    /** The services of sibling programmes that both releases know, and neither of them sells; none if the catalogues are equal. */
    static List<String> siblings(ProgrammeRelease before, ProgrammeRelease after) {
        return before.catalogue().sellsTheSameAs(after.catalogue())
                ? List.of()
                : elsewhere(before).stream()
                        .filter(elsewhere(after)::contains)
                        .filter(service -> !before.catalogue().services().containsKey(service)
                                && !after.catalogue().services().containsKey(service))
                        .toList();
    }

    private static Set<String> elsewhere(ProgrammeRelease release) {
        return new TreeSet<>(release.catalogue().elsewhere().getOrDefault(Domain.SERVICE, Set.of()));
    }

    /** The content by which sentences of different services are equal. */
    private record SentenceContent(List<SentenceCondition> conditions, AnswerChange change) {}

    /** The changes of a service; those of the sibling that represents it for a sibling; null if no answer about it can change. */
    public @Nullable ServiceImpact about(String service) {
        String compared = compared(service);
        return services.stream()
                .filter(one -> one.service().equals(compared))
                .findFirst()
                .orElse(null);
    }

    /**
     * The further sentences, one for each kind of own terms, about the services with a sentence or with rules that find something else. Siblings, whose answers
     * depend on no terms, are not among them.
     */
    public List<FurtherSentence> furtherSentences() {
        List<FurtherSentence> sentences = new ArrayList<>();
        for (FurtherTerms terms : FurtherTerms.values()) {
            List<String> about = services.stream()
                    .filter(service -> service.further().contains(terms))
                    .map(ServiceImpact::service)
                    .filter(service -> !siblings.contains(service))
                    .toList();
            if (!about.isEmpty()) {
                sentences.add(new FurtherSentence(terms, about));
            }
        }
        return sentences;
    }

    /** Whether a service, or the sibling that represents it, could not be compared. */
    public boolean isNotCompared(String service) {
        String compared = compared(service);
        return notCompared.stream().anyMatch(one -> one.service().equals(compared));
    }

    private String compared(String service) {
        return siblings.contains(service) ? siblings.get(0) : service;
    }

    /** The sentences about any service that cover a request; a request that one covers is refused, even if the others state an answer. */
    public List<ImpactSentence> programmeSentencesFor(DecisionRequest request) {
        return programme.stream()
                .filter(sentence -> ProgrammeSentences.isCovered(sentence, request))
                .toList();
    }

    /** The sentences, with equal sentences of several services combined into one; in the order of the services. */
    public List<SharedSentence> sharedSentences() {
        Map<SentenceContent, List<ImpactSentence>> shared = new LinkedHashMap<>();
        Stream.concat(programme.stream(), services.stream().flatMap(service -> service.sentences().stream()))
                .forEach(sentence -> shared.computeIfAbsent(
                                new SentenceContent(sentence.conditions(), sentence.change()),
                                content -> new ArrayList<>())
                        .add(sentence));
        return shared.values().stream().map(SharedSentence::new).toList();
    }

    /** Whether nothing changes and every service was compared. */
    boolean isNone() {
        return definitions.isNone()
                && programme.isEmpty()
                && services.stream().noneMatch(ServiceImpact::isChanged)
                && notCompared.isEmpty();
    }

    /** The number of combinations that some answer of either release tells apart, for all services of which an answer changes. */
    public long combinations() {
        return services.stream()
                .filter(ServiceImpact::isChanged)
                .mapToLong(ServiceImpact::combinations)
                .sum();
    }

    /** The number of decisions made. */
    public long decided() {
        return services.stream().mapToLong(ServiceImpact::decided).sum();
    }

    /** The number of combinations whose answer changes. */
    public long changed() {
        return services.stream().mapToLong(ServiceImpact::changed).sum();
    }
}
