package io.quanyi.impact;

import io.quanyi.decision.combination.ConflictingTerms;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleFault;
import io.quanyi.impact.budget.ComparisonTimeout;
import io.quanyi.impact.budget.TooManyCombinations;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.dimension.ServiceComparison;
import io.quanyi.source.Fault;
import io.quanyi.source.Position;
import io.quanyi.work.WorkPool;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A comparison of services of two releases: small services concurrently, and then large services one after another, each with the whole
 * budget. After each service it reports the impact that is found so far.
 */
final class ImpactRun {

    /** The impact without the services that are compared: the changes of definitions, and the sentences about all services. */
    private final Impact none;

    private final List<ServiceComparison> comparisons;
    private final List<@Nullable ComparisonResult> results;
    private final ImpactListener listener;
    private final WorkBudget budget;

    private ImpactRun(Impact none, List<ServiceComparison> comparisons, ImpactListener listener, WorkBudget budget) {
        this.none = none;
        this.comparisons = comparisons;
        this.results = new ArrayList<>(Collections.<@Nullable ComparisonResult>nCopies(comparisons.size(), null));
        this.listener = listener;
        this.budget = budget;
    }

    /**
     * Compares some services of two releases.
     *
     * @param services the ids of the services
     * @param at the instant of examples
     * @throws IllegalArgumentException for releases of two programmes
     */
    static Impact between(
            ProgrammeRelease before,
            ProgrammeRelease after,
            Collection<String> services,
            Instant at,
            ImpactListener listener,
            WorkBudget budget) {
        if (!before.programme().id().equals(after.programme().id())) {
            throw new IllegalArgumentException(
                    before.programme().id() + " is not " + after.programme().id());
        }
        OffsetDateTime asked = at.atZone(after.programme().zone()).toOffsetDateTime();
        List<ServiceComparison> touched = services.stream()
                .map(service -> new ServiceComparison(before, after, service, asked))
                .filter(comparison -> !comparison.isUntouched())
                .toList();
        List<String> siblings = Impact.siblings(before, after);
        Impact none = new Impact(
                before.id(),
                after.id(),
                asked,
                DefinitionChanges.between(before, after),
                services.size() - touched.size(),
                ProgrammeSentences.between(before, after, asked),
                !siblings.isEmpty() && services.contains(siblings.get(0)) ? siblings : List.of(),
                List.of(),
                List.of());
        return new ImpactRun(none, touched, listener, budget).run();
    }

    private Impact run() {
        listener.done(0, comparisons.size());
        listener.found(none);
        List<Integer> large = WorkPool.on(() -> IntStream.range(0, comparisons.size())
                .parallel()
                .filter(place -> !isComparedAmongOthers(place))
                .boxed()
                .toList());
        large.forEach(place -> add(place, ofLarge(comparisons.get(place))));
        return soFar();
    }

    /** Compares a service with the whole budget; if that is too wide, without own terms of contracts. */
    private ComparisonResult ofLarge(ServiceComparison comparison) {
        ComparisonResult result = ComparisonResult.of(comparison, budget);
        return result.not() == null ? result : ComparisonResult.of(comparison.withoutOwnTerms(), budget);
    }

    /** Compares a service with a share of the budget; whether that was enough. */
    private boolean isComparedAmongOthers(int place) {
        ComparisonResult result = ComparisonResult.of(comparisons.get(place), budget.forConcurrentComparison());
        boolean compared = result.not() == null;
        if (compared) {
            add(place, result);
        }
        return compared;
    }

    private synchronized void add(int place, ComparisonResult result) {
        results.set(place, result);
        listener.done((int) compared().count(), comparisons.size());
        listener.found(soFar());
    }

    private synchronized Impact soFar() {
        return new Impact(
                none.before(),
                none.after(),
                none.at(),
                none.definitions(),
                none.untouched(),
                none.programme(),
                none.siblings(),
                all(ComparisonResult::impact),
                all(ComparisonResult::not));
    }

    private <T> List<T> all(Function<ComparisonResult, @Nullable T> part) {
        return compared().map(part).flatMap(Stream::ofNullable).toList();
    }

    private Stream<ComparisonResult> compared() {
        return results.stream().flatMap(Stream::ofNullable);
    }

    /** The changes of a service, or the reason why it was not compared. */
    private record ComparisonResult(
            @Nullable ServiceImpact impact, @Nullable UncomparedService not) {

        static ComparisonResult of(ServiceComparison comparison, WorkBudget budget) {
            try {
                return new ComparisonResult(ServiceImpact.of(comparison, budget), null);
            } catch (TooManyCombinations e) {
                return not(comparison, e.fault("too-many-combinations", Position.NOWHERE));
            } catch (ComparisonTimeout e) {
                return not(comparison, Fault.at("", "comparison-too-long", comparison.service()));
            } catch (RuleFault | ConflictingTerms e) {
                return not(comparison, Fault.at("", "comparison-fails", comparison.service()));
            }
        }

        private static ComparisonResult not(ServiceComparison comparison, Fault why) {
            return new ComparisonResult(null, new UncomparedService(comparison.service(), why));
        }
    }
}
