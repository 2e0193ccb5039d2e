package io.quanyi.release.publish.web;

import io.quanyi.release.live.ServingStatus;
import io.quanyi.text.Language;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state that answers after a check of the store. */
record RefreshAnswer(
        String revision, OffsetDateTime since, @Nullable RefusedState refused) {

    record RefusedState(@Nullable String revision, OffsetDateTime since, List<String> faults) {}

    static RefreshAnswer of(ServingStatus status, Language language) {
        ServingStatus.Refusal refusal = status.refusal();
        return new RefreshAnswer(
                status.served().snapshot().revision(),
                status.served().since().atOffset(ZoneOffset.UTC).withNano(0),
                refusal == null
                        ? null
                        : new RefusedState(
                                refusal.revision(),
                                refusal.since().atOffset(ZoneOffset.UTC).withNano(0),
                                refusal.faults().stream()
                                        .map(fault -> fault.describe(language))
                                        .toList()));
    }
}
