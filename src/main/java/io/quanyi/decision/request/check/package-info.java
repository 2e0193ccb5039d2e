/** The check of a request against a release, before it is decided. */
@NullMarked
package io.quanyi.decision.request.check;

import org.jspecify.annotations.NullMarked;
