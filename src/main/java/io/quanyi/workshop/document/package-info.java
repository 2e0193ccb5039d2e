/** The command {@code new clauses}: the clauses of a policy from the text of its document. */
@NullMarked
package io.quanyi.workshop.document;

import org.jspecify.annotations.NullMarked;
