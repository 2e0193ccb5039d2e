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
 * The journal of a write in progress, kept in a hidden file until the write is complete. After the death of a process
 * it shows which files do not count.
 *
 * @param ledger the path of the file that makes the others count; empty if only the end of the journal does
 * @param before the digest of the ledger before the write
 * @param folders the folders to create, the outermost first
 * @param files the paths of the new files
 * @param more the other ledgers, which are replaced after the first one
 */
record WriteJournal(String ledger, String before, List<String> folders, List<String> files, List<StagedLedger> more) {

    static final String NAME = ".journal";

    private static final String HEAD = "quanyi journal 1";
    private static final String LEDGER = "ledger ";
    private static final String BEFORE = "before ";
    private static final String FOLDER = "folder ";
    private static final String FILE = "file ";
    private static final String MORE = "more ";
    private static final String END = "end ";

    /** Keeps copies of the lists. */
    WriteJournal {
        folders = List.copyOf(folders);
        files = List.copyOf(files);
        more = List.copyOf(more);
    }

    /** A journal for new files and, if its path is not empty, a ledger with others. */
    static WriteJournal of(Path root, Collection<SourceFile> added, String ledger, List<StagedLedger> more)
            throws IOException {
        List<String> files = added.stream().map(SourceFile::path).toList();
        Set<String> folders = new TreeSet<>();
        Stream.of(files.stream(), Stream.of(ledger), more.stream().map(StagedLedger::path))
                .flatMap(paths -> paths)
                .flatMap(path -> StorePath.folders(path).stream())
                .filter(folder -> !Files.isDirectory(root.resolve(folder), LinkOption.NOFOLLOW_LINKS))
                .forEach(folders::add);
        return new WriteJournal(ledger, digest(root, ledger), List.copyOf(folders), files, more);
    }

    /** The journal of a folder; empty if no write is unfinished. */
    static Optional<WriteJournal> in(Path root) throws IOException {
        try {
            return Optional.of(parse(Files.readAllBytes(root.resolve(NAME))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Whether the ledger was written. Files are only undone if it certainly was not. */
    boolean isCommitted(Path root) throws IOException {
        return !ledger.isEmpty() && !digest(root, ledger).equals(before);
    }

    /** The folders in which names change, except the folder of the ledger. */
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
        more.forEach(one -> lines.add(MORE + one));
        lines.add(END + SourceTree.digest(List.of(text(lines))));
        return text(lines).bytes();
    }

    private static SourceFile text(List<String> lines) {
        return new SourceFile(NAME, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a journal. If it would not be written with the same bytes, it is damaged. */
    private static WriteJournal parse(byte[] bytes) {
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        WriteJournal journal = new WriteJournal(
                String.join("", starting(LEDGER, lines)),
                String.join("", starting(BEFORE, lines)),
                starting(FOLDER, lines),
                starting(FILE, lines),
                starting(MORE, lines).stream().map(StagedLedger::parse).toList());
        if (!Arrays.equals(journal.bytes(), bytes) || !journal.staysBelow()) {
            throw new StoreRefused(Fault.at("", "store-damaged", NAME));
        }
        return journal;
    }

    private boolean staysBelow() {
        return (ledger.isEmpty() || StorePath.isAllowed(ledger))
                && folders.stream().allMatch(StorePath::isAllowed)
                && files.stream().allMatch(StorePath::isAllowed)
                && more.stream().allMatch(StagedLedger::isAllowed);
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
