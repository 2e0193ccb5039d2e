package io.quanyi.release.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.release.LedgerEntry;
import io.quanyi.release.LedgerWriter;
import io.quanyi.source.Fault;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import io.quanyi.source.WideRules;
import io.quanyi.store.folder.ReadOnlyStore;
import io.quanyi.text.BilingualText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests of a pushed state whose release has more answers than can be checked. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class NotComparedTests {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-06-10T00:00:00Z"), ZoneOffset.UTC);
    private static final BilingualText NOTE = new BilingualText(Map.of("zh-CN", "二", "en", "two"));

    private final TinyRules rules = TinyRules.sealed();

    @TempDir
    private Path folder;

    @Test
    void itAnswersIfItsEntryAcceptsThatNobodyHasLooked() {
        LiveReleases live = live();
        sealed(List.of(LedgerEntry.NOT_COMPARED)).write(folder);
        assertThat(live.refresh().refusal()).isNull();
        assertThat(entries(live))
                .hasSize(2)
                .last()
                .satisfies(entry -> assertThat(entry.acceptsNotCompared()).isTrue());
        assertThat(entries(live())).as("another replica, which begins with it").hasSize(2);
    }

    @Test
    void itDoesNotAnswerOtherwise() {
        LiveReleases live = live();
        sealed(null).write(folder);
        assertThat(Objects.requireNonNull(live.refresh().refusal()).faults())
                .extracting(Fault::code)
                .containsExactly("answers-not-compared");
        assertThat(entries(live)).hasSize(1);
    }

    @Test
    void nothingElseCanBeAccepted() {
        LiveReleases live = live();
        sealed(List.of("anything")).write(folder);
        assertThat(Objects.requireNonNull(live.refresh().refusal()).faults())
                .extracting(Fault::position)
                .anySatisfy(position -> assertThat(position.file()).isEqualTo("tiny/releases.yaml"));
        assertThat(entries(live)).hasSize(1);
    }

    private LiveReleases live() {
        if (!folder.resolve("tiny").toFile().exists()) {
            rules.write(folder);
        }
        return new LiveReleases(ReadOnlyStore.ofFolder(folder), NOW, 8);
    }

    private static List<LedgerEntry> entries(LiveReleases live) {
        return live.current().releases().timeline("tiny").orElseThrow().entries();
    }

    private TinyRules sealed(@Nullable List<String> accept) {
        TinyRules wide = WideRules.ofManyRules(rules);
        SourceTree tree = wide.tree();
        OffsetDateTime at = OffsetDateTime.parse("2026-06-01T08:00:00+08:00");
        SourceFile ledger = LedgerWriter.sealed(
                tree, "tiny", WideRules.POLICY, WideRules.CATALOGUE, "2026-01-01", null, at, "me", NOTE, accept);
        return wide.with("tiny/releases.yaml", new String(ledger.bytes(), StandardCharsets.UTF_8));
    }
}
