/** A store in a database of PostgreSQL, whose rows are only ever inserted; drafts beside it. */
@NullMarked
package io.quanyi.store.postgresql;

import org.jspecify.annotations.NullMarked;
