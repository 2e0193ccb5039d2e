package io.quanyi.release.change;

import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
 * @param conflicts the places in the later files where the change cannot be applied, because they differ there as well
 */
public record FileMerge(List<SourceFile> files, List<Position> conflicts) {

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
        List<Position> conflicts = new ArrayList<>();
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
            List<Position> conflicts) {
        if (same(before, changed) || same(changed, later)) {
            return later;
        }
        if (same(before, later)) {
            return changed;
        }
        if (before == null || changed == null || later == null) {
            SourceFile there = later == null ? changed : later;
            conflicts.add(Position.of(there == null ? "" : there.path()));
            return later;
        }
        LineMerge lines = LineMerge.of(before, changed, later);
        lines.conflicts().forEach(line -> conflicts.add(new Position(later.path(), line, 1)));
        return lines.file();
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
