/** Requests as callers send them, how they are built, and their checks against a release. */
@NullMarked
package io.quanyi.decision.request;

import org.jspecify.annotations.NullMarked;
