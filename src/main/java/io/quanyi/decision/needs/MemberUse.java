package io.quanyi.decision.needs;

import io.quanyi.decision.release.RuleInfo;
import org.jspecify.annotations.Nullable;

/**
 * A use of a member of a request: a rule, or a comparison in code, that looks at the member when a service is decided.
 *
 * @param pointer the member, as a JSON pointer
 * @param absence the consequence of its absence here
 * @param condition for {@link Absence#PRESUMED} only: the code of the condition that the answer then carries; empty otherwise
 * @param rule the rule that tests the member, or states the term that is compared with it; null if it is no rule
 * @param effect the effect of a contract term with which the member matters; null if it matters by a rule, or always
 */
record MemberUse(
        String pointer,
        Absence absence,
        String condition,
        @Nullable RuleInfo rule,
        @Nullable String effect) {

    /** A use of a member without which there is no question. */
    static MemberUse required(String pointer) {
        return new MemberUse(pointer, Absence.REQUIRED, "", null, null);
    }
}
