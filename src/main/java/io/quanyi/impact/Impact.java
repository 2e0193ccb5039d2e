package io.quanyi.impact;

import io.quanyi.decision.ConflictingTerms;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.ReleaseId;
import io.quanyi.decision.RuleFault;
import io.quanyi.facts.Domain;
import io.quanyi.source.Fault;
import io.quanyi.source.Position;
import io.quanyi.work.WorkPool;
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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What changes from one release of a programme to another, for whom.
 *
 * @param before the one
 * @param after the other
 * @param at the instant that everything is asked about; no change depends on it
 * @param definitions what the releases define otherwise
 * @param untouched how many services have the same rules and the same catalogue in both, so that nothing can change
 * @param services what changes in the answers to the others, a service each, in the order of the catalogues
 * @param notCompared the services of which nothing is said, in the same order
 */
public record Impact(
        ReleaseId before,
        ReleaseId after,
        OffsetDateTime at,
        Definitions definitions,
        int untouched,
        List<ServiceImpact> services,
        List<NotCompared> notCompared) {

    /** Keeps copies. */
    public Impact {
        services = List.copyOf(services);
        notCompared = List.copyOf(notCompared);
    }

    /**
     * Decides everything that either release can tell apart by both.
     *
     * @param at the instant that examples ask about
     * @throws IllegalArgumentException for releases of two programmes
     */
    public static Impact between(ProgrammeRelease before, ProgrammeRelease after, Instant at) {
        return between(before, after, at, (done, of) -> {}, WorkBudget.ample());
    }

    /**
     * The same within a budget.
     *
     * @param progress is told how many of the services that are not the same in both are done
     * @throws io.quanyi.work.WorkCancelled if nobody waits any more
     */
    public static Impact between(
            ProgrammeRelease before, ProgrammeRelease after, Instant at, Progress progress, WorkBudget budget) {
        return between(before, after, services(before, after), at, progress, budget);
    }

    /**
     * Decides everything about some services that either release can tell apart by both.
     *
     * @param services the services, by id
     * @param at the instant that examples ask about
     * @throws IllegalArgumentException for releases of two programmes
     */
    public static Impact between(
            ProgrammeRelease before, ProgrammeRelease after, Collection<String> services, Instant at) {
        return between(before, after, services, at, (done, of) -> {}, WorkBudget.ample());
    }

    private static Impact between(
            ProgrammeRelease before,
            ProgrammeRelease after,
            Collection<String> services,
            Instant at,
            Progress progress,
            WorkBudget budget) {
        if (!before.programme().id().equals(after.programme().id())) {
            throw new IllegalArgumentException(
                    before.programme().id() + " is not " + after.programme().id());
        }
        OffsetDateTime asked = at.atZone(after.programme().zone()).toOffsetDateTime();
        List<ServicePair> touched = services.stream()
                .map(service -> new ServicePair(before, after, service, asked))
                .filter(pair -> !pair.isUntouched())
                .toList();
        List<Compared> compared = compared(touched, progress, budget);
        return new Impact(
                before.id(),
                after.id(),
                asked,
                Definitions.between(before, after),
                services.size() - touched.size(),
                compared.stream()
                        .map(Compared::impact)
                        .flatMap(Stream::ofNullable)
                        .toList(),
                compared.stream().map(Compared::not).flatMap(Stream::ofNullable).toList());
    }

    /** Side by side as far as they take little room; the others one after another, each with all the room that there is. */
    private static List<Compared> compared(List<ServicePair> pairs, Progress progress, WorkBudget budget) {
        AtomicInteger done = new AtomicInteger();
        progress.done(0, pairs.size());
        List<Compared> small = WorkPool.on(() -> pairs.parallelStream()
                .map(pair -> {
                    Compared one = Compared.of(pair, budget.beside());
                    progress.done(one.not() == null ? done.incrementAndGet() : done.get(), pairs.size());
                    return one;
                })
                .toList());
        List<Compared> all = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            Compared one = small.get(i);
            if (one.not() != null) {
                one = Compared.of(pairs.get(i), budget);
                progress.done(done.incrementAndGet(), pairs.size());
            }
            all.add(one);
        }
        return all;
    }

    /** A service that was compared, or why it was not. */
    private record Compared(
            @Nullable ServiceImpact impact, @Nullable NotCompared not) {

        static Compared of(ServicePair pair, WorkBudget budget) {
            try {
                return new Compared(ServiceImpact.of(pair, budget), null);
            } catch (TooManyCombinations e) {
                return not(pair, e.fault("too-many-combinations", Position.NOWHERE));
            } catch (OutOfTime e) {
                return not(pair, Fault.at("", "comparison-too-long", pair.service()));
            } catch (RuleFault | ConflictingTerms e) {
                return not(pair, Fault.at("", "comparison-fails", pair.service(), String.valueOf(e.getMessage())));
            }
        }

        private static Compared not(ServicePair pair, Fault why) {
            return new Compared(null, new NotCompared(pair.service(), why));
        }
    }

    /**
     * Whether any answer about some services differs: soon known where one does.
     *
     * @throws TooManyCombinations if there are more than are decided
     */
    public static boolean differs(
            ProgrammeRelease before, ProgrammeRelease after, Collection<String> services, Instant at) {
        OffsetDateTime asked = at.atZone(after.programme().zone()).toOffsetDateTime();
        return services.stream()
                .map(service -> new ServicePair(before, after, service, asked))
                .anyMatch(pair -> !pair.isUntouched() && new Enumeration(pair, WorkBudget.ample()).differs());
    }

    /** Every service of either; and those of sibling programmes that the releases do not both know as such. */
    private static Set<String> services(ProgrammeRelease before, ProgrammeRelease after) {
        Set<String> services = new LinkedHashSet<>(before.catalogue().services().keySet());
        services.addAll(after.catalogue().services().keySet());
        Set<String> one = elsewhere(before);
        Set<String> other = elsewhere(after);
        one.stream().filter(service -> !other.contains(service)).forEach(services::add);
        other.stream().filter(service -> !one.contains(service)).forEach(services::add);
        return services;
    }

    private static Set<String> elsewhere(ProgrammeRelease release) {
        return new TreeSet<>(release.catalogue().elsewhere().getOrDefault(Domain.SERVICE, Set.of()));
    }

    /** What two sentences of different services can have in common. */
    private record Said(List<Condition> conditions, Change change) {}

    /** The sentences, those of several services that say the same told as one; in the order of the services. */
    public List<Together> together() {
        Map<Said, List<Sentence>> together = new LinkedHashMap<>();
        services.stream()
                .flatMap(service -> service.sentences().stream())
                .forEach(sentence -> together.computeIfAbsent(
                                new Said(sentence.conditions(), sentence.change()), said -> new ArrayList<>())
                        .add(sentence));
        return together.values().stream().map(Together::new).toList();
    }

    /** Whether nothing changes at all. */
    public boolean isNone() {
        return definitions.isNone() && changed() == 0 && notCompared.isEmpty();
    }

    /** How many combinations there are. */
    public long combinations() {
        return services.stream().mapToLong(ServiceImpact::combinations).sum();
    }

    /** How many combinations had to be decided. */
    public long decided() {
        return services.stream().mapToLong(ServiceImpact::decided).sum();
    }

    /** How many answers change. */
    public long changed() {
        return services.stream().mapToLong(ServiceImpact::changed).sum();
    }
}
