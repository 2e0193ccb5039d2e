/** Who may: roles, API keys and tokens, what each request needs, and the log of what publishers did or tried. */
@NullMarked
package io.quanyi.access;

import org.jspecify.annotations.NullMarked;
