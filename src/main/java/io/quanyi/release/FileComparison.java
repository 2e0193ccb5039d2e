package io.quanyi.release;

import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Files that were sent, compared by name with those of a version. Line ends and a byte order mark make no difference, because editors
 * change them unasked.
 *
 * @param files all files of both, by name
 */
public record FileComparison(List<ComparedFile> files) {

    /** Keeps a copy. */
    public FileComparison {
        files = List.copyOf(files);
    }

    /** How a sent file differs from the one of the version. */
    public enum FileChange {
        /** The version has no such file. */
        ADDED,
        /** Both have it, with different content. */
        CHANGED,
        /** Both have it, with the same content. */
        IDENTICAL,
        /** The version has it, and it was not sent. */
        REMOVED
    }

    /**
     * A file.
     *
     * @param path its path in the part; empty for the only file of a part
     */
    public record ComparedFile(String path, FileChange change) {}

    /**
     * Compares files with those of a tree.
     *
     * @param folder the path prefix of the version's files
     */
    public static FileComparison of(SourceTree tree, String folder, List<SourceFile> sent) {
        Map<String, SourceFile> before =
                tree.below(folder).stream().collect(Collectors.toMap(SourceFile::path, file -> file));
        Map<String, FileChange> changes = new TreeMap<>();
        before.keySet().forEach(path -> changes.put(path, FileChange.REMOVED));
        sent.forEach(file -> changes.put(file.path(), change(before, file)));
        return new FileComparison(changes.entrySet().stream()
                .map(one -> new ComparedFile(one.getKey(), one.getValue()))
                .toList());
    }

    private static FileChange change(Map<String, SourceFile> before, SourceFile file) {
        SourceFile was = before.get(file.path());
        if (was == null) {
            return FileChange.ADDED;
        }
        return content(was).equals(content(file)) ? FileChange.IDENTICAL : FileChange.CHANGED;
    }

    /** Whether every file is the same, and none is missing. */
    public boolean isIdentical() {
        return files.stream().allMatch(file -> file.change() == FileChange.IDENTICAL);
    }

    /** The bytes, one for each character, without the mark and with the line ends of Unix. */
    private static String content(SourceFile file) {
        String text = new String(file.bytes(), StandardCharsets.ISO_8859_1);
        String unmarked = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
        return unmarked.replace("\r\n", "\n");
    }
}
