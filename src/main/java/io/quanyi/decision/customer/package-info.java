/** Requests about a customer, who may have several subscriptions, taken apart into requests about one. */
@NullMarked
package io.quanyi.decision.customer;

import org.jspecify.annotations.NullMarked;
