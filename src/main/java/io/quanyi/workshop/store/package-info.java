/** The commands {@code quanyi store}: copies, backups and restored stores. */
@NullMarked
package io.quanyi.workshop.store;

import org.jspecify.annotations.NullMarked;
