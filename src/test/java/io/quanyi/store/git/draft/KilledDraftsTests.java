package io.quanyi.store.git.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.SourceFile;
import io.quanyi.store.DraftFiles;
import io.quanyi.store.DraftStore;
import io.quanyi.store.folder.FolderDraftStore;
import io.quanyi.store.git.GitStoreSettings;
import io.quanyi.store.git.GitTestRepository;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests in which a process that saves a draft again and again is killed without a warning (SIGKILL). */
@Tag("slow")
class KilledDraftsTests {

    private static final DraftBranchBounds BOUNDS = new DraftBranchBounds(20, 1 << 20);
    private static final String FILE = "a.drl";

    /** Long enough that a kill is likely to come while it is written. */
    private static final String TEXT = "# a line of a rule\n".repeat(2000);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"folder 3", "folder 40", "git 3", "git 40"})
    void whatWasSavedIsThereAfterTheProcessWasKilled(String killed) throws Exception {
        String kind = killed.split(" ", -1)[0];
        long most = Long.parseLong(killed.split(" ", -1)[1]);
        try (GitTestRepository remote = GitTestRepository.empty(folder.resolve("remote.git"))) {
            remote.commit(Map.of("p/releases.yaml", "releases: []\n"));
            long saved = savedUntilKilled(kind, most);
            try (DraftStore next = open(kind, folder)) {
                long kept = number(next.find("one").orElseThrow());
                // The last save was not answered yet
                assertThat(kept).isBetween(saved, saved + 1);
                DraftFiles before = next.find("one").orElseThrow();
                next.put(state(kept + 1), before.revision(), "key:all");
                next.share("one");
            }
            if (kind.equals("git")) {
                assertThat(remote.has(DraftBranches.PREFIX + "one")).isTrue();
            }
        }
    }

    /** Starts a process, kills it once it has saved a number of times, and gives the number of its last save that was answered. */
    private long savedUntilKilled(String kind, long most) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledDraftsTests.class.getName(),
                        kind,
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long saved = -1;
        try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                saved = Long.parseLong(line);
                if (saved == most) {
                    // Unlike the process, its handle leaves open what it has said
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(saved).isGreaterThanOrEqualTo(most);
        return saved;
    }

    /** Saves until it is killed, and says each time what is saved. The arguments: the kind of store, and the folder. */
    public static void main(String[] arguments) {
        DraftStore store = open(arguments[0], Path.of(arguments[1]));
        @Nullable String revision = null;
        for (long i = 0; ; i++) {
            DraftFiles state = state(i);
            store.put(state, revision, "key:all");
            revision = state.revision();
            System.out.println(i);
        }
    }

    private static DraftStore open(String kind, Path folder) {
        return kind.equals("git")
                ? GitDraftStore.open(settings(folder), Clock.systemUTC(), BOUNDS)
                : FolderDraftStore.in(folder.resolve("drafts"));
    }

    private static GitStoreSettings settings(Path folder) {
        Path copy = folder.resolve("copy");
        copy.toFile().mkdirs();
        String remote = folder.resolve("remote.git").toString();
        return new GitStoreSettings(remote, "main", "", null, null, copy, Duration.ofSeconds(20));
    }

    private static DraftFiles state(long number) {
        String text = number + "\n" + TEXT;
        return new DraftFiles("one", List.of(new SourceFile(FILE, text.getBytes(StandardCharsets.UTF_8))));
    }

    /** The number of a state that is whole. */
    private static long number(DraftFiles draft) {
        String text = new String(draft.files().get(0).bytes(), StandardCharsets.UTF_8);
        assertThat(text).endsWith("\n" + TEXT);
        return Long.parseLong(text.substring(0, text.indexOf('\n')));
    }
}
