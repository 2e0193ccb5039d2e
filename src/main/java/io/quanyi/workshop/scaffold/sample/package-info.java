/** The facts that cases of a draft state so that they are decided and not refused. */
@NullMarked
package io.quanyi.workshop.scaffold.sample;

import org.jspecify.annotations.NullMarked;
