package io.quanyi.web.description;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The record as which the body of an operation is described, where the method takes the body as a tree or in pieces. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyRecord {

    /** The record of the whole body; of a stream, that of one document. */
    Class<? extends Record> value();
}
