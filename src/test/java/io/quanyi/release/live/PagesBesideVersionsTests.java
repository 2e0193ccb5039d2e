package io.quanyi.release.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.release.RulesTree;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import io.quanyi.store.Store;
import io.quanyi.store.folder.FolderStore;
import io.quanyi.store.folder.ReadOnlyStore;
import io.quanyi.store.git.GitStore;
import io.quanyi.store.git.GitStoreSettings;
import io.quanyi.store.git.GitTestRepository;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that pages beside the versions, such as those of {@code quanyi index}, are part of no release. */
class PagesBesideVersionsTests {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);
    private static final String PAGE = "tiny/README.md";

    private final TinyRules rules = TinyRules.sealed();
    private final TinyRules paged = rules.with("README.md", "# Rules")
            .with("README.zh-CN.md", "# 规则")
            .with("reference.md", "# Reference")
            .with("reference.zh-CN.md", "# 参考")
            .with(PAGE, "# Tiny");

    @TempDir
    private Path temp;

    @Test
    void theyMakeNoProgrammeAndChangeNoDigest() {
        assertThat(RulesTree.programmes(paged.tree())).containsExactly("tiny");
        assertThat(paged.digest()).isEqualTo(rules.digest());
        assertThat(RulesTree.candidates(paged.tree())).isEqualTo(RulesTree.candidates(rules.tree()));
        assertThat(RulesTree.policies(paged.tree(), "tiny")).containsExactly("1");
        assertThat(RulesTree.load(paged.tree()).timeline("tiny")).isPresent();
    }

    @Test
    void aFolderThatIsOnlyReadIsServedWithThem() throws Exception {
        paged.write(temp);
        assertThatTheyChangeNothing(ReadOnlyStore.ofFolder(temp), () -> Files.writeString(temp.resolve(PAGE), "# New"));
    }

    @Test
    void aFolderOfTheServiceIsServedWithThem() throws Exception {
        Path data = temp.resolve("data");
        try (Store store = FolderStore.open(data, paged.tree())) {
            assertThat(data.resolve(PAGE)).exists();
            assertThatTheyChangeNothing(store, () -> Files.writeString(data.resolve(PAGE), "# New"));
        }
    }

    @Test
    void aRepositoryIsServedWithThem() throws Exception {
        try (GitTestRepository remote = GitTestRepository.empty(temp.resolve("remote"))) {
            remote.commit(texts(paged.tree()));
            try (Store store = GitStore.open(settings(remote), NOW)) {
                assertThatTheyChangeNothing(
                        store,
                        () -> remote.commit(texts(paged.with(PAGE, "# New").tree())));
            }
        }
    }

    private GitStoreSettings settings(GitTestRepository remote) {
        return new GitStoreSettings(
                remote.folder().toString(), "main", "", null, null, temp.resolve("copy"), Duration.ofSeconds(20));
    }

    private static void assertThatTheyChangeNothing(Store store, Edit edit) throws Exception {
        LiveReleases live = new LiveReleases(store, NOW, 8);
        ProgrammeRelease before = release(live);
        String revision = store.newest().revision();
        edit.make();
        assertThat(live.refresh().refusal()).isNull();
        assertThat(store.newest().revision()).isNotEqualTo(revision);
        assertThat(release(live).id()).isEqualTo(before.id());
        assertThat(live.current().releases().timelines()).hasSize(1);
    }

    private static ProgrammeRelease release(LiveReleases live) {
        return live.current()
                .releases()
                .timeline("tiny")
                .orElseThrow()
                .release(1)
                .orElseThrow();
    }

    private static Map<String, String> texts(SourceTree tree) {
        return List.copyOf(tree.under("")).stream()
                .collect(Collectors.toMap(
                        file -> file.path(), file -> new String(file.bytes(), StandardCharsets.UTF_8)));
    }

    /** Rewrites a page. */
    private interface Edit {
        void make() throws Exception;
    }
}
