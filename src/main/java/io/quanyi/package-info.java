/** Quanyi (权益): answers whether a customer is entitled to a service, through which channel, and how soon. */
@NullMarked
package io.quanyi;

import org.jspecify.annotations.NullMarked;
