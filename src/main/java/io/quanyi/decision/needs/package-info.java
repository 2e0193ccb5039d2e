/** The facts that an answer about a service may depend on, the form of a request for it, and the codes that both use. */
@NullMarked
package io.quanyi.decision.needs;

import org.jspecify.annotations.NullMarked;
