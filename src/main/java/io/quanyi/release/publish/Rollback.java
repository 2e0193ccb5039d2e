package io.quanyi.release.publish;

import io.quanyi.release.publish.Submission.Call;
import io.quanyi.text.Names;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The wish that what held earlier holds again.
 *
 * @param programme of which programme
 * @param release the earlier release
 * @param effectiveFrom from when on; null for now, where nothing is published that would soon end it
 * @param note why
 * @param call who calls, and what they know
 */
public record Rollback(
        String programme, int release, @Nullable OffsetDateTime effectiveFrom, Names note, Call call) {}
