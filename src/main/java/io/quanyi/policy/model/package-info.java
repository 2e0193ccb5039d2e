/**
 * The model of rules: their conditions, their insertions, and the vocabulary of fact and outcome types. Uses no other package of
 * {@code policy}; all of them use it.
 */
@NullMarked
package io.quanyi.policy.model;

import org.jspecify.annotations.NullMarked;
