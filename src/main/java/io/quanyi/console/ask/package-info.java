/** The screens that answer questions about a customer: one service with its reasons, or all services. */
@NullMarked
package io.quanyi.console.ask;

import org.jspecify.annotations.NullMarked;
