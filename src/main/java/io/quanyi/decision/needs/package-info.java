/** What an answer about a service needs to know: the facts that it may depend on, and the form of a request for it. */
@NullMarked
package io.quanyi.decision.needs;

import org.jspecify.annotations.NullMarked;
