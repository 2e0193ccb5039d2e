/** From a request to a decision: check, derive, evaluate, combine, time. Pure functions of the request and the release. */
@NullMarked
package io.quanyi.decision;

import org.jspecify.annotations.NullMarked;
