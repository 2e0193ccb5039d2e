package io.quanyi.policy.edit;

/** A part of a rule as it is written. Two parts that are written alike may differ in their places and in blanks and comments. */
sealed interface WrittenPart
        permits WrittenAnnotation, WrittenConstraint, WrittenInsertion, WrittenPattern, WrittenValue {

    /** The place in the text. */
    TextRange span();

    /** The part as DRL, without blanks and comments that it does not need. */
    String drl();

    /** The word by which a part is known for the same when it has changed: the fact, the field, the outcome. */
    String head();
}
