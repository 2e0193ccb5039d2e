package io.quanyi.source;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A copy of a tree that runs an action before each access to its files. */
public final class WatchedTree {

    private WatchedTree() {}

    /**
     * The same files, watched.
     *
     * @param step done before each look; it may throw
     */
    public static SourceTree of(SourceTree tree, Runnable step) {
        NavigableMap<String, SourceFile> files = new Watched(step);
        tree.under("").forEach(file -> files.put(file.path(), file));
        return new SourceTree(files);
    }

    private static final class Watched extends TreeMap<String, SourceFile> {

        private static final long serialVersionUID = 1L;

        private final transient Runnable step;

        Watched(Runnable step) {
            this.step = step;
        }

        @Override
        public @Nullable SourceFile get(Object path) {
            step.run();
            return super.get(path);
        }

        @Override
        public SortedMap<String, SourceFile> subMap(String from, String to) {
            step.run();
            return super.subMap(from, to);
        }

        @Override
        public Collection<SourceFile> values() {
            step.run();
            return super.values();
        }

        @Override
        public NavigableSet<String> navigableKeySet() {
            step.run();
            return super.navigableKeySet();
        }
    }
}
