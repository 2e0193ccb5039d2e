package io.quanyi.decision;

import io.quanyi.facts.Granted;
import io.quanyi.facts.Quota;
import java.util.Collection;

/**
 * The greatest size of the search for the absent facts on which an answer depends.
 *
 * @param grants the number of different grants that rest on absent facts
 * @param quotas the number of different quotas that rest on absent facts
 * @param others the number of other verdicts, without denials, that rest on absent facts
 * @param effects the number of all effects that rest on absent facts
 */
public record SearchSize(long grants, long quotas, long others, long effects) {

    /** The greatest number of tentative decisions that are made to find the absent facts on which one decision depends. */
    public static final int MAX_TENTATIVE = 5_000;

    static SearchSize of(Collection<CoreEffect> effects) {
        long grants = effects.stream()
                .filter(effect -> effect.outcome() instanceof Granted)
                .count();
        long quotas = effects.stream()
                .filter(effect -> effect.outcome() instanceof Quota)
                .count();
        long openers = effects.stream().filter(CoreEffect::opens).count();
        return new SearchSize(grants, quotas, openers - grants - quotas, effects.size());
    }

    /** The greatest number of tentative decisions of the search: for each background, one alone and one with each effect. */
    public long decisions() {
        long pairs = grants * quotas + (grants + quotas) * others + others * (others - 1) / 2;
        long backgrounds = 1 + grants + quotas + others + pairs;
        return backgrounds * (1 + effects);
    }
}
