package io.quanyi.impact.term;

import io.quanyi.text.EnumCode;

/**
 * Own terms of a contract of which the sentences of an impact do not tell how answers change. A further sentence says that answers to such
 * customers may change.
 */
public enum FurtherTerms {
    /** Any term on a service that is too wide to be compared with own terms. */
    ANY,
    /** A quota, where no rule asks about terms of the contract. */
    QUOTA,
    /** A quota that cannot be counted for lack of a fact, where rules ask about terms and the other quotas are conditions of sentences. */
    UNCOUNTED_QUOTA,
    /** A channel, where no rule asks about terms of the contract. */
    CHANNEL,
    /** A channel that no rule states and the question names, where rules ask about terms and the other channels are conditions of sentences. */
    ASKED_CHANNEL,
    /** A term for one severity, of which it is open whether it applies to a question without severity. */
    SEVERITY,
    /** Several terms at once that rules ask about; sentences have conditions on one, and on one beside a grant. */
    SEVERAL,
    /** Times or hours, where facts are missing, a part of an answer waits for one, an assumption is made, or the hours change by which times are counted. */
    TIMES;

    /** The id in reports for programs. */
    public String id() {
        return EnumCode.of(this);
    }
}
