/** HTTP as the standards of others ask for it: the paths at which they are spoken, and the form of errors there. */
@NullMarked
package io.quanyi.web.standard;

import org.jspecify.annotations.NullMarked;
