package io.quanyi.store.git;

import static io.quanyi.store.git.GitTestRepository.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.store.Snapshot;
import io.quanyi.store.StoreChange;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests in a home folder with a hostile git configuration. */
class CleanSystemReaderTests {

    @TempDir
    private Path folder;

    private File homeBefore;
    private SystemReader readerBefore;
    private Path home;
    private Path witness;

    @BeforeEach
    void moveIn() throws IOException {
        homeBefore = FS.DETECTED.userHome();
        readerBefore = SystemReader.getInstance();
        home = Files.createDirectories(folder.resolve("home"));
        witness = folder.resolve("witness");
        Path hooks = Files.createDirectories(home.resolve("hooks"));
        for (String name : List.of("pre-push", "reference-transaction")) {
            Path hook = Files.writeString(hooks.resolve(name), "#!/bin/sh\ntouch '" + witness + "'\nexit 1\n");
            assertThat(hook.toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(
                home.resolve(".gitconfig"),
                String.join(
                        "\n",
                        "[core]",
                        "hooksPath = " + hooks,
                        "compression = 0",
                        "[http]",
                        "extraHeader = X-Evil: yes",
                        "followRedirects = true",
                        "sslVerify = false",
                        "[url \"http://127.0.0.1:1/evil\"]",
                        "insteadOf = http://",
                        "insteadOf = " + folder,
                        "[init]",
                        "defaultBranch = evil",
                        "[user]",
                        "name = Mallory",
                        ""));
        FS.DETECTED.setUserHome(home.toFile());
        SystemReader.setInstance(null);
        // The usual reader remembers what it has read, and other tests may have used it
        SystemReader.setInstance(new SystemReader.Delegate(SystemReader.getInstance()));
    }

    @AfterEach
    void moveOut() {
        SystemReader.setInstance(readerBefore);
        FS.DETECTED.setUserHome(homeBefore);
    }

    @Test
    void theConfigurationOfTheMachineIsReadWithoutIt() throws IOException, ConfigInvalidException {
        assertThat(SystemReader.getInstance().getUserConfig().getString("user", null, "name"))
                .isEqualTo("Mallory");
        CleanSystemReader.install();
        assertThat(SystemReader.getInstance().getUserConfig().getString("user", null, "name"))
                .isNull();
        assertThat(SystemReader.getInstance().getUserConfig().toText()).isEmpty();
        assertThat(SystemReader.getInstance().getSystemConfig().toText()).isEmpty();
        assertThat(SystemReader.getInstance().getJGitConfig().toText()).isEmpty();
    }

    @Test
    void allElseIsLeftToTheReaderThatWasThere() {
        SystemReader before = SystemReader.getInstance();
        CleanSystemReader.install();
        SystemReader after = SystemReader.getInstance();
        assertThat(after).isNotSameAs(before);
        assertThat(after.getHostname()).isEqualTo(before.getHostname());
        assertThat(after.getenv("PATH")).isEqualTo(before.getenv("PATH"));
        assertThat(after.getProperty("os.name")).isEqualTo(before.getProperty("os.name"));
        CleanSystemReader.install();
        assertThat(SystemReader.getInstance()).isSameAs(after);
    }

    @Test
    void whatIsSetIsKeptNowhere() throws IOException, ConfigInvalidException {
        CleanSystemReader.install();
        String before = Files.readString(home.resolve(".gitconfig"));
        StoredConfig config = SystemReader.getInstance().getUserConfig();
        config.setString("user", null, "name", "Somebody");
        config.save();
        config.unsetSection("user", null);
        assertThat(home.resolve(".gitconfig")).hasContent(before);
    }

    @Test
    void nothingOfItChangesWhatIsReadOrWritten() throws IOException {
        try (GitTestRepository remote = GitTestRepository.empty(folder.resolve("remote.git"));
                GitTestServer http = GitTestServer.of(remote);
                GitStore files = GitStore.open(remote.settings(folder.resolve("one")), Clock.systemUTC());
                GitStore server =
                        GitStore.open(http.settings(folder.resolve("two"), GitTestServer.SECRET), Clock.systemUTC())) {
            remote.commit(Map.of("a.yaml", "a"));
            Snapshot snapshot = append(server, append(files, files.newest(), "1"), "2");
            assertThat(texts(files.newest())).isEqualTo(texts(snapshot)).containsEntry("l.yaml", "2");
            assertThat(remote.line().get(0).getAuthorIdent().getName()).isEqualTo("Somebody");
            assertThat(http.requests())
                    .isNotEmpty()
                    .noneMatch(request -> request.headers().containsKey("X-evil"));
        }
        assertThat(witness).doesNotExist();
        assertThat(folder.resolve("one/HEAD")).content().doesNotContain("evil");
    }

    private static Snapshot append(GitStore store, Snapshot base, String ledger) {
        return store.append(new StoreChange(
                base.revision(), List.of(), GitTestRepository.file("l.yaml", ledger), "Somebody", "Change it"));
    }
}
