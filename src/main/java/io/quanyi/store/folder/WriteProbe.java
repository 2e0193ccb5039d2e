package io.quanyi.store.folder;

import io.quanyi.source.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;

/** A cheap check whether a folder can be written: free space, and a small hidden file that is written and deleted. */
public final class WriteProbe {

    private static final String NAME = ".probe";
    private static final long MEBIBYTE = 1L << 20;

    private WriteProbe() {}

    /**
     * Probes a folder.
     *
     * @param leastFree how many bytes must be free
     * @return the reason why the folder cannot be written; empty if it can
     */
    public static Optional<Fault> of(Path folder, long leastFree) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < leastFree) {
                return Optional.of(Fault.at("", "store-space-low", free / MEBIBYTE, leastFree / MEBIBYTE));
            }
            write(folder.resolve(NAME));
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(Fault.at("", "store-not-written", DiskFailureReason.of(e)));
        }
    }

    /** Writes and deletes the file. Two processes may do this at once. */
    private static void write(Path file) throws IOException {
        Set<OpenOption> options = Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE,
                LinkOption.NOFOLLOW_LINKS);
        try (FileChannel channel = FileChannel.open(file, options)) {
            channel.write(ByteBuffer.wrap(new byte[] {1}));
            channel.force(true);
        }
    }
}
