package io.quanyi.release;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Entries of ledgers whose files are not those that were sealed. Calendars belong to all programmes: if they were changed
 * since the last sound state, one fault says so in place of one for each entry. Without such a state it can only be
 * suspected, and the faults of the entries are listed too.
 */
final class ChangedContent {

    /** An entry, and the digest of its files now. */
    private record Entry(String programme, LedgerEntry sealed, String now) {

        boolean isSame() {
            return now.equals(sealed.digest());
        }
    }

    private final SourceTree tree;
    private final @Nullable SourceTree good;
    private final List<Entry> entries = new ArrayList<>();

    /** @param good the state in which nothing was changed yet; null if it is not at hand */
    ChangedContent(SourceTree tree, @Nullable SourceTree good) {
        this.tree = tree;
        this.good = good;
    }

    void add(String programme, LedgerEntry sealed, String now) {
        entries.add(new Entry(programme, sealed, now));
    }

    boolean isEmpty() {
        return entries.stream().allMatch(Entry::isSame);
    }

    /** Adds a fault for calendars that were changed, or may have been, and for each other entry whose files were. */
    void refuse(Faults faults) {
        Map<String, Set<String>> calendars = calendars();
        calendars.forEach((version, programmes) -> places(version)
                .forEach(place -> faults.add(Fault.at(
                        Position.of(place),
                        good == null ? "calendars-suspected" : "calendars-changed",
                        version,
                        Fault.list(List.copyOf(programmes))))));
        files().forEach((path, releases) ->
                faults.add(Fault.at(Position.of(path), "sealed-file-changed", Fault.list(List.copyOf(releases)))));
        entries.stream()
                .filter(entry -> !entry.isSame())
                .filter(entry ->
                        good == null || !calendars.containsKey(entry.sealed().calendars()))
                .forEach(entry -> faults.add(fault(entry.sealed().id(entry.programme()), entry.now())));
    }

    /** The fault that the files of a sealed release have another digest now. */
    static Fault fault(ReleaseId sealed, String now) {
        return Fault.at(
                Position.of(sealed.programme() + "/" + Ledger.FILE),
                RulesTree.CHANGED,
                sealed.number(),
                sealed.digest(),
                now);
    }

    /** The files of policies and catalogues that differ from the good state, each with the numbers of the releases that it belongs to. */
    private Map<String, Set<String>> files() {
        Map<String, Set<String>> changed = new TreeMap<>();
        List<Entry> compared = good == null
                ? List.of()
                : entries.stream().filter(entry -> !entry.isSame()).toList();
        for (Entry entry : compared) {
            String programme = entry.programme() + "/";
            for (String part : List.of(
                    programme + "policy/" + entry.sealed().policy() + "/",
                    programme + "catalogue/" + entry.sealed().catalogue() + ".yaml")) {
                differing(part)
                        .forEach(path -> changed.computeIfAbsent(path, any -> new TreeSet<>())
                                .add(String.valueOf(entry.sealed().number())));
            }
        }
        return changed;
    }

    /** The programmes by version of the calendars that may have been changed: no programme that uses it is as it was sealed. */
    private Map<String, Set<String>> calendars() {
        Map<String, Set<String>> changed = new TreeMap<>();
        entries.forEach(entry -> changed.computeIfAbsent(entry.sealed().calendars(), any -> new TreeSet<>())
                .add(entry.programme()));
        entries.stream()
                .filter(Entry::isSame)
                .forEach(entry -> changed.remove(entry.sealed().calendars()));
        changed.entrySet()
                .removeIf(one -> good == null
                        ? one.getValue().size() < 2
                        : files(one.getKey()).isEmpty());
        return changed;
    }

    /** The files of a version that differ from the good state; if that is not at hand, its only file or its folder. */
    private List<String> places(String version) {
        List<SourceFile> files = tree.under(folder(version));
        return good != null
                ? files(version)
                : List.of(files.size() == 1 ? files.get(0).path() : folder(version));
    }

    private List<String> files(String version) {
        return differing(folder(version));
    }

    /** The files whose paths begin so and that differ from the good state. */
    private List<String> differing(String prefix) {
        Set<String> paths = new HashSet<>();
        SourceTree before = Objects.requireNonNull(good);
        before.under(prefix).forEach(file -> paths.add(file.path()));
        tree.under(prefix).forEach(file -> paths.add(file.path()));
        return paths.stream()
                .filter(path -> !isSame(before.file(path), tree.file(path)))
                .sorted()
                .toList();
    }

    private static boolean isSame(@Nullable SourceFile one, @Nullable SourceFile other) {
        return one != null && other != null && Arrays.equals(one.bytes(), other.bytes());
    }

    private static String folder(String version) {
        return "calendars/" + version + "/";
    }
}
