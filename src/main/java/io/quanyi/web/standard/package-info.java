/** What the standards of others ask of HTTP: the paths at which they are spoken, and the form of errors there. */
@NullMarked
package io.quanyi.web.standard;

import org.jspecify.annotations.NullMarked;
