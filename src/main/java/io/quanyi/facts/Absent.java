package io.quanyi.facts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field of a fact that may be absent, with the meaning of its absence and the member of the request that supplies it.
 *
 * <p>An absent field meets no condition. The consequence of its absence follows from {@link #means()}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Absent {

    /** The meaning of the absence. */
    Meaning means();

    /** The member of a request that supplies the field, as a JSON pointer. */
    String pointer();

    /** For {@link Meaning#ASSUMED} only: the code of the condition that the answer then carries. */
    String condition() default "";

    /** The meanings of an absent field. */
    enum Meaning {
        /** The value is unknown. A decision that depends on it is refused, with the pointer of the member. */
        UNKNOWN,
        /** The condition of the clause is presumed to be met, and stated in the answer. Only denials may test such a field. */
        ASSUMED,
        /** The question is not about the field. A limit of the scope that tests it is stated in the answer as a condition. */
        NOT_ASKED
    }
}
