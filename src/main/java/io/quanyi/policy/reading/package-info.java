/**
 * Reads and checks rule files: lexer, readers of conditions and consequences, refusals of further features of DRL, and checks of rules
 * against each other. {@link io.quanyi.policy.reading.PolicyReader} is the way in. Uses {@code policy.model} only.
 */
@NullMarked
package io.quanyi.policy.reading;

import org.jspecify.annotations.NullMarked;
