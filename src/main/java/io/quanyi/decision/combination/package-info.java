/** Combines the findings about one question into a result, and records the status of each finding. */
@NullMarked
package io.quanyi.decision.combination;

import org.jspecify.annotations.NullMarked;
