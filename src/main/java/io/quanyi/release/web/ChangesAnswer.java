package io.quanyi.release.web;

import io.quanyi.release.answer.DifferenceLine;
import io.quanyi.release.answer.LedgerLine;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The releases that come into force within a span of time, the first one first. */
record ChangesAnswer(
        String programme, OffsetDateTime from, @Nullable OffsetDateTime to, List<ReleaseChange> changes) {

    record ReleaseChange(
            LedgerLine release,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime to,
            @Nullable Integer instead,
            List<DifferenceLine> changes) {}
}
