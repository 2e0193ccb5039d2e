/** Access control: which role each request needs, who the caller is, and which addresses may be listened on. */
@NullMarked
package io.quanyi.access;

import org.jspecify.annotations.NullMarked;
