package io.quanyi.workshop.guide;

import java.util.List;

/**
 * A step on the way from a document to a release.
 *
 * @param kind the kind of step
 * @param done whether it is done; false if this cannot be told
 * @param details the open tasks, one a line
 */
record DraftStep(Kind kind, boolean done, List<String> details) {

    /** The kinds of steps, in their order. The name in lower case is the end of the codes of their texts. */
    enum Kind {
        /** The texts of the programme, its catalogue and its clauses are filled in. */
        TEXTS,
        /** The rules cite clauses of the document, and no longer those that a scaffold left to be filled in. */
        CITATIONS,
        /** Each clause that decides has a rule. */
        CLAUSES,
        /** The rules and the cases are filled in. */
        RULES,
        /** The check finds no fault. */
        CHECK,
        /** All cases pass. */
        CASES,
        /** The cases notice every mutation of the rules that a case can notice. */
        COVERAGE,
        /** The author has looked at the answers that change, which only the author can say; so publishing is named with it. */
        IMPACT,
        /** The draft is published. */
        RELEASE
    }
}
