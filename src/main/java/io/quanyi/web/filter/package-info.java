/** The filters that each request passes before a controller, in the order of {@link io.quanyi.web.FilterOrder}. */
@NullMarked
package io.quanyi.web.filter;

import org.jspecify.annotations.NullMarked;
