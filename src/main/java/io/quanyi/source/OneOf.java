package io.quanyi.source;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a record that takes one of several optional members: a document has to have one of them, and may not have two. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OneOf {

    /** The names of the members; if a document lacks all of them, the first is named. */
    String[] value();
}
