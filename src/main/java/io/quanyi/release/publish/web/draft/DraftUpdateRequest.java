package io.quanyi.release.publish.web.draft;

import jakarta.validation.constraints.DecimalMin;
import org.jspecify.annotations.Nullable;

/**
 * A request to bring a draft up to date.
 *
 * @param base the number of its new base; absent for the release that its publication would build on
 */
record DraftUpdateRequest(@DecimalMin("1") @Nullable Integer base) {}
