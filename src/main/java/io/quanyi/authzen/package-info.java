/** Questions in the terms of OpenID AuthZEN: a subject, an action and a resource are turned into a request, and its decision into an evaluation. */
@NullMarked
package io.quanyi.authzen;

import org.jspecify.annotations.NullMarked;
