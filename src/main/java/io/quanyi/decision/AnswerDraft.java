package io.quanyi.decision;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An answer by certain findings, and what a limit still lacks.
 *
 * @param limits the limits that it was held against; null where it was no yes before any
 */
record AnswerDraft(Decision decision, @Nullable Limits limits) {

    /** The absent facts that a limit cannot be held against without, as pointers. */
    Set<String> missing() {
        Set<String> pointers = new TreeSet<>();
        if (limits != null) {
            pointers.addAll(limits.missing());
            UsageTotal usage = limits.usage();
            pointers.addAll(usage == null ? Set.of() : usage.missing());
        }
        return pointers;
    }

    /** Whether it is a no that no limit brought about: a term more is then not seen. */
    boolean isPlainNo() {
        return limits == null && decision.outcome() == Result.NOT_ENTITLED;
    }
}
