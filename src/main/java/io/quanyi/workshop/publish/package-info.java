/** The commands for a running service: sending a draft to it, and making API keys. */
@NullMarked
package io.quanyi.workshop.publish;

import org.jspecify.annotations.NullMarked;
