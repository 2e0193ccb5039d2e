package io.quanyi.authzen.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.web.bind.annotation.RestController;

/**
 * Marks a controller of the decision points: served only if {@code quanyi.authzen.enabled} is true, and no part of the described interface, because
 * the standard describes it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Hidden
@RestController
@ConditionalOnBooleanProperty("quanyi.authzen.enabled")
@interface DecisionPointEndpoint {}
