package io.quanyi.release.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.release.live.DraftProperties;
import io.quanyi.source.SourceFile;
import io.quanyi.store.DraftFiles;
import io.quanyi.store.MemoryDraftStore;
import io.quanyi.text.BilingualText;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Tests of what counts in drafts that were changed in their store, without a service. */
class DraftSealTests {

    private static final String KEY = "a key of thirty-two characters..";
    private static final OffsetDateTime WHEN = OffsetDateTime.parse("2026-11-20T16:00:00+08:00");
    private static final DraftPlan PLAN = new DraftPlan(
            null, new BilingualText(Map.of("zh-CN", "目录", "en", "Catalogue")), null, null, "key:all", WHEN);

    private final MemoryDraftStore store = new MemoryDraftStore();
    private final Drafts drafts = new Drafts(store, new DraftProperties(10, DataSize.ofMegabytes(1), KEY));

    @Test
    void whatAServiceWroteCounts() {
        Draft added = drafts.add(approved("one"), "key:all");
        Draft found = drafts.find("one").orElseThrow();
        assertThat(found.approvals()).extracting(DraftApproval::by).containsExactly("key:boss");
        assertThat(found.editedBy()).containsExactly("key:all");
        assertThat(found.revision()).isEqualTo(added.revision());
        drafts.remove(found, "key:all");
        assertThat(drafts.find("one")).isEmpty();
    }

    /** The digest of an approval is no secret: anybody who can write to the store can compute it. */
    @Test
    void anApprovalThatWasWrittenByHandDoesNotCount() {
        store.put(approved("one").stored(), null, "somebody");
        Draft found = drafts.find("one").orElseThrow();
        assertThat(found.approvals()).isEmpty();
        assertThat(found.plan()).isNull();
        assertThat(found.editedBy()).containsExactly("key:all", DraftHead.OUTSIDE);
        // Once the service has written it, what was changed outside stays known
        drafts.change("one", "key:all", draft -> draft.planned(PLAN, List.of()));
        Draft planned = drafts.find("one").orElseThrow();
        assertThat(planned.plan()).isEqualTo(PLAN);
        assertThat(planned.editedBy()).containsExactly("key:all", DraftHead.OUTSIDE);
    }

    @Test
    void aSealHoldsForOneDraftAndItsExactFiles() {
        drafts.add(approved("one"), "key:all");
        DraftFiles sealed = store.find("one").orElseThrow();
        store.put(new DraftFiles("two", sealed.files()), null, "somebody");
        assertThat(drafts.find("two").orElseThrow().approvals()).isEmpty();
        List<SourceFile> more = Stream.concat(sealed.files().stream(), Stream.of(file("new.drl", "rule")))
                .toList();
        store.put(new DraftFiles("one", more), sealed.revision(), "somebody");
        assertThat(drafts.find("one").orElseThrow().plan()).isNull();
    }

    @Test
    void servicesWithAnotherKeyDoNotTrustEachOther() {
        drafts.add(approved("one"), "key:all");
        DataSize bytes = DataSize.ofMegabytes(1);
        assertThat(planIn(new DraftProperties(10, bytes, KEY))).isTrue();
        assertThat(planIn(new DraftProperties(10, bytes, KEY.replace('a', 'b'))))
                .isFalse();
        assertThat(planIn(new DraftProperties(10, bytes, null))).isFalse();
    }

    @Test
    void aHeadThatIsTooLongIsNotRead() {
        SourceFile head = SampleDrafts.of("one", "").stored().files().get(1);
        String text = new String(head.bytes(), StandardCharsets.UTF_8);
        String comment = "# " + "x".repeat((64 << 10) - text.length() - 2);
        store.put(new DraftFiles("one", List.of(file("draft.yaml", text + comment))), null, "somebody");
        store.put(new DraftFiles("two", List.of(file("draft.yaml", text + comment + "x"))), null, "somebody");
        assertThat(drafts.all()).extracting(Draft::id).containsExactly("one");
    }

    private boolean planIn(DraftProperties properties) {
        return new Drafts(store, properties).find("one").orElseThrow().plan() != null;
    }

    private static Draft approved(String id) {
        Draft planned = SampleDrafts.of(id, "rule").planned(PLAN, List.of());
        return planned.planned(PLAN, List.of(new DraftApproval("key:boss", WHEN, planned.digest())));
    }

    private static SourceFile file(String name, String text) {
        return new SourceFile(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
