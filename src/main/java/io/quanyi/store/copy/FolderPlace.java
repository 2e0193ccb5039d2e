package io.quanyi.store.copy;

import io.quanyi.source.Fault;
import io.quanyi.source.Position;
import io.quanyi.source.SourceTree;
import io.quanyi.store.StoreRefused;
import io.quanyi.store.StoreUnavailable;
import io.quanyi.store.folder.DiskFailureReason;
import io.quanyi.store.folder.FolderStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A store in a folder. */
public record FolderPlace(Path path) implements StorePlace {

    @Override
    public StoreContent read() {
        if (isEmpty()) {
            throw new StoreRefused(Fault.at(Position.of(path.toString()), "store-empty"));
        }
        try (FolderStore store = FolderStore.open(path, SourceTree.of(List.of()))) {
            return StoreCopy.content(store);
        }
    }

    @Override
    public void begin(StoreContent content) {
        if (!isEmpty()) {
            throw new StoreRefused(Fault.at(Position.of(path.toString()), "store-not-empty"));
        }
        try (FolderStore store = FolderStore.open(path, content.tree())) {
            StoreCopy.putDrafts(content, store);
        }
    }

    private boolean isEmpty() {
        if (!Files.isDirectory(path)) {
            return true;
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new StoreUnavailable(Fault.at("", "store-unreachable", DiskFailureReason.of(e)), e);
        }
    }
}
