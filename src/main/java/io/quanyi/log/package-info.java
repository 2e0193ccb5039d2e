/** The log and the metrics of decisions, and limits to how much is logged because of requests. */
@NullMarked
package io.quanyi.log;

import org.jspecify.annotations.NullMarked;
