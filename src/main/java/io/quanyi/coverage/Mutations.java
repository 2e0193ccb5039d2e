package io.quanyi.coverage;

import io.quanyi.checks.CaseFile;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.ReleaseId;
import io.quanyi.impact.ProgressListener;
import io.quanyi.policy.CompiledPolicy;
import io.quanyi.policy.Variant;
import io.quanyi.policy.Variants;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which slips in the rules of a release its cases would notice. A forgotten condition is counted apart from the others: one silent
 * case per rule does not yet try each of its conditions.
 *
 * @param release which release
 * @param all every slip that could be compiled, in the order of the rules
 * @param refused what the checks of a policy refuse, so that no case has to notice it
 */
public record Mutations(ReleaseId release, List<Mutation> all, List<Variants.Refused> refused) {

    /** Keeps copies. */
    public Mutations {
        all = List.copyOf(all);
        refused = List.copyOf(refused);
    }

    /** So many of so many. */
    public record Score(int noticed, int of) {}

    /**
     * Tries every variant of the release's policy.
     *
     * @param at the instant that examples of what survives ask about; nothing else depends on it
     * @throws IllegalArgumentException if the rules of the release are not compiled ones
     */
    public static Mutations of(ProgrammeRelease release, List<CaseFile> cases, Instant at, ProgressListener progress) {
        if (!(release.policy() instanceof CompiledPolicy policy)) {
            throw new IllegalArgumentException("not compiled: " + release.id());
        }
        Variants variants = Variants.of(policy);
        return new Mutations(
                release.id(), new Trials(release, cases, at, progress).of(variants.all()), variants.refused());
    }

    /** How many are noticed, by the answer or by which rules fire, of all that anybody could notice; forgotten conditions apart. */
    public Score score() {
        return score(mutation -> mutation.kind() != Variant.Kind.CONDITION_DROPPED);
    }

    /** The same of forgotten conditions. */
    public Score conditionScore() {
        return score(mutation -> mutation.kind() == Variant.Kind.CONDITION_DROPPED);
    }

    private Score score(Predicate<Mutation> counted) {
        List<Mutation> noticeable = all.stream()
                .filter(counted.and(mutation -> mutation.fate() != Fate.EQUIVALENT))
                .toList();
        long noticed = noticeable.stream()
                .filter(mutation -> mutation.fate() == Fate.NOTICED)
                .count();
        return new Score((int) noticed, noticeable.size());
    }

    /** How many are noticed of each kind, of all of the kind that anybody could notice; a kind that there is none of is left out. */
    public Map<Variant.Kind, Score> scores() {
        Map<Variant.Kind, Score> scores = new EnumMap<>(Variant.Kind.class);
        for (Mutation mutation : all) {
            if (mutation.fate() != Fate.EQUIVALENT) {
                Score one = new Score(mutation.fate() == Fate.NOTICED ? 1 : 0, 1);
                scores.merge(mutation.kind(), one, (a, b) -> new Score(a.noticed() + b.noticed(), a.of() + b.of()));
            }
        }
        return scores;
    }

    /** Those that no case notices, and that matter as far as is known. */
    public List<Mutation> survivors() {
        return all.stream()
                .filter(mutation -> mutation.fate() == Fate.SURVIVED || mutation.fate() == Fate.UNPROVEN)
                .toList();
    }

    /** Those that cannot be noticed. */
    public List<Mutation> equivalent() {
        return all.stream()
                .filter(mutation -> mutation.fate() == Fate.EQUIVALENT)
                .toList();
    }
}
