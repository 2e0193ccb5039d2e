package io.quanyi.store.git;

import io.quanyi.source.SourceFile;
import io.quanyi.store.StoreRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.jspecify.annotations.Nullable;

/** Writes files into a tree. Only the folders on their paths are written again, with their other entries unchanged. */
final class GitTreeWriter {

    private final ObjectReader reader;
    private final ObjectInserter inserter;

    /** The objects to store once everything is checked, by type. */
    private final Map<Integer, Map<ObjectId, byte[]>> stored = new LinkedHashMap<>();

    GitTreeWriter(ObjectReader reader, ObjectInserter inserter) {
        this.reader = reader;
        this.inserter = inserter;
    }

    /**
     * Writes files into a tree.
     *
     * @param root the tree before; null for none
     * @param folder the folder of the files, with its closing slash; empty for the root
     * @throws StoreRefused if an added file exists with other bytes; nothing is written then
     */
    ObjectId write(@Nullable ObjectId root, String folder, List<SourceFile> added, List<SourceFile> ledgers)
            throws IOException {
        Folder changes = new Folder();
        for (SourceFile file : added) {
            changes.put(folder + file.path(), new NewFile(file, false));
        }
        for (SourceFile ledger : ledgers) {
            changes.put(folder + ledger.path(), new NewFile(ledger, true));
        }
        ObjectId tree = tree(root, changes);
        for (Map.Entry<Integer, Map<ObjectId, byte[]>> objects : stored.entrySet()) {
            for (byte[] bytes : objects.getValue().values()) {
                inserter.insert(objects.getKey(), bytes);
            }
        }
        inserter.flush();
        return tree;
    }

    private ObjectId tree(@Nullable ObjectId before, Folder changes) throws IOException {
        Map<String, Entry> entries = entries(before);
        for (Map.Entry<String, NewFile> file : changes.files.entrySet()) {
            entries.compute(key(file.getKey()), (key, old) -> file(key, old, file.getValue()));
        }
        for (Map.Entry<String, Folder> folder : changes.folders.entrySet()) {
            String key = key(folder.getKey());
            Entry old = entries.get(key);
            if (old != null && !old.isTree()) {
                throw GitFailures.exists(folder.getValue().firstPath());
            }
            ObjectId tree = tree(old == null ? null : old.id(), folder.getValue());
            entries.put(key, new Entry(key, FileMode.TYPE_TREE, tree));
        }
        return store(Constants.OBJ_TREE, bytes(entries));
    }

    private Entry file(String key, @Nullable Entry old, NewFile file) {
        ObjectId blob = store(Constants.OBJ_BLOB, file.file().bytes());
        if (old == null) {
            return new Entry(key, FileMode.REGULAR_FILE.getBits(), blob);
        }
        if (!old.isFile() || (!file.replaces() && !old.id().equals(blob))) {
            throw GitFailures.exists(file.file().path());
        }
        return new Entry(key, old.mode(), blob);
    }

    private Map<String, Entry> entries(@Nullable ObjectId tree) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        if (tree != null) {
            try (TreeWalk walk = new TreeWalk(reader)) {
                walk.addTree(tree);
                while (walk.next()) {
                    String key = new String(walk.getRawPath(), StandardCharsets.ISO_8859_1);
                    entries.put(key, new Entry(key, walk.getRawMode(0), walk.getObjectId(0)));
                }
            }
        }
        return entries;
    }

    private ObjectId store(int type, byte[] bytes) {
        ObjectId id = inserter.idFor(type, bytes);
        stored.computeIfAbsent(type, key -> new LinkedHashMap<>()).put(id, bytes);
        return id;
    }

    private static byte[] bytes(Map<String, Entry> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Entry entry : entries.values().stream().sorted(Entry.ORDER).toList()) {
            bytes.writeBytes((Integer.toOctalString(entry.mode()) + " " + entry.key() + "\0")
                    .getBytes(StandardCharsets.ISO_8859_1));
            entry.id().copyRawTo(bytes);
        }
        return bytes.toByteArray();
    }

    /** A name with one character per byte, because git does not require names to be text. */
    private static String key(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** @param replaces whether it may replace an older file */
    private record NewFile(SourceFile file, boolean replaces) {}

    /** An entry of a tree. */
    private record Entry(String key, int mode, ObjectId id) {

        /** The order of git, which sorts a folder as if its name ended with a slash. */
        private static final Comparator<Entry> ORDER =
                Comparator.comparing(entry -> entry.isTree() ? entry.key() + "/" : entry.key());

        private boolean isTree() {
            return (mode & FileMode.TYPE_MASK) == FileMode.TYPE_TREE;
        }

        private boolean isFile() {
            return (mode & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
        }
    }

    /** The changes in a folder. */
    private static final class Folder {

        private final Map<String, NewFile> files = new TreeMap<>();
        private final Map<String, Folder> folders = new TreeMap<>();

        private void put(String path, NewFile file) {
            int slash = path.indexOf('/');
            String name = slash < 0 ? path : path.substring(0, slash);
            if (slash < 0
                    ? folders.containsKey(name) || isOther(files.put(name, file), file)
                    : files.containsKey(name)) {
                throw GitFailures.exists(file.file().path());
            }
            if (slash >= 0) {
                folders.computeIfAbsent(name, key -> new Folder()).put(path.substring(slash + 1), file);
            }
        }

        private static boolean isOther(@Nullable NewFile before, NewFile file) {
            return before != null
                    && !Arrays.equals(before.file().bytes(), file.file().bytes());
        }

        private String firstPath() {
            return files.isEmpty()
                    ? folders.values().iterator().next().firstPath()
                    : files.values().iterator().next().file().path();
        }
    }
}
