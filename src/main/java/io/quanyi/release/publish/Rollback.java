package io.quanyi.release.publish;

import io.quanyi.release.publish.Submission.Call;
import io.quanyi.text.BilingualText;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An order to restore an earlier release.
 *
 * @param programme the id of the programme
 * @param release the number of the earlier release
 * @param effectiveFrom the first instant at which it is in force; null for now
 * @param note the reason, in each language of the programme
 * @param call the caller and the options of the call
 */
public record Rollback(
        String programme, int release, @Nullable OffsetDateTime effectiveFrom, BilingualText note, Call call) {}
