/** The only types that rules may name: the facts of one question, and the outcomes that a rule may insert. */
@NullMarked
package io.quanyi.facts;

import org.jspecify.annotations.NullMarked;
