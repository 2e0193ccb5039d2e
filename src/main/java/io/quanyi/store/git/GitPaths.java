package io.quanyi.store.git;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The rules for paths of files in a repository. Git allows almost any bytes; paths that could mislead a reader or a
 * file system are refused.
 */
public final class GitPaths {

    /** The longest path, which also bounds the depth of folders. */
    static final int MAX_BYTES = 1000;

    private GitPaths() {}

    /** The text of a path from the bytes that git keeps. */
    public static String decode(byte[] raw) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException e) {
            throw GitFailures.name(new String(raw, StandardCharsets.UTF_8));
        }
    }

    /** Whether a file or folder is hidden, and so left out, as files of editors are. */
    public static boolean isHidden(byte[] raw) {
        int name = raw.length;
        while (name > 0 && raw[name - 1] != '/') {
            name--;
        }
        return name < raw.length && raw[name] == '.';
    }

    /** Refuses a path that must not be read or written. */
    public static void require(String path) {
        if (path.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES || !areNames(path, ".")) {
            throw GitFailures.name(path);
        }
    }

    /** Whether a path may be the folder of the rules: also a hidden one, but not git's own. */
    static boolean isFolder(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.isEmpty() || (areNames(lower, "..") && !("/" + lower + "/").matches(".*/(\\.|\\.git)/.*"));
    }

    private static boolean areNames(String path, String refusedStart) {
        for (String name : path.split("/", -1)) {
            if (name.isEmpty() || name.startsWith(refusedStart)) {
                return false;
            }
        }
        return path.codePoints().noneMatch(GitPaths::misleads);
    }

    private static boolean misleads(int point) {
        return point == '\\' || Character.isISOControl(point) || Character.getType(point) == Character.FORMAT;
    }
}
