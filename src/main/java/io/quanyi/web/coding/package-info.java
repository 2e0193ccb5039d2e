/** The codings in which a body may be sent, by its header {@code Content-Encoding}. */
@NullMarked
package io.quanyi.web.coding;

import org.jspecify.annotations.NullMarked;
