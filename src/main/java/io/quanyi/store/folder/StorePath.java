package io.quanyi.store.folder;

import io.quanyi.source.DeceptiveCharacters;
import io.quanyi.source.Fault;
import io.quanyi.store.StoreRefused;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rules for paths of files in a store: below its folder, visible, and valid on every machine. */
public final class StorePath {

    private static final int MAX_BYTES = 1000;
    private static final int MAX_NAME_BYTES = 200;

    private StorePath() {}

    /**
     * The file of a path.
     *
     * @throws StoreRefused if the path is not allowed
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

    /**
     * Holds a path that is no path of this machine to the rules.
     *
     * @throws StoreRefused if the path is not allowed
     */
    public static void require(String path) {
        if (!isAllowed(path)) {
            throw new StoreRefused(refusal(path));
        }
    }

    /** Whether a path is within the rules. */
    public static boolean isAllowed(String path) {
        return bytes(path) <= MAX_BYTES
                && path.codePoints().noneMatch(StorePath::isDeceptive)
                && List.of(path.split("/", -1)).stream().allMatch(StorePath::isVisibleName);
    }

    /** The folders of a path, the outermost first. */
    static List<String> folders(String path) {
        List<String> folders = new ArrayList<>();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            folders.add(path.substring(0, slash));
        }
        return folders;
    }

    /** The folder that contains a file or folder. */
    static Path folderOf(Path path) {
        return path.resolveSibling("");
    }

    private static boolean isVisibleName(String name) {
        return !name.isEmpty() && !name.startsWith(".") && bytes(name) <= MAX_NAME_BYTES;
    }

    /**
     * Whether a character is refused: backslashes and colons separate names on some machines, and surrogates cannot be
     * written.
     */
    private static boolean isDeceptive(int point) {
        return DeceptiveCharacters.isInvisible(point) || point == '\\' || point == ':';
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Fault refusal(String path) {
        return Fault.at("", "store-path", path);
    }
}
