package io.quanyi.source;

import static io.quanyi.source.Written.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTests {

    private static final Map<String, String> FILES = new LinkedHashMap<>();

    static {
        FILES.put("p/policy/2/b.drl", "rule b");
        FILES.put("p/policy/1/a.drl", "rule a");
        FILES.put("p/policy/1-draft/a.drl", "rule a'");
        FILES.put("p/clauses.yaml", "clauses: []\r\n");
        FILES.put("readings.yaml", "读法");
        FILES.put("q/空 白.yaml", "");
    }

    @TempDir
    private Path folder;

    @TempDir
    private Path outside;

    @Test
    void aFolderAndAZipOfItAreTheSameTree() throws IOException {
        write();
        SourceTree fromFolder = SourceTree.ofFolder(folder);
        SourceTree fromZip = SourceTree.ofZip(zip(FILES));
        assertThat(paths(fromFolder)).isEqualTo(paths(fromZip)).containsExactlyInAnyOrderElementsOf(FILES.keySet());
        assertThat(SourceTree.digest(fromFolder.under("")))
                .isEqualTo(SourceTree.digest(fromZip.under("")))
                .isEqualTo(digestByHand(FILES.keySet().stream().sorted().toList()));
    }

    @Test
    void theDigestIsOverPathsLengthsAndBytesSortedByPath() throws Exception {
        SourceTree tree = tree("b", "two\n", "a/c", "二", "a", "");
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        sha.update("a\0".concat("0\0").getBytes(StandardCharsets.UTF_8));
        sha.update("a/c\0".concat("3\0").concat("二").getBytes(StandardCharsets.UTF_8));
        sha.update("b\0".concat("4\0").concat("two\n").getBytes(StandardCharsets.UTF_8));
        assertThat(SourceTree.digest(tree.under("")))
                .isEqualTo("sha256:" + HexFormat.of().formatHex(sha.digest()));
    }

    @Test
    void pathsAreSortedByCodePoint() {
        SourceTree tree = tree("😀", "", "\uFF5E", "", "z", "");
        assertThat(paths(tree)).containsExactly("z", "\uFF5E", "😀");
        assertThat(tree.children("")).containsExactly("z", "\uFF5E", "😀");
    }

    @Test
    void theDigestDoesNotDependOnTheOrderGiven() {
        assertThat(SourceTree.digest(List.of(file("a", "1"), file("b", "2"))))
                .isEqualTo(SourceTree.digest(List.of(file("b", "2"), file("a", "1"))));
    }

    @Test
    void movingAByteFromOneFileToTheNextChangesTheDigest() {
        assertThat(SourceTree.digest(List.of(file("a", "12"), file("b", "3"))))
                .isNotEqualTo(SourceTree.digest(List.of(file("a", "1"), file("b", "23"))));
    }

    @Test
    void hiddenFilesAndFoldersAreLeftOut() throws IOException {
        write("p/.a.drl.swp", ".git/config", "p/.idea/x.yaml");
        assertThat(paths(SourceTree.ofFolder(folder))).containsExactlyInAnyOrderElementsOf(FILES.keySet());
    }

    @Test
    void linksBelowTheFolderAreNotFollowed() throws IOException {
        write();
        Files.writeString(outside.resolve("secret"), "secret");
        Files.createSymbolicLink(folder.resolve("p/link.drl"), outside.resolve("secret"));
        Files.createSymbolicLink(folder.resolve("p/linked"), outside);
        assertThat(paths(SourceTree.ofFolder(folder))).containsExactlyInAnyOrderElementsOf(FILES.keySet());
    }

    @Test
    void theFolderItselfMayBeALink() throws IOException {
        write();
        Path link = outside.resolve("current");
        Files.createSymbolicLink(link, folder);
        assertThat(paths(SourceTree.ofFolder(link))).containsExactlyInAnyOrderElementsOf(FILES.keySet());
    }

    @Test
    void aFolderThatIsNotThereIsNoEmptyTree() {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> SourceTree.ofFolder(missing))
                .isInstanceOf(FaultsFound.class)
                .hasMessage(missing + ": there is no such folder");
    }

    @Test
    void aFolderIsNotItsNeighbour() {
        SourceTree tree = SourceTree.of(FILES.entrySet().stream()
                .map(entry -> file(entry.getKey(), entry.getValue()))
                .toList());
        assertThat(tree.under("p/policy/1/")).extracting(SourceFile::path).containsExactly("p/policy/1/a.drl");
        assertThat(tree.children("p/policy/")).containsExactly("1-draft", "1", "2");
        assertThat(tree.children("")).containsExactly("p", "q", "readings.yaml");
        assertThat(tree.under("nothing/")).isEmpty();
        assertThat(tree.file("p/policy/1")).isNull();
    }

    @Test
    void moreFilesThanAnyRulesHaveAreRefused() throws IOException {
        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i <= 20_000; i++) {
            many.put("f" + i, "");
        }
        InputStream zip = zip(many);
        assertThatThrownBy(() -> SourceTree.ofZip(zip))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("20000 files");
    }

    @Test
    void moreBytesThanAnyRulesHaveAreRefusedUnread() throws IOException {
        try (RandomAccessFile sparse =
                new RandomAccessFile(folder.resolve("big.yaml").toFile(), "rw")) {
            sparse.setLength((256L << 20) + 1);
        }
        assertThatThrownBy(() -> SourceTree.ofFolder(folder))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("268435456 bytes");
    }

    private void write(String... more) throws IOException {
        for (Map.Entry<String, String> entry : FILES.entrySet()) {
            write(entry.getKey(), entry.getValue());
        }
        for (String path : more) {
            write(path, "more");
        }
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static InputStream zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("p/"));
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static SourceTree tree(String... pathsAndTexts) {
        List<SourceFile> files = new java.util.ArrayList<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.add(file(pathsAndTexts[i], pathsAndTexts[i + 1]));
        }
        return SourceTree.of(files);
    }

    private static List<String> paths(SourceTree tree) {
        return tree.under("").stream().map(SourceFile::path).toList();
    }

    private static String digestByHand(List<String> sorted) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (String path : sorted) {
            byte[] bytes = FILES.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
            all.writeBytes(path.getBytes(StandardCharsets.UTF_8));
            all.write(0);
            all.writeBytes(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
            all.write(0);
            all.writeBytes(bytes);
        }
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(all.toByteArray()));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
