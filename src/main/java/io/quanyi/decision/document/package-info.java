/** Decisions and refusals as documents in one language, in the form in which they are sent to callers and written into files. */
@NullMarked
package io.quanyi.decision.document;

import org.jspecify.annotations.NullMarked;
