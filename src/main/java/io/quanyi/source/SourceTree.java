package io.quanyi.source;

import io.quanyi.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/** An immutable set of files by path, read once, so that everything derived from it is derived from the same bytes. */
public final class SourceTree {

    /** The most files of a tree. */
    public static final int MAX_FILES = 20_000;

    /** The most bytes of all files of a tree together. */
    public static final long MAX_BYTES = 256L << 20;

    /**
     * The order of code points, which differs from the order of Java strings for characters beyond the first 65,536.
     */
    private static final Comparator<String> BY_CODE_POINT =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

    private final NavigableMap<String, SourceFile> files;

    SourceTree(NavigableMap<String, SourceFile> files) {
        this.files = files;
    }

    /** A tree of given files. */
    public static SourceTree of(Collection<SourceFile> files) {
        NavigableMap<String, SourceFile> byPath = new TreeMap<>(BY_CODE_POINT);
        files.forEach(file -> byPath.put(file.path(), file));
        return new SourceTree(byPath);
    }

    /**
     * Reads a folder. Hidden files and folders are left out, and links in it are not followed.
     *
     * @throws FaultsFound if there is no such folder
     * @throws UncheckedIOException if a file cannot be read, or the tree is too large
     */
    public static SourceTree ofFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new FaultsFound(List.of(Fault.at(Position.of(folder.toString()), "folder-missing")));
        }
        NavigableMap<String, SourceFile> byPath = new TreeMap<>(BY_CODE_POINT);
        try {
            read(folder.toRealPath(), byPath);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SourceTree(byPath);
    }

    /**
     * Reads a zip that this program wrote.
     *
     * @throws UncheckedIOException if it cannot be read, or the tree is too large
     */
    public static SourceTree ofZip(InputStream stream) {
        NavigableMap<String, SourceFile> byPath = new TreeMap<>(BY_CODE_POINT);
        try (ZipInputStream zip = new ZipInputStream(stream, StandardCharsets.UTF_8)) {
            long bytes = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    byte[] content = zip.readNBytes((int) (MAX_BYTES - bytes + 1));
                    bytes += content.length;
                    refuseBeyond(byPath.size(), bytes);
                    put(byPath, entry.getName(), content);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SourceTree(byPath);
    }

    /**
     * Writes files to a zip, and closes it. Equal files give equal bytes, anywhere and at any time.
     *
     * @throws IOException if the target cannot be written
     */
    public static void writeZip(OutputStream target, Collection<SourceFile> files) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(target)) {
            for (SourceFile file : files) {
                ZipEntry entry = new ZipEntry(file.path());
                entry.setLastModifiedTime(FileTime.fromMillis(0));
                zip.putNextEntry(entry);
                zip.write(file.bytes());
            }
        }
    }

    /** This tree with a file added or replaced. */
    public SourceTree with(SourceFile file) {
        return with(List.of(file));
    }

    /** This tree with files added or replaced. */
    public SourceTree with(Collection<SourceFile> others) {
        NavigableMap<String, SourceFile> more = new TreeMap<>(files);
        others.forEach(file -> more.put(file.path(), file));
        return new SourceTree(more);
    }

    /** The file of a path; null if there is none. */
    public @Nullable SourceFile file(String path) {
        return files.get(path);
    }

    /** The files whose paths begin with a prefix, by code point; give a folder with its closing slash. */
    public List<SourceFile> under(String prefix) {
        return List.copyOf(range(prefix).values());
    }

    /** The files whose paths begin with a prefix, each by the rest of its path. */
    public List<SourceFile> below(String prefix) {
        return range(prefix).values().stream()
                .map(file -> new SourceFile(file.path().substring(prefix.length()), file.bytes()))
                .toList();
    }

    /** The names directly below a folder, given with its closing slash, or empty for the root. */
    public List<String> children(String prefix) {
        return range(prefix).keySet().stream()
                .map(path -> path.substring(prefix.length()))
                .map(rest -> rest.contains("/") ? rest.substring(0, rest.indexOf('/')) : rest)
                .distinct()
                .toList();
    }

    /** The SHA-256 over {@code path\0length\0bytes} of the files, paths sorted by code point, bytes as stored. */
    public static String digest(Collection<SourceFile> files) {
        Sha256 sha = new Sha256();
        for (SourceFile file : of(files).files.values()) {
            sha.with(file.path() + '\0' + file.length() + '\0').with(file.bytes());
        }
        return sha.named();
    }

    private SortedMap<String, SourceFile> range(String prefix) {
        return prefix.isEmpty() ? files : files.subMap(prefix, prefix + LAST_CHARACTER);
    }

    private static void read(Path root, NavigableMap<String, SourceFile> byPath) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            long bytes = 0;
            for (Path path : (Iterable<Path>) walk::iterator) {
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && !hidden(root.relativize(path))) {
                    bytes += Files.size(path);
                    refuseBeyond(byPath.size(), bytes);
                    put(byPath, root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
                }
            }
        }
    }

    private static void put(NavigableMap<String, SourceFile> byPath, String path, byte[] content) {
        byPath.put(path, new SourceFile(path, content));
    }

    private static boolean hidden(Path relative) {
        for (Path name : relative) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static void refuseBeyond(int count, long bytes) throws IOException {
        if (count >= MAX_FILES || bytes > MAX_BYTES) {
            throw new IOException("more than " + MAX_FILES + " files or " + MAX_BYTES + " bytes of rules");
        }
    }
}
