/** The pages that are generated from rules and code: programmes, clauses and rules, the reference, readings. */
@NullMarked
package io.quanyi.workshop.index;

import org.jspecify.annotations.NullMarked;
