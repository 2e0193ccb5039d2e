/**
 * A store in a git repository that replicas share: a branch that only grows, read without a work tree and pushed
 * without force.
 */
@NullMarked
package io.quanyi.store.git;

import org.jspecify.annotations.NullMarked;
