package io.quanyi.coverage;

/** What becomes of a slip in a rule. */
public enum Fate {
    /** A case comes out otherwise: the answer, or which rules fire. */
    NOTICED,
    /** Every case comes out as before, and yet there are questions that are answered otherwise. */
    SURVIVED,
    /** Every case comes out as before, and there are too many questions to know whether all are answered as before. */
    UNPROVEN,
    /** Every question is answered as before: nobody can notice it. */
    EQUIVALENT
}
