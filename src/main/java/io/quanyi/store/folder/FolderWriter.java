package io.quanyi.store.folder;

import io.quanyi.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes files into a folder, all of them or, if the process or the machine stops at any point, no file that counts. The
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
     * @param ledgers the changed ledgers; the first one makes everything count. If there is none, the end of the
     *     journal does
     * @throws IOException if it fails; {@link #finish} then completes or undoes it
     */
    void add(List<SourceFile> files, List<SourceFile> ledgers) throws IOException {
        StagingFolder staging = StagingFolder.in(root, disk);
        List<Path> staged = new ArrayList<>();
        for (SourceFile file : files) {
            staged.add(staging.write(file.bytes()));
        }
        List<StagedLedger> more = new ArrayList<>();
        for (SourceFile ledger : ledgers.subList(Math.min(1, ledgers.size()), ledgers.size())) {
            more.add(StagedLedger.of(root, staging.write(ledger.bytes()), ledger.path()));
        }
        Path first = ledgers.isEmpty() ? null : staging.write(ledgers.get(0).bytes());
        WriteJournal journal = WriteJournal.of(
                root, files, ledgers.isEmpty() ? "" : ledgers.get(0).path(), more);
        begin(journal, staging);
        moveIntoPlace(journal, staged);
        if (first == null) {
            end();
        } else {
            commit(journal, first);
        }
    }

    /** Writes the journal, after which the write is undone or completed in any event. */
    private void begin(WriteJournal journal, StagingFolder staging) throws IOException {
        if (!journal.more().isEmpty()) {
            disk.syncFolder(staging.path());
        }
        disk.move(staging.write(journal.bytes()), root.resolve(WriteJournal.NAME));
        disk.syncFolder(root);
    }

    /** The files that do not count, or count instead of others, because the process that wrote them died. */
    UnfinishedWrite unfinished() throws IOException {
        Optional<WriteJournal> found = WriteJournal.in(root);
        if (found.isEmpty()) {
            return UnfinishedWrite.NONE;
        }
        WriteJournal journal = found.get();
        if (!journal.isCommitted(root)) {
            return new UnfinishedWrite(Set.copyOf(journal.files()), List.of());
        }
        List<SourceFile> instead = new ArrayList<>();
        for (StagedLedger ledger : journal.more()) {
            instead.add(ledger.read(root));
        }
        return new UnfinishedWrite(Set.of(), instead);
    }

    /** Undoes an unfinished write or, if its ledger was written, completes it. */
    void finish() throws IOException {
        Optional<WriteJournal> journal = WriteJournal.in(root);
        if (journal.isPresent()) {
            if (journal.get().isCommitted(root)) {
                disk.syncFolder(StorePath.folderOf(root.resolve(journal.get().ledger())));
                complete(journal.get());
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

    private void commit(WriteJournal journal, Path staged) throws IOException {
        Path ledger = root.resolve(journal.ledger());
        disk.move(staged, ledger);
        disk.syncFolder(StorePath.folderOf(ledger));
        try {
            complete(journal);
            end();
        } catch (IOException e) {
            // The write counts and is safe; the journal tells readers and the next writer
        }
    }

    /** Replaces the other ledgers. Their staged copies stay until the journal ends, because a power cut may undo a move. */
    private void complete(WriteJournal journal) throws IOException {
        if (journal.more().isEmpty()) {
            return;
        }
        StagingFolder staging = StagingFolder.in(root, disk);
        for (StagedLedger ledger : journal.more()) {
            Path target = root.resolve(ledger.path());
            disk.move(staging.write(ledger.read(root).bytes()), target);
            disk.syncFolder(StorePath.folderOf(target));
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
