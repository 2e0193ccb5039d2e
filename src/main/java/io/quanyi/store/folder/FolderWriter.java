package io.quanyi.store.folder;

import io.quanyi.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes files into a folder, all of them or, if the process or the machine stops at any point, none that counts. The
 * caller holds the lock of the folder.
 */
final class FolderWriter {

    private final Path root;
    private final Disk disk;

    FolderWriter(Path root, Disk disk) {
        this.root = root;
        this.disk = disk;
    }

    /**
     * Writes files.
     *
     * @param files new files
     * @param ledger the changed ledger; null if no ledger makes the files count
     * @throws IOException if it fails; {@link #finish} then completes or undoes it
     */
    void add(List<SourceFile> files, @Nullable SourceFile ledger) throws IOException {
        WriteJournal journal = WriteJournal.of(root, files, ledger == null ? "" : ledger.path());
        StagingFolder staging = StagingFolder.in(root, disk);
        List<Path> staged = new ArrayList<>();
        for (SourceFile file : files) {
            staged.add(staging.write(file.bytes()));
        }
        Path stagedLedger = ledger == null ? null : staging.write(ledger.bytes());
        disk.move(staging.write(journal.bytes()), root.resolve(WriteJournal.NAME));
        disk.syncFolder(root);
        moveIntoPlace(journal, staged);
        if (ledger != null && stagedLedger != null) {
            commit(stagedLedger, root.resolve(ledger.path()));
        } else {
            end();
        }
    }

    /** The paths of files that do not count, because the process that wrote them died. */
    Set<String> uncounted() throws IOException {
        Optional<WriteJournal> journal = WriteJournal.in(root);
        return journal.isPresent() && !journal.get().isCommitted(root)
                ? Set.copyOf(journal.get().files())
                : Set.of();
    }

    /** Undoes an unfinished write or, if its ledger was written, completes it. */
    void finish() throws IOException {
        Optional<WriteJournal> journal = WriteJournal.in(root);
        if (journal.isPresent()) {
            if (journal.get().isCommitted(root)) {
                disk.syncFolder(StorePath.folderOf(root.resolve(journal.get().ledger())));
            } else {
                takeBack(journal.get());
            }
            end();
        }
        StagingFolder.sweep(root, disk);
    }

    private void moveIntoPlace(WriteJournal journal, List<Path> staged) throws IOException {
        for (String folder : journal.folders()) {
            disk.createFolder(root.resolve(folder));
        }
        for (int i = 0; i < staged.size(); i++) {
            disk.move(staged.get(i), root.resolve(journal.files().get(i)));
        }
        sync(journal.touched(root));
    }

    private void commit(Path staged, Path ledger) throws IOException {
        disk.move(staged, ledger);
        disk.syncFolder(StorePath.folderOf(ledger));
        try {
            end();
        } catch (IOException e) {
            // The write is complete and safe; the journal tells the next writer
        }
    }

    private void takeBack(WriteJournal journal) throws IOException {
        for (String file : journal.files()) {
            disk.delete(root.resolve(file));
        }
        for (int i = journal.folders().size() - 1; i >= 0; i--) {
            disk.delete(root.resolve(journal.folders().get(i)));
        }
        sync(journal.touched(root));
    }

    private void sync(Set<Path> folders) throws IOException {
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                disk.syncFolder(folder);
            }
        }
    }

    private void end() throws IOException {
        disk.delete(root.resolve(WriteJournal.NAME));
        disk.syncFolder(root);
        StagingFolder.sweep(root, disk);
    }
}
