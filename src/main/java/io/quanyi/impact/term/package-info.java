/**
 * The own terms that a contract has on the service that is asked about, as classes that answers treat alike, and how a change of an
 * answer is read where the contract agrees a part of the answer itself. Uses {@code impact.answer}.
 */
@NullMarked
package io.quanyi.impact.term;

import org.jspecify.annotations.NullMarked;
