package io.quanyi.release.change;

import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The result of applying a change of files to a later version of the same files.
 *
 * @param files the later files with the change, in the order of their paths
 * @param conflicts the places at which the change cannot be applied
 */
public record FileMerge(List<SourceFile> files, List<MergeConflict> conflicts) {

    /** Keeps copies. */
    public FileMerge {
        files = List.copyOf(files);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * Applies a change.
     *
     * @param before the files before the change
     * @param changed the files after it
     * @param later the files to apply it to, which began as those before the change
     */
    public static FileMerge of(List<SourceFile> before, List<SourceFile> changed, List<SourceFile> later) {
        Map<String, SourceFile> was = byPath(before);
        Map<String, SourceFile> is = byPath(changed);
        Map<String, SourceFile> then = byPath(later);
        Set<String> paths = new TreeSet<>(then.keySet());
        paths.addAll(is.keySet());
        List<SourceFile> files = new ArrayList<>();
        List<MergeConflict> conflicts = new ArrayList<>();
        for (String path : paths) {
            SourceFile merged = merged(was.get(path), is.get(path), then.get(path), conflicts);
            if (merged != null) {
                files.add(merged);
            }
        }
        return new FileMerge(files, conflicts);
    }

    private static @Nullable SourceFile merged(
            @Nullable SourceFile before,
            @Nullable SourceFile changed,
            @Nullable SourceFile later,
            List<MergeConflict> conflicts) {
        if (same(before, changed) || same(changed, later)) {
            return later;
        }
        if (same(before, later)) {
            return changed;
        }
        if (before == null || changed == null || later == null) {
            conflicts.add(ofWhole(changed, later));
            return later;
        }
        AddedMembers both = AddedMembers.of(before, changed, later);
        LineMerge lines = LineMerge.of(before, both.change(), later);
        conflicts.addAll(both.conflicts());
        conflicts.addAll(lines.conflicts());
        try {
            return both.join(lines.file());
        } catch (FaultsFound e) {
            // With every line of both, so that nothing of the change is lost: a reader names the faults
            return LineMerge.of(before, changed, later).file();
        }
    }

    /** The conflict of two files of one name of which one side has none, or that both sides have added. */
    private static MergeConflict ofWhole(@Nullable SourceFile changed, @Nullable SourceFile later) {
        if (changed != null && later != null) {
            return LineMerge.firstDifference(changed, later);
        }
        SourceFile there = Objects.requireNonNull(later == null ? changed : later, "in one of them");
        String words = LineMerge.words(there);
        return new MergeConflict(Position.of(there.path()), changed == null ? "" : words, later == null ? "" : words);
    }

    private static boolean same(@Nullable SourceFile one, @Nullable SourceFile other) {
        if (one == null || other == null) {
            return one == other;
        }
        return Arrays.equals(one.bytes(), other.bytes());
    }

    private static Map<String, SourceFile> byPath(List<SourceFile> files) {
        return files.stream()
                .collect(Collectors.toMap(SourceFile::path, Function.identity(), (one, other) -> one, TreeMap::new));
    }
}
