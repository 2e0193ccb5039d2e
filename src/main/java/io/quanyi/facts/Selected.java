package io.quanyi.facts;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a fact type of which a condition selects one field by its id, and compares this field under the name {@value #VALUE}:
 * {@code Day(of == "purchase", value < 2018-09-17)}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Selected {

    /** The name under which the selected field is compared. */
    String VALUE = "value";

    /** The name before the id. */
    String by();

    /** The domain of the ids, which are the names of the fields. */
    Domain from();

    /** The type of every field. */
    Class<?> type();
}
