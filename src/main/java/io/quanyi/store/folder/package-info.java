/** Rules in a folder: one that is only read, and one of our own in which a crash leaves nothing half done. */
@NullMarked
package io.quanyi.store.folder;

import org.jspecify.annotations.NullMarked;
