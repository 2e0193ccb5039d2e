package io.quanyi.release.draft;

import io.quanyi.release.draft.comment.DraftComments;
import io.quanyi.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;

/** Drafts without a store, each of one file. */
public final class SampleDrafts {

    private static final OffsetDateTime WHEN = OffsetDateTime.parse("2026-11-20T16:00:00+08:00");

    private SampleDrafts() {}

    /** A draft of one file of rules. */
    public static Draft of(String id, String rules) {
        DraftHead head = new DraftHead(
                "some-programme",
                "A change",
                1,
                "key:all",
                WHEN,
                List.of("key:all"),
                WHEN,
                List.of(),
                null,
                null,
                null,
                null);
        SourceFile file = new SourceFile("some.drl", rules.getBytes(StandardCharsets.UTF_8));
        return new Draft(id, head, List.of(file), DraftComments.none());
    }
}
