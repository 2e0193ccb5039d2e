package io.quanyi.facts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The numbers that a rule may write for a component, from 0 on: those that a request or a contract may state of the same thing, so that
 * all arithmetic with them is exact and stays within what it can hold.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface NumberRange {

    /** The largest number. */
    long most();

    /** How many digits there may be after the point. */
    int decimals() default 0;
}
