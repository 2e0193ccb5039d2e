package io.quanyi.store.folder;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The real disk until the power is cut at one of its steps. It then forgets names that were added or removed in folders
 * without a later sync, as a disk may.
 */
final class PowerCutDisk implements Disk {

    private final Disk real = new UnsyncedDisk();
    private final Path root;
    private final Node top;
    private int stepsLeft;

    /** A file if it has bytes, otherwise a folder. */
    private static final class Node {
        private final byte @Nullable [] bytes;
        private Map<String, Node> safe = new TreeMap<>();
        private Map<String, Node> now = new TreeMap<>();

        Node(byte @Nullable [] bytes) {
            this.bytes = bytes;
        }
    }

    /** Marks the present names in a folder as safe. */
    PowerCutDisk(Path root, int steps) throws IOException {
        this.root = root;
        this.top = read(root);
        this.stepsLeft = steps;
    }

    /** Starts another process after one died, without a power cut. */
    void goOn(int steps) {
        stepsLeft = steps;
    }

    boolean isCut() {
        return stepsLeft < 0;
    }

    /** Cuts the power: unsafe names are lost or, in some folders, kept. */
    void cutPower(@Nullable Random keeps) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(root)) {
                    Files.delete(path);
                }
            }
        }
        write(root, top, keeps);
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        step();
        real.createFolder(folder);
        around(folder).now.put(name(folder), new Node(null));
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        step();
        real.write(file, bytes);
        around(file).now.put(name(file), new Node(bytes));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step();
        real.move(from, to);
        around(to).now.put(name(to), requireNonNull(around(from).now.remove(name(from))));
    }

    @Override
    public void delete(Path path) throws IOException {
        step();
        boolean wasThere = Files.exists(path);
        real.delete(path);
        if (wasThere && !Files.exists(path)) {
            around(path).now.remove(name(path));
        }
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        step();
        real.syncFolder(folder);
        Node node = node(folder);
        node.safe = new TreeMap<>(node.now);
    }

    private void step() throws IOException {
        if (isCut() || --stepsLeft < 0) {
            throw new IOException("no power");
        }
    }

    private Node around(Path path) {
        return node(path.resolveSibling(""));
    }

    private Node node(Path path) {
        Node node = top;
        for (Path name : root.relativize(path)) {
            node = name.toString().isEmpty() ? node : requireNonNull(node.now.get(name.toString()));
        }
        return node;
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private static Node read(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return new Node(Files.readAllBytes(path));
        }
        Node folder = new Node(null);
        try (Stream<Path> children = Files.list(path)) {
            for (Path child : children.toList()) {
                folder.now.put(name(child), read(child));
            }
        }
        folder.safe = new TreeMap<>(folder.now);
        return folder;
    }

    private static void write(Path path, Node node, @Nullable Random keeps) throws IOException {
        if (node.bytes != null) {
            Files.write(path, node.bytes);
            return;
        }
        if (!Files.exists(path)) {
            Files.createDirectory(path);
        }
        for (Map.Entry<String, Node> child : (keeps != null && keeps.nextBoolean() ? node.now : node.safe).entrySet()) {
            write(path.resolve(child.getKey()), child.getValue(), keeps);
        }
    }
}
