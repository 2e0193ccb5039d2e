package io.quanyi.release.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.Fault;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import io.quanyi.store.Store;
import io.quanyi.store.folder.FolderStore;
import io.quanyi.store.git.GitStore;
import io.quanyi.store.git.GitStoreSettings;
import io.quanyi.store.git.GitTestRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests that a state is not checked a third time after two processes died during its check; the state before goes on
 * answering.
 */
@Tag("slow")
class DeadlyStateTests {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String LEDGER = "tiny/releases.yaml";

    private final TinyRules rules = TinyRules.sealed();
    private final TinyRules newer = rules.with(
            LEDGER,
            "releases:\n" + rules.entry(1, "publishedAt: 2026-01-01T00:00:00Z")
                    + rules.entry(
                            2, "publishedAt: 2026-02-01T00:00:00Z\n    effectiveFrom: 2026-03-01T00:00:00+08:00"));

    @TempDir
    private Path temp;

    @ParameterizedTest
    @CsvSource({"halt, 42, 6", "halt, 42, 25", "memory, 1, 25"})
    void theThirdStartServesTheLastGoodState(String death, int status, int step) throws Exception {
        Path data = temp.resolve("data");
        try (Store store = FolderStore.open(data, rules.tree())) {
            new LiveReleases(store, NOW, 8);
        }
        newer.write(data);
        assertThat(StateCheckProcess.status(data, death, step)).isEqualTo(status);
        assertThat(StateCheckProcess.status(data, death, step)).isEqualTo(status);
        try (Store store = FolderStore.open(data, SourceTree.of(List.of()))) {
            LiveReleases live = new LiveReleases(store, NOW, 8);
            assertThatTheLastGoodAnswers(live);
            live.refresh();
            assertThatTheLastGoodAnswers(live);
            newer.with("tiny/why.md", "another revision").write(data);
            live.refresh();
            assertThat(live.status().refusal()).isNull();
            assertThat(releases(live)).isEqualTo(2);
            assertThat(marks(data)).isEmpty();
        }
    }

    @Test
    void onceIsNoReasonToRefuse() throws Exception {
        Path data = temp.resolve("data");
        try (Store store = FolderStore.open(data, rules.tree())) {
            new LiveReleases(store, NOW, 8);
        }
        newer.write(data);
        assertThat(StateCheckProcess.status(data, "halt", 25)).isEqualTo(FailingStore.HALTED);
        assertThat(marks(data)).hasSize(1);
        try (Store store = FolderStore.open(data, SourceTree.of(List.of()))) {
            LiveReleases live = new LiveReleases(store, NOW, 8);
            assertThat(live.status().refusal()).isNull();
            assertThat(releases(live)).isEqualTo(2);
            assertThat(marks(data)).isEmpty();
        }
    }

    @Test
    void aLookThatEndsInARefusalLeavesNoMark() throws Exception {
        Path data = temp.resolve("data");
        try (Store store = FolderStore.open(data, rules.tree())) {
            LiveReleases live = new LiveReleases(store, NOW, 8);
            newer.change(LEDGER, "number: 2", "number: 3").write(data);
            assertThat(live.refresh().refusal()).isNotNull();
            assertThat(marks(data)).isEmpty();
        }
    }

    @Test
    void aStateOfARepositoryIsMarkedInItsCopy() throws IOException {
        Path copy = temp.resolve("copy");
        try (GitTestRepository remote = GitTestRepository.empty(temp.resolve("remote"))) {
            remote.commit(texts(rules));
            try (Store store = git(remote, copy)) {
                new LiveReleases(store, NOW, 8);
            }
            String deadly = remote.commit(texts(newer)).name();
            Files.createFile(copy.resolve(".look-" + deadly + "-1"));
            Files.createFile(copy.resolve(".look-" + deadly + "-2"));
            try (Store store = git(remote, copy)) {
                LiveReleases live = new LiveReleases(store, NOW, 8);
                assertThatTheLastGoodAnswers(live);
                remote.commit(texts(newer.with("tiny/why.md", "another revision")));
                assertThat(live.refresh().refusal()).isNull();
                assertThat(marks(copy)).isEmpty();
            }
        }
    }

    private static Store git(GitTestRepository remote, Path copy) {
        return GitStore.open(
                new GitStoreSettings(remote.folder().toString(), "main", "", null, null, copy, Duration.ofSeconds(20)),
                NOW);
    }

    private static Map<String, String> texts(TinyRules rules) {
        Map<String, String> texts = new TreeMap<>();
        rules.tree()
                .under("")
                .forEach(file -> texts.put(file.path(), new String(file.bytes(), StandardCharsets.UTF_8)));
        return texts;
    }

    private static void assertThatTheLastGoodAnswers(LiveReleases live) {
        assertThat(releases(live)).isEqualTo(1);
        assertThat(Objects.requireNonNull(live.status().refusal()).faults())
                .extracting(Fault::code)
                .containsExactly("state-deadly");
        assertThat(Objects.requireNonNull(live.status().refusal()).revision()).isNotNull();
    }

    private static int releases(LiveReleases live) {
        return live.current()
                .releases()
                .timeline("tiny")
                .orElseThrow()
                .entries()
                .size();
    }

    private static List<String> marks(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(".look-"))
                    .toList();
        }
    }
}
