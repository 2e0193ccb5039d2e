package io.quanyi.decision;

import io.quanyi.facts.Granted;
import io.quanyi.facts.Quota;
import java.util.Collection;

/**
 * How large the search for the facts that an answer depends on can be.
 *
 * @param grants how many different grants rest on absent facts
 * @param quotas how many different quotas do
 * @param others how many other verdicts do that are no denials
 * @param effects how many different effects do in all
 */
public record SearchSize(long grants, long quotas, long others, long effects) {

    /** The most drafts of an answer that one decision makes to find the absent facts it depends on. */
    public static final int MOST_DRAFTS = 5_000;

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

    /** How many drafts the search makes at most: for each background itself, and each effect beside it. */
    public long drafts() {
        long pairs = grants * quotas + (grants + quotas) * others + others * (others - 1) / 2;
        long backgrounds = 1 + grants + quotas + others + pairs;
        return backgrounds * (1 + effects);
    }
}
