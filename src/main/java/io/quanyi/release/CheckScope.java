package io.quanyi.release;

import io.quanyi.work.Cancellation;

/**
 * How closely a release is looked at.
 *
 * @param withAnswers whether to run its cases, and to look at every answer that it can give
 * @param acceptsNotCompared whether somebody has taken it upon themselves that not all answers can be looked at
 * @param cancellation ends the check when nobody waits for it
 */
public record CheckScope(boolean withAnswers, boolean acceptsNotCompared, Cancellation cancellation) {

    /** Whether its parts hold together. */
    public static CheckScope parts() {
        return new CheckScope(false, false, Cancellation.never());
    }

    /** Everything. */
    public static CheckScope answers() {
        return new CheckScope(true, false, Cancellation.never());
    }

    /** The same, with what an entry of a ledger accepts. */
    public CheckScope accepting(boolean notCompared) {
        return new CheckScope(withAnswers, notCompared, cancellation);
    }

    /** The same, for as long as somebody waits. */
    public CheckScope until(Cancellation end) {
        return new CheckScope(withAnswers, acceptsNotCompared, end);
    }
}
