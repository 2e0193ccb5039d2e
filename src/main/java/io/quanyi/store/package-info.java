/** Stores of rules: complete states of a tree of files, each with a revision. A store does not interpret the files. */
@NullMarked
package io.quanyi.store;

import org.jspecify.annotations.NullMarked;
