/**
 * The usage of a service and the amounts that a request asks for, as answers compare them with the limits that rules state. One
 * dimension holds both, because a quota is compared with their sum. Uses {@code impact.value} and {@code impact.budget}.
 */
@NullMarked
package io.quanyi.impact.usage;

import org.jspecify.annotations.NullMarked;
