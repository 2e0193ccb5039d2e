/**
 * Mutations of a policy: copies with one change in one rule, by which the cases of a release are tested. Uses {@code policy} and its
 * packages {@code model} and {@code reading}; no other package of {@code policy} uses it.
 */
@NullMarked
package io.quanyi.policy.mutation;

import org.jspecify.annotations.NullMarked;
