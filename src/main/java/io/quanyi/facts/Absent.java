package io.quanyi.facts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a field of a fact may be absent, what its absence means, and which member of a request would supply it.
 *
 * <p>A null is never compared: the compiled condition holds only for a value that is there. What happens for one that is
 * not there follows from {@link #means()}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Absent {

    /** What the absence means. */
    Meaning means();

    /** The member of a request that supplies the field, as a JSON pointer. */
    String pointer();

    /** For {@link Meaning#ASSUMED} only: the code of the condition that the answer then carries. */
    String condition() default "";

    /** What an absent field means. */
    enum Meaning {
        /** Nobody knows: a decision that depends on the field is refused, and the field is asked for by its pointer. */
        UNKNOWN,
        /** The clause's condition is taken as met, and the answer says so. Only refusals may rest on such a field. */
        ASSUMED,
        /** The question is not about it: a limit of the scope that rests on the field comes back as a condition. */
        NOT_ASKED
    }
}
