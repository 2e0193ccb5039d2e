package io.quanyi.release;

import io.quanyi.work.Cancellation;

/**
 * The extent of the check of a release.
 *
 * @param withAnswers whether its cases are run and all answers that it can give are checked
 * @param acceptsNotCompared whether a person accepted that not all answers can be checked
 * @param cancellation ends the check once its result is no longer needed
 */
public record CheckScope(boolean withAnswers, boolean acceptsNotCompared, Cancellation cancellation) {

    /** A check that the parts of a release fit together. */
    public static CheckScope parts() {
        return new CheckScope(false, false, Cancellation.never());
    }

    /** A complete check. */
    public static CheckScope answers() {
        return new CheckScope(true, false, Cancellation.never());
    }

    /** The same scope, with the acceptance that the ledger entry states. */
    public CheckScope accepting(boolean notCompared) {
        return new CheckScope(withAnswers, notCompared, cancellation);
    }

    /** The same scope, ended by a cancellation. */
    public CheckScope until(Cancellation end) {
        return new CheckScope(withAnswers, acceptsNotCompared, end);
    }
}
