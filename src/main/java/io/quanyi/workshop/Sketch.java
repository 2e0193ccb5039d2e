package io.quanyi.workshop;

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

/** Rules as they would be with some files more, and some that say more. Nothing of it is written. */
final class Sketch {

    private final SourceTree before;
    private final SortedMap<String, SourceFile> drawn = new TreeMap<>();
    private SourceTree tree;

    Sketch(SourceTree before) {
        this.before = before;
        this.tree = before;
    }

    /** The rules as they would be. */
    SourceTree tree() {
        return tree;
    }

    /** What would be written. */
    Collection<SourceFile> drawn() {
        return drawn.values();
    }

    /** The file as it was; empty for one that is new. */
    byte[] before(SourceFile file) {
        SourceFile old = before.file(file.path());
        return old == null ? new byte[0] : old.bytes();
    }

    boolean isNew(SourceFile file) {
        return before.file(file.path()) == null;
    }

    boolean has(String path) {
        return tree.file(path) != null;
    }

    /** @throws FaultsFound if there is a file of that path */
    void add(String path, String text) {
        if (has(path)) {
            throw new FaultsFound(List.of(Fault.at(Position.of(path), "file-exists")));
        }
        draw(new SourceFile(path, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Copies a file, or all files of a folder, which is given with its closing slash. */
    void copy(String from, String to) {
        for (SourceFile file : tree.under(from)) {
            draw(new SourceFile(to + file.path().substring(from.length()), file.bytes()));
        }
    }

    /** Adds to the end of a text file, after a blank line. */
    void append(String path, String text) {
        String old = text(path);
        String longer = old.stripTrailing() + "\n\n" + text;
        String ended = old.contains("\r\n") ? longer.replaceAll("\r?\n", "\r\n") : longer;
        draw(new SourceFile(path, ended.getBytes(StandardCharsets.UTF_8)));
    }

    /** Adds an entry to a list in a YAML file. */
    void extend(String path, String list, String entry) {
        draw(ListEntry.added(file(path), list, entry));
    }

    /** @throws FaultsFound if it is no text */
    String text(String path) {
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

    private void draw(SourceFile file) {
        drawn.put(file.path(), file);
        tree = tree.with(file);
    }
}
