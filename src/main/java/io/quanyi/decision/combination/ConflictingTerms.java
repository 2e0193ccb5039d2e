package io.quanyi.decision.combination;

import io.quanyi.decision.release.Finding;
import java.util.Objects;

/** Thrown when two rules state different values of a single term at the same distance. The checks refuse such a policy; no answer is made by it. */
public final class ConflictingTerms extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ConflictingTerms(Finding first, Finding second) {
        super("rules " + id(first) + " and " + id(second) + " state " + first.outcome() + " and " + second.outcome());
    }

    private static String id(Finding finding) {
        return finding.rule() == null
                ? "of the contract"
                : Objects.requireNonNull(finding.rule()).id();
    }
}
