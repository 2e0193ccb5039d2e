/**
 * Changes the text of rules in place: a file is read into the parts that it is written in, and a changed part replaces the characters
 * of the former one and no others. Whether the result holds is for {@code policy.reading} to say.
 */
@NullMarked
package io.quanyi.policy.edit;

import org.jspecify.annotations.NullMarked;
