/** The pages of requests that no screen of the console answers. */
@NullMarked
package io.quanyi.console.refusal;

import org.jspecify.annotations.NullMarked;
