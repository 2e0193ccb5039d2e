/** The memory that the requests in flight may take together. */
@NullMarked
package io.quanyi.web.memory;

import org.jspecify.annotations.NullMarked;
