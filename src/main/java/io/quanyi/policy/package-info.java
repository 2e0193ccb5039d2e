/**
 * The rule language: compiles rule files into knowledge bases and evaluates them. The only package that knows Drools. Callers use this
 * package and {@code policy.mutation}. It uses {@code policy.reading}, which reads and checks rule files, and both use
 * {@code policy.model}.
 */
@NullMarked
package io.quanyi.policy;

import org.jspecify.annotations.NullMarked;
