/** The census of a draft in the console: how many customers of a file each sentence of its impact concerns. */
@NullMarked
package io.quanyi.console.draft.census;

import org.jspecify.annotations.NullMarked;
