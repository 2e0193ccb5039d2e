package io.quanyi.store.folder;

import io.quanyi.source.Fault;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.store.Snapshot;
import io.quanyi.store.StoreRefused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last sound state of a store, in one hidden file: a zip of its files, its revision, and a digest over all of them.
 */
final class LastGoodState {

    private static final String NAME = ".last-good.zip";
    private static final String REVISION = ".revision";
    private static final String DIGEST = ".digest";

    private final Path root;
    private final Disk disk;

    LastGoodState(Path root, Disk disk) {
        this.root = root;
        this.disk = disk;
    }

    /**
     * Reads the state; empty if none was written.
     *
     * @throws StoreRefused if the file is damaged
     */
    Optional<Snapshot> read() throws IOException {
        try {
            return Optional.of(snapshot(Files.readAllBytes(root.resolve(NAME))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Replaces the file by one with this state, which is complete before it replaces the old one. */
    void write(Snapshot snapshot) throws IOException {
        if (!isWritten(snapshot)) {
            disk.move(StagingFolder.in(root, disk).write(zip(snapshot)), root.resolve(NAME));
            disk.syncFolder(root);
            StagingFolder.sweep(root, disk);
        }
    }

    private boolean isWritten(Snapshot snapshot) throws IOException {
        try {
            return read().map(Snapshot::revision).equals(Optional.of(snapshot.revision()));
        } catch (StoreRefused e) {
            // A damaged file is replaced
            return false;
        }
    }

    private static byte[] zip(Snapshot snapshot) throws IOException {
        List<SourceFile> files = new ArrayList<>(snapshot.tree().under(""));
        files.add(file(REVISION, snapshot.revision()));
        files.add(file(DIGEST, SourceTree.digest(files)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SourceTree.writeZip(bytes, files);
        return bytes.toByteArray();
    }

    private static Snapshot snapshot(byte[] zip) {
        SourceTree all = unzipped(zip);
        List<SourceFile> files = new ArrayList<>(all.under(""));
        files.removeIf(file -> file.path().equals(DIGEST));
        String digest = SourceTree.digest(files);
        files.removeIf(file -> file.path().equals(REVISION));
        boolean whole = digest.equals(text(all.file(DIGEST)))
                && files.stream().map(SourceFile::path).allMatch(StorePath::isAllowed);
        if (!whole) {
            throw new StoreRefused(corrupt());
        }
        return new Snapshot(text(all.file(REVISION)), SourceTree.of(files));
    }

    private static SourceTree unzipped(byte[] zip) {
        try {
            return SourceTree.ofZip(new ByteArrayInputStream(zip));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new StoreRefused(corrupt(), e);
        }
    }

    private static SourceFile file(String path, String text) {
        return new SourceFile(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(@Nullable SourceFile file) {
        return file == null ? "" : new String(file.bytes(), StandardCharsets.UTF_8);
    }

    private static Fault corrupt() {
        return Fault.at("", "store-damaged", NAME);
    }
}
