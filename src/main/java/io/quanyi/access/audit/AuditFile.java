package io.quanyi.access.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** The file of the audit log, to which lines are appended. It is opened anew for each line, so that it can be moved away at any time. */
final class AuditFile {

    private static final Set<StandardOpenOption> APPEND =
            Set.of(StandardOpenOption.WRITE, StandardOpenOption.APPEND, StandardOpenOption.CREATE);

    private final Path path;

    AuditFile(Path path) {
        this.path = path;
    }

    /** Checks that lines can be added. */
    void open() {
        append("");
    }

    /**
     * Adds a line; it is on the disk when this returns.
     *
     * @throws AuditFailed if it is not
     */
    void add(String line) {
        append(line + "\n");
    }

    /**
     * Its last lines, as many as end within a number of bytes; none if there is no file.
     *
     * @throws AuditFailed if they cannot be read
     */
    List<String> lastLines(int maxBytes) {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long start = Math.max(0, channel.size() - maxBytes);
            channel.position(start);
            byte[] tail = Channels.newInputStream(channel).readNBytes(maxBytes);
            List<String> lines =
                    new String(tail, StandardCharsets.UTF_8).lines().toList();
            return start == 0 || lines.isEmpty() ? lines : lines.subList(1, lines.size());
        } catch (IOException e) {
            throw new AuditFailed("cannot read " + path, e);
        }
    }

    private void append(String text) {
        try (FileChannel channel = FileChannel.open(path, APPEND, ownerOnly())) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(!text.isEmpty() && isTorn() ? "\n" + text : text);
            channel.write(bytes);
            if (bytes.hasRemaining()) {
                throw new AuditFailed("only a part of a line could be written to " + path);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new AuditFailed("cannot write to " + path, e);
        }
    }

    /** Whether the last line has no end, because its writing failed midway. */
    private boolean isTorn() throws IOException {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
