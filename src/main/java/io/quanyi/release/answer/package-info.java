/**
 * The form in which ledger entries and differences between releases are answered, by the endpoints that read and that
 * publish, and by the console.
 */
@NullMarked
package io.quanyi.release.answer;

import org.jspecify.annotations.NullMarked;
