/**
 * Releases: the ledger of a programme, the files that each entry names, and the release that is in force at an instant.
 */
@NullMarked
package io.quanyi.release;

import org.jspecify.annotations.NullMarked;
