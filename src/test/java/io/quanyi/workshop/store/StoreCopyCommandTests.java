package io.quanyi.workshop.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import io.quanyi.store.DraftFiles;
import io.quanyi.store.copy.BackupFile;
import io.quanyi.store.copy.DatabasePlace;
import io.quanyi.store.copy.StoreContent;
import io.quanyi.store.copy.StoreCopy;
import io.quanyi.store.folder.FolderStore;
import io.quanyi.store.git.GitTestRepository;
import io.quanyi.store.postgresql.PostgresqlServer;
import io.quanyi.workshop.CommandLineRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole stores are copied from each kind to each other, and nothing is ever replaced. */
@Tag("slow")
class StoreCopyCommandTests {

    private static final SourceTree RULES = TinyRules.sealed().tree();
    private static final DraftFiles DRAFT = new DraftFiles(
            "d0001", List.of(new SourceFile("draft.yaml", "title: 草稿\n".getBytes(StandardCharsets.UTF_8))));

    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void begin() {
        folder = temp.resolve("data");
        try (FolderStore store = FolderStore.open(folder, RULES)) {
            store.drafts().put(DRAFT, null, "somebody");
        }
    }

    @Test
    void aStoreIsTheSameAfterItWasCopiedToEveryKindAndBack() throws Exception {
        Path backup = temp.resolve("backup.zip");
        assertThat(copy(folder, backup).out())
                .startsWith("Copied, read again and compared: 1 release, 1 draft, ")
                .contains("sha256:");
        String digest = new BackupFile(backup).read().digest();
        Path repository = temp.resolve("rules.git");
        try (GitTestRepository remote = GitTestRepository.empty(repository)) {
            assertThat(copy(backup, "git:" + repository).out()).contains("1 release, 1 draft,", digest);
            assertThat(remote.has("refs/heads/drafts/d0001")).isTrue();
        }
        PostgresqlServer server = PostgresqlServer.shared();
        String database = server.newDatabase();
        DatabasePlace place = new DatabasePlace(
                server.settings(database, Files.createDirectory(temp.resolve("good"))), Clock.systemUTC());
        StoreContent content = new BackupFile(backup).read();
        assertThat(StoreCopy.begin(place, content)).isEqualTo(digest);
        Path again = temp.resolve("again");
        assertThat(copy("git:" + repository + "#main", again).out()).contains("1 release, 1 draft,", digest);
        assertThat(Files.readString(again.resolve(".drafts/d0001/draft.yaml"))).isEqualTo("title: 草稿\n");
        Path second = temp.resolve("second.zip");
        assertThat(copy(again, second).status()).isZero();
        assertThat(second).hasSameBinaryContentAs(backup);
    }

    @Test
    void whatIsThereAlreadyIsNeverReplaced() throws Exception {
        Path backup = temp.resolve("backup.zip");
        copy(folder, backup);
        byte[] before = Files.readAllBytes(backup);
        assertThat(copy(folder, backup).err()).contains("there is something here already");
        assertThat(backup).hasBinaryContent(before);
        assertThat(copy(backup, folder).err()).contains("there is something here already");
        Path repository = temp.resolve("rules.git");
        GitTestRepository.empty(repository).close();
        assertThat(copy(backup, "git:" + repository).status()).isZero();
        assertThat(copy(backup, "git:" + repository).err()).contains("main", "there is something here already");
        DatabasePlace place = database();
        StoreContent content = new BackupFile(backup).read();
        StoreCopy.begin(place, content);
        assertThat(catchThrowable(() -> place.begin(content))).hasMessageContaining("there is something here already");
    }

    @Test
    void whereNoStoreIsNothingIsMade() throws Exception {
        Path to = temp.resolve("to");
        assertThat(copy(temp.resolve("none"), to).err()).contains("there is no store here");
        assertThat(copy(temp.resolve("none.zip"), to).err()).contains("the backup cannot be read");
        assertThat(copy(Files.writeString(temp.resolve("text.zip"), "text"), to).status())
                .isEqualTo(1);
        Path repository = temp.resolve("rules.git");
        GitTestRepository.empty(repository).close();
        assertThat(copy("git:" + repository, to).err()).contains("the repository has no branch \"main\"");
        assertThat(catchThrowable(database()::read)).hasMessageContaining("there is no store here");
        assertThat(to).doesNotExist();
    }

    @Test
    void aStoreWhoseReleasesDifferFromTheirLedgerIsNotCopied() throws IOException {
        Path rule = folder.resolve("tiny/policy/1/help.drl");
        Files.writeString(rule, Files.readString(rule) + "\n// changed\n");
        Path to = temp.resolve("to.zip");
        CommandLineRun run = copy(folder, to);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("the content of release 1 has been changed");
        assertThat(to).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../evil.txt",
                ".drafts/../x/evil.txt",
                ".drafts/d1/../../evil.txt",
                ".drafts/evil.txt",
                "tiny/../../evil"
            })
    void aBackupThatLeadsElsewhereIsRefused(String path) throws IOException {
        Path backup = temp.resolve("hostile.zip");
        List<SourceFile> files = new ArrayList<>(RULES.under(""));
        files.add(new SourceFile(path, new byte[] {1}));
        SourceTree.writeZip(Files.newOutputStream(backup), files);
        Files.createDirectory(temp.resolve("inner"));
        CommandLineRun run = copy(backup, temp.resolve("inner/to"));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).isNotEmpty().doesNotContain("\tat ");
        try (Stream<Path> all = Files.walk(temp)) {
            assertThat(all.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("evil"));
        }
    }

    @Test
    void theReaderIsToldInChineseToo() {
        assertThat(CommandLineRun.in(Locale.CHINESE, "store", "copy", folder, temp.resolve("b.zip"))
                        .out())
                .startsWith("已复制，并重新读取核对：1 个发布版本，1 份草稿，");
    }

    private DatabasePlace database() throws Exception {
        PostgresqlServer server = PostgresqlServer.shared();
        return new DatabasePlace(
                server.settings(server.newDatabase(), Files.createTempDirectory(temp, "good")), Clock.systemUTC());
    }

    private static CommandLineRun copy(Object from, Object to) {
        return CommandLineRun.of("store", "copy", from, to);
    }
}
