package io.quanyi.facts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The range of numbers that a rule may write for a component, from 0 on. It equals the range of the same number in requests, so that all
 * arithmetic is exact and cannot overflow.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface NumberRange {

    /** The largest number. */
    long most();

    /** The greatest number of decimal places. */
    int decimals() default 0;
}
