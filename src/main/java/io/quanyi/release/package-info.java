/** Releases: the ledger of a programme, what it seals, and what serves when. */
@NullMarked
package io.quanyi.release;

import org.jspecify.annotations.NullMarked;
