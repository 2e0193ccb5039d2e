/** Stores in a folder: a read-only one, and one that the service owns, in which a crash leaves no partial change. */
@NullMarked
package io.quanyi.store.folder;

import org.jspecify.annotations.NullMarked;
