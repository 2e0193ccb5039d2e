package io.quanyi.release.web;

import io.quanyi.text.Names;
import jakarta.validation.constraints.DecimalMin;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The wish to go back to an earlier release.
 *
 * @param release its number
 * @param effectiveFrom from when on; absent is from now on
 * @param note why
 */
record RollbackRequest(
        @DecimalMin("1") int release, @Nullable OffsetDateTime effectiveFrom, Names note) {}
