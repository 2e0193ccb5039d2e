package io.quanyi.workshop.scaffold;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Changes to a tree of rules that are not written yet: new files, and files with more content. */
public final class RulesEdit {

    private final SourceTree before;
    private final SortedMap<String, SourceFile> files = new TreeMap<>();
    private SourceTree tree;

    RulesEdit(SourceTree before) {
        this.before = before;
        this.tree = before;
    }

    /** The rules with the changes. */
    public SourceTree tree() {
        return tree;
    }

    /** The new and changed files. */
    Collection<SourceFile> files() {
        return files.values();
    }

    /** The bytes of a file before the changes; empty for a new file. */
    byte[] before(SourceFile file) {
        SourceFile old = before.file(file.path());
        return old == null ? new byte[0] : old.bytes();
    }

    boolean isNew(SourceFile file) {
        return before.file(file.path()) == null;
    }

    /** Whether a file exists. */
    public boolean has(String path) {
        return tree.file(path) != null;
    }

    /**
     * Adds a new file.
     *
     * @throws FaultsFound if the file exists
     */
    void add(String path, String text) {
        requireFree(path);
        put(new SourceFile(path, text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Refuses a path at which there is a file.
     *
     * @throws FaultsFound if the file exists
     */
    public void requireFree(String path) {
        if (has(path)) {
            throw new FaultsFound(List.of(Fault.at(Position.of(path), "file-exists")));
        }
    }

    /** Writes a file, new or instead of another. */
    public void write(String path, byte[] bytes) {
        put(new SourceFile(path, bytes));
    }

    /** Copies a file, or all files of a folder whose path ends in a slash. */
    void copy(String from, String to) {
        for (SourceFile file : tree.under(from)) {
            put(new SourceFile(to + file.path().substring(from.length()), file.bytes()));
        }
    }

    /** Appends a text to a file, after a blank line. */
    void append(String path, String text) {
        String old = text(path);
        String longer = old.stripTrailing() + "\n\n" + text;
        String ended = old.contains("\r\n") ? longer.replaceAll("\r?\n", "\r\n") : longer;
        put(new SourceFile(path, ended.getBytes(StandardCharsets.UTF_8)));
    }

    /** Adds an entry to a list in a YAML file. */
    public void extend(String path, String list, String entry) {
        put(YamlListEntry.added(file(path), list, entry));
    }

    /**
     * The content of a file.
     *
     * @throws FaultsFound if it is no UTF-8 text
     */
    public String text(String path) {
        Faults faults = new Faults();
        String text = file(path).text(faults);
        faults.throwIfAny();
        return Objects.requireNonNull(text, "no faults");
    }

    private SourceFile file(String path) {
        SourceFile file = tree.file(path);
        if (file == null) {
            throw new FaultsFound(List.of(Fault.at(Position.of(path), "file-missing")));
        }
        return file;
    }

    private void put(SourceFile file) {
        files.put(file.path(), file);
        tree = tree.with(file);
    }
}
