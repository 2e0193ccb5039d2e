package io.quanyi.release.draft;

import io.quanyi.release.LedgerEntry;
import io.quanyi.release.publish.PartKind;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The files of a release as a draft changes them, each by its name: the rules, cases and clauses, and the catalogue under
 * {@value #CATALOGUE}. Calendars belong to all programmes and are in no draft.
 */
public final class DraftContent {

    /** The name of the catalogue in a draft. */
    public static final String CATALOGUE = "catalogue.yaml";

    /** How a draft changes a file of its base. */
    public enum Change {
        UNCHANGED,
        ADDED,
        CHANGED,
        REMOVED
    }

    /**
     * A file of the base or of the draft.
     *
     * @param file the file as the draft has it; of a removed one, as the base has it
     */
    public record Entry(SourceFile file, Change change) {

        /** Its name. */
        public String name() {
            return file.path();
        }
    }

    private final Map<String, SourceFile> base;
    private final Map<String, SourceFile> now;

    private DraftContent(Map<String, SourceFile> base, Map<String, SourceFile> now) {
        this.base = base;
        this.now = now;
    }

    /** The content of a draft whose base is an entry of the ledger. */
    static DraftContent of(Draft draft, SourceTree tree, LedgerEntry entry) {
        Map<String, SourceFile> base = release(tree, draft.programme(), entry);
        Map<String, SourceFile> now = new TreeMap<>(base);
        draft.removed().forEach(now::remove);
        draft.files().forEach(file -> now.put(file.path(), file));
        return new DraftContent(base, now);
    }

    /** The files of a release by their names in a draft. */
    static Map<String, SourceFile> release(SourceTree tree, String programme, LedgerEntry entry) {
        Map<String, SourceFile> files = new TreeMap<>();
        tree.below(PartKind.POLICY.folder(programme, entry.policy())).forEach(file -> files.put(file.path(), file));
        SourceFile catalogue = tree.file(PartKind.CATALOGUE.folder(programme, entry.catalogue()));
        if (catalogue != null) {
            files.put(CATALOGUE, new SourceFile(CATALOGUE, catalogue.bytes()));
        }
        return files;
    }

    /** Whether a file may have this name. */
    static boolean allows(String name) {
        return name.equals(CATALOGUE) || PartKind.POLICY.allows(name);
    }

    /** The file of a name in the release as drafted. */
    public Optional<SourceFile> file(String name) {
        return Optional.ofNullable(now.get(name));
    }

    /** The file of a name in the base. */
    public Optional<SourceFile> before(String name) {
        return Optional.ofNullable(base.get(name));
    }

    /** The files of the base, by name. */
    List<SourceFile> base() {
        return List.copyOf(base.values());
    }

    /** The files of the release as drafted, by name. */
    List<SourceFile> files() {
        return List.copyOf(now.values());
    }

    /** Whether no file differs from the base. */
    public boolean isEmpty() {
        return entries().stream().allMatch(entry -> entry.change() == Change.UNCHANGED);
    }

    /** All files, also removed ones, by name. */
    public List<Entry> entries() {
        TreeSet<String> names = new TreeSet<>(base.keySet());
        names.addAll(now.keySet());
        return names.stream().map(this::entry).toList();
    }

    /** The entry of a file that the base or the draft has. */
    Entry entry(String name) {
        SourceFile was = base.get(name);
        SourceFile is = now.get(name);
        if (is == null) {
            return new Entry(Objects.requireNonNull(was, name), Change.REMOVED);
        }
        if (was == null) {
            return new Entry(is, Change.ADDED);
        }
        return new Entry(is, isSame(was, is) ? Change.UNCHANGED : Change.CHANGED);
    }

    /** This content with a file in place of the one of its name, or without it. */
    DraftContent with(String name, @Nullable SourceFile file) {
        Map<String, SourceFile> changed = new TreeMap<>(now);
        if (file == null) {
            changed.remove(name);
        } else {
            changed.put(name, file);
        }
        return new DraftContent(base, changed);
    }

    /** The content of a draft with the same base and other files. */
    DraftContent with(Map<String, SourceFile> others) {
        return new DraftContent(base, others);
    }

    /** The files that differ from the base, or are not in it. */
    List<SourceFile> changed() {
        return entries().stream()
                .filter(entry -> entry.change() == Change.ADDED || entry.change() == Change.CHANGED)
                .map(Entry::file)
                .toList();
    }

    /** The names of the files of the base that are left out. */
    List<String> removed() {
        List<String> left = new ArrayList<>(base.keySet());
        left.removeAll(now.keySet());
        return left;
    }

    /** How the files of a release differ from those of an earlier one. */
    static DraftContent between(SourceTree tree, String programme, LedgerEntry before, LedgerEntry after) {
        return new DraftContent(release(tree, programme, before), release(tree, programme, after));
    }

    /** The content of a draft with another base, and the files of these. */
    static DraftContent of(List<SourceFile> base, List<SourceFile> now) {
        return new DraftContent(byName(base), byName(now));
    }

    private static Map<String, SourceFile> byName(List<SourceFile> files) {
        Map<String, SourceFile> byName = new TreeMap<>();
        files.forEach(file -> byName.put(file.path(), file));
        return byName;
    }

    private static boolean isSame(SourceFile one, SourceFile other) {
        return Arrays.equals(one.bytes(), other.bytes());
    }
}
