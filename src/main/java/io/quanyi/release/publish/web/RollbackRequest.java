package io.quanyi.release.publish.web;

import io.quanyi.release.LedgerEntry;
import io.quanyi.text.Names;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wish to go back to an earlier release.
 *
 * @param release its number
 * @param effectiveFrom from when on; absent is from now on
 * @param note why
 * @param accept what is taken upon oneself; absent is what the earlier release accepted
 */
record RollbackRequest(
        @DecimalMin("1") int release,
        @Nullable OffsetDateTime effectiveFrom,
        Names note,

        @Pattern(regexp = LedgerEntry.NOT_COMPARED) @Nullable List<String> accept) {}
