package io.quanyi.store.folder;

import io.quanyi.source.Fault;
import io.quanyi.store.StoreRefused;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The paths that files of a store may have: below its folder, visible, and the same on every machine. */
final class StorePath {

    private static final int MOST_BYTES = 1000;
    private static final int MOST_BYTES_OF_A_NAME = 200;

    private StorePath() {}

    /**
     * Where the file of a path is, or is to be.
     *
     * @throws StoreRefused if no file may have this path
     */
    static Path in(Path root, String path) {
        try {
            Path file = root.resolve(path);
            if (isAllowed(path) && file.startsWith(root)) {
                return file;
            }
            throw new StoreRefused(refusal(path));
        } catch (InvalidPathException e) {
            throw new StoreRefused(refusal(path), e);
        }
    }

    static boolean isAllowed(String path) {
        return bytes(path) <= MOST_BYTES
                && path.codePoints().noneMatch(StorePath::isDeceptive)
                && List.of(path.split("/", -1)).stream().allMatch(StorePath::isVisibleName);
    }

    /** The folders that a path leads through, the outermost first. */
    static List<String> folders(String path) {
        List<String> folders = new ArrayList<>();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            folders.add(path.substring(0, slash));
        }
        return folders;
    }

    /** The folder that a file or folder is in. */
    static Path folderOf(Path path) {
        return path.resolveSibling("");
    }

    private static boolean isVisibleName(String name) {
        return !name.isEmpty() && !name.startsWith(".") && bytes(name) <= MOST_BYTES_OF_A_NAME;
    }

    /** Backslashes and colons lead elsewhere on some machines; half characters cannot be written on any. */
    private static boolean isDeceptive(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> point == '\\' || point == ':';
        };
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Fault refusal(String path) {
        return Fault.at("", "store-path", path);
    }
}
