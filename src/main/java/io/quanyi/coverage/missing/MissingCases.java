package io.quanyi.coverage.missing;

import io.quanyi.coverage.MutationResult;
import io.quanyi.coverage.MutationResults;
import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.combination.ConflictingTerms;
import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleFault;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.impact.ImpactSentence;
import io.quanyi.policy.CompiledPolicy;
import io.quanyi.policy.mutation.PolicyMutation;
import io.quanyi.policy.mutation.PolicyMutations;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses few requests that together detect all mutations that no case detects: one after another the request that detects the most of
 * those that are left. The candidates are the examples of the mutations.
 */
public final class MissingCases {

    /** The members that follow from others. */
    private static final Set<String> DERIVED =
            Set.of("entitled", "bases", "readings", "release", "suggestions", "warnings");

    /** The member that names channels, language and the like; it changes as well where the outcome changes. */
    private static final String ROUTE = "route";

    private final ProgrammeRelease release;
    private final Instant at;

    /** The members of the answer that differ, by the mutation, for each candidate. */
    private final Map<DecisionRequest, Map<MutationResult, Set<String>>> detected = new LinkedHashMap<>();

    private MissingCases(ProgrammeRelease release, Instant at) {
        this.release = release;
        this.at = at;
    }

    /**
     * The cases that are missing, the one that detects the most mutations first.
     *
     * @param at the instant of the examples
     */
    public static List<MissingCase> of(ProgrammeRelease release, MutationResults results, Instant at) {
        MissingCases missing = new MissingCases(release, at);
        List<MutationResult> survivors = results.survivors().stream()
                .filter(survivor -> survivor.example() != null)
                .toList();
        survivors.stream()
                .map(MutationResult::example)
                .filter(Objects::nonNull)
                .map(ImpactSentence::example)
                .forEach(request -> missing.detected.put(request, new LinkedHashMap<>()));
        List<PolicyMutation> mutations =
                PolicyMutations.of(CompiledPolicy.of(release)).all();
        survivors.forEach(survivor -> missing.compare(survivor, mutations));
        return missing.chosen(survivors);
    }

    private void compare(MutationResult survivor, List<PolicyMutation> mutations) {
        PolicyMutation mutation = mutations.stream()
                .filter(one -> one.rule().equals(survivor.rule())
                        && one.kind() == survivor.kind()
                        && one.what().equals(survivor.what())
                        && one.instead().equals(survivor.instead()))
                .findFirst()
                .orElseThrow();
        ProgrammeRelease mutated = release.withPolicy(mutation.policy());
        detected.forEach((request, found) -> {
            if (survivor.services().contains(request.question().service())) {
                Set<String> members = differing(request, mutated);
                if (!members.isEmpty()) {
                    found.put(survivor, members);
                }
            }
        });
    }

    private Set<String> differing(DecisionRequest request, ProgrammeRelease mutated) {
        @Nullable Decision before = decision(request, release);
        @Nullable Decision after = decision(request, mutated);
        if (before == null || after == null) {
            return Objects.equals(before, after) ? Set.of() : Set.of("outcome");
        }
        Set<String> members = new LinkedHashSet<>();
        for (RecordComponent component : Decision.class.getRecordComponents()) {
            if (!DERIVED.contains(component.getName())
                    && !Objects.equals(value(component, before), value(component, after))) {
                members.add(component.getName());
            }
        }
        if (members.size() > 1) {
            members.remove(ROUTE);
        }
        return members;
    }

    private static @Nullable Object value(RecordComponent component, Decision decision) {
        try {
            return component.getAccessor().invoke(decision);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The decision; null if the request is refused, or the rules fail. */
    private @Nullable Decision decision(DecisionRequest request, ProgrammeRelease by) {
        try {
            return CheckedQuestion.of(request, by, at).decision();
        } catch (RequestRefused | RuleFault | ConflictingTerms e) {
            return null;
        }
    }

    private List<MissingCase> chosen(List<MutationResult> survivors) {
        List<MissingCase> chosen = new ArrayList<>();
        Set<MutationResult> left = new LinkedHashSet<>(survivors);
        while (true) {
            DecisionRequest best = detected.keySet().stream()
                    .max(Comparator.comparingLong(request -> count(request, left)))
                    .orElse(null);
            if (best == null || count(best, left) == 0) {
                return chosen;
            }
            Map<MutationResult, Set<String>> found = Objects.requireNonNull(detected.get(best));
            chosen.add(missing(best, found, left));
            left.removeAll(found.keySet());
        }
    }

    private long count(DecisionRequest request, Set<MutationResult> left) {
        return Objects.requireNonNull(detected.get(request)).keySet().stream()
                .filter(left::contains)
                .count();
    }

    private MissingCase missing(
            DecisionRequest request, Map<MutationResult, Set<String>> found, Set<MutationResult> left) {
        List<MutationResult> noticed =
                found.keySet().stream().filter(left::contains).toList();
        Set<String> members = new HashSet<>();
        noticed.forEach(mutation -> members.addAll(Objects.requireNonNull(found.get(mutation))));
        List<String> fires = fires(request);
        return new MissingCase(
                request,
                Arrays.stream(Decision.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(members::contains)
                        .toList(),
                noticed,
                fires,
                noticed.stream()
                        .map(mutation -> mutation.rule().id())
                        .distinct()
                        .filter(rule -> !fires.contains(rule))
                        .toList());
    }

    private List<String> fires(DecisionRequest request) {
        try {
            return CheckedQuestion.of(request, release, at).findings().stream()
                    .filter(finding -> finding.absent() == null)
                    .map(Finding::rule)
                    .flatMap(Stream::ofNullable)
                    .map(RuleInfo::id)
                    .distinct()
                    .sorted()
                    .toList();
        } catch (RequestRefused e) {
            return List.of();
        }
    }
}
