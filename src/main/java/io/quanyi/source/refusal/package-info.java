/** The refusal of a call, as every feature states it. */
@NullMarked
package io.quanyi.source.refusal;

import org.jspecify.annotations.NullMarked;
