/** Whole stores copied from one kind to another, and backups of them in a file. */
@NullMarked
package io.quanyi.store.copy;

import org.jspecify.annotations.NullMarked;
