package io.quanyi.store.folder;

import io.quanyi.source.Fault;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.store.StoreRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is about to be added, kept in a hidden file until it is: whoever comes after a process that died reads here what of
 * the folder does not count.
 *
 * @param ledger the path of the file that makes the others count; empty where only the end of this journal does
 * @param before the digest of the ledger as it was
 * @param folders to be made, the outermost first
 * @param files to be added, none of which was there
 */
record WriteJournal(String ledger, String before, List<String> folders, List<String> files) {

    static final String NAME = ".journal";

    private static final String HEAD = "quanyi journal 1";
    private static final String LEDGER = "ledger ";
    private static final String BEFORE = "before ";
    private static final String FOLDER = "folder ";
    private static final String FILE = "file ";
    private static final String END = "end ";

    /** Keeps copies. */
    WriteJournal {
        folders = List.copyOf(folders);
        files = List.copyOf(files);
    }

    /** A journal for the files and, where its path is not empty, the ledger. */
    static WriteJournal of(Path root, Collection<SourceFile> added, String ledger) throws IOException {
        List<String> files = added.stream().map(SourceFile::path).toList();
        Set<String> folders = new TreeSet<>();
        Stream.concat(files.stream(), Stream.of(ledger))
                .flatMap(path -> StorePath.folders(path).stream())
                .filter(folder -> !Files.isDirectory(root.resolve(folder), LinkOption.NOFOLLOW_LINKS))
                .forEach(folders::add);
        return new WriteJournal(ledger, digest(root, ledger), List.copyOf(folders), files);
    }

    /** The journal of a folder, if something was left undone there. */
    static Optional<WriteJournal> in(Path root) throws IOException {
        try {
            return Optional.of(parse(Files.readAllBytes(root.resolve(NAME))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Only if the ledger is the old one for certain is what is listed taken away. */
    boolean isCommitted(Path root) throws IOException {
        return !ledger.isEmpty() && !digest(root, ledger).equals(before);
    }

    /** The folders whose names change with all this, apart from the ledger's own. */
    Set<Path> touched(Path root) {
        Set<Path> touched = new TreeSet<>();
        Stream.concat(folders.stream(), files.stream())
                .map(path -> StorePath.folderOf(root.resolve(path)))
                .forEach(touched::add);
        return touched;
    }

    byte[] bytes() {
        List<String> lines = new ArrayList<>(List.of(HEAD, LEDGER + ledger, BEFORE + before));
        folders.forEach(folder -> lines.add(FOLDER + folder));
        files.forEach(file -> lines.add(FILE + file));
        lines.add(END + SourceTree.digest(List.of(text(lines))));
        return text(lines).bytes();
    }

    private static SourceFile text(List<String> lines) {
        return new SourceFile(NAME, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** What is not, byte for byte, as it would be written has been damaged. */
    private static WriteJournal parse(byte[] bytes) {
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        WriteJournal journal = new WriteJournal(
                String.join("", starting(LEDGER, lines)),
                String.join("", starting(BEFORE, lines)),
                starting(FOLDER, lines),
                starting(FILE, lines));
        if (!Arrays.equals(journal.bytes(), bytes) || !journal.staysBelow()) {
            throw new StoreRefused(Fault.at("", "store-damaged", NAME));
        }
        return journal;
    }

    private boolean staysBelow() {
        return (ledger.isEmpty() || StorePath.isAllowed(ledger))
                && folders.stream().allMatch(StorePath::isAllowed)
                && files.stream().allMatch(StorePath::isAllowed);
    }

    private static List<String> starting(String word, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()))
                .toList();
    }

    private static String digest(Path root, String ledger) throws IOException {
        try {
            return ledger.isEmpty()
                    ? SourceTree.digest(List.of())
                    : SourceTree.digest(List.of(new SourceFile(ledger, Files.readAllBytes(root.resolve(ledger)))));
        } catch (NoSuchFileException e) {
            return SourceTree.digest(List.of());
        }
    }
}
