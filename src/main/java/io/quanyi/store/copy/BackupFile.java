package io.quanyi.store.copy;

import io.quanyi.source.Fault;
import io.quanyi.source.Position;
import io.quanyi.source.SourceTree;
import io.quanyi.store.StoreRefused;
import io.quanyi.store.StoreUnavailable;
import io.quanyi.store.folder.DiskFailureReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A backup of a store in a zip. Equal stores give equal bytes. */
public record BackupFile(Path path) implements StorePlace {

    @Override
    public StoreContent read() {
        try (InputStream zip = Files.newInputStream(path)) {
            StoreContent content = StoreContent.of(SourceTree.ofZip(zip));
            if (content.files().isEmpty()) {
                throw new StoreRefused(Fault.at(Position.of(path.toString()), "store-empty"));
            }
            return content;
        } catch (IOException | UncheckedIOException e) {
            throw new StoreUnavailable(Fault.at(Position.of(path.toString()), "store-backup-unreadable"), e);
        }
    }

    /** The file appears complete or not at all; only its owner may read it. */
    @Override
    public void begin(StoreContent content) {
        Path folder = path.toAbsolutePath().getParent();
        try {
            Path writing = Files.createTempFile(folder, ".backup-", ".zip");
            try {
                SourceTree.writeZip(Files.newOutputStream(writing), content.files());
                // Without REPLACE_EXISTING it fails if the file exists
                Files.move(writing, path);
            } finally {
                Files.deleteIfExists(writing);
            }
        } catch (FileAlreadyExistsException e) {
            throw new StoreRefused(Fault.at(Position.of(path.toString()), "store-not-empty"), e);
        } catch (IOException e) {
            throw new StoreUnavailable(Fault.at("", "store-not-written", DiskFailureReason.of(e)), e);
        }
    }
}
