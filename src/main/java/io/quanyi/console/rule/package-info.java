/** The forms of a draft's rules: their list, the form of one, and a new one from a clause. */
@NullMarked
package io.quanyi.console.rule;

import org.jspecify.annotations.NullMarked;
