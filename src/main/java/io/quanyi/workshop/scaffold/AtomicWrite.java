package io.quanyi.workshop.scaffold;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes an edit of rules into a folder: all files or none, and only over files that have not changed since they were read. */
final class AtomicWrite {

    private final Path folder;
    private final RulesEdit edit;
    private final Map<SourceFile, Path> waiting = new LinkedHashMap<>();
    private final Deque<Step> undo = new ArrayDeque<>();

    private AtomicWrite(Path folder, RulesEdit edit) {
        this.folder = folder;
        this.edit = edit;
    }

    /** A step that takes something back, and may fail. */
    private interface Step {

        void run() throws IOException;
    }

    /**
     * Writes the files.
     *
     * @throws io.quanyi.source.FaultsFound if a new file exists already, or a file has changed since it was read
     * @throws IOException if a file cannot be written; written files are then taken back as far as possible
     */
    static void write(Path folder, RulesEdit edit) throws IOException {
        AtomicWrite write = new AtomicWrite(folder, edit);
        write.requireUnchanged();
        try {
            for (SourceFile file : edit.files()) {
                write.prepare(file);
            }
            for (Map.Entry<SourceFile, Path> file : write.waiting.entrySet()) {
                write.put(file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            write.takeBack(e);
            throw e;
        }
    }

    private Path target(SourceFile file) {
        return folder.resolve(file.path());
    }

    private void requireUnchanged() throws IOException {
        Faults faults = new Faults();
        for (SourceFile file : edit.files()) {
            Path target = target(file);
            if (edit.isNew(file) && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                faults.add(Fault.at(Position.of(file.path()), "file-exists"));
            }
            if (!edit.isNew(file) && !Arrays.equals(Files.readAllBytes(target), edit.before(file))) {
                faults.add(Fault.at(Position.of(file.path()), "file-changed-meanwhile"));
            }
        }
        faults.throwIfAny();
    }

    /** Writes a file under a hidden name beside its target; hidden files are no rules. */
    private void prepare(SourceFile file) throws IOException {
        Path target = target(file).toAbsolutePath();
        makeFolder(target.getParent());
        Path draft = target.resolveSibling("." + target.getFileName() + ".draft");
        undo.push(() -> Files.deleteIfExists(draft));
        Files.write(draft, file.bytes());
        waiting.put(file, draft);
    }

    private void makeFolder(@Nullable Path wanted) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path path = wanted; path != null && !Files.exists(path); path = path.getParent()) {
            missing.push(path);
        }
        for (Path path : missing) {
            Files.createDirectory(path);
            undo.push(() -> Files.deleteIfExists(path));
        }
    }

    private void put(SourceFile file, Path draft) throws IOException {
        Path target = target(file);
        if (edit.isNew(file)) {
            Files.move(draft, target);
            undo.push(() -> Files.deleteIfExists(target));
        } else {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            undo.push(() -> Files.write(target, edit.before(file)));
        }
    }

    private void takeBack(IOException cause) {
        while (!undo.isEmpty()) {
            try {
                undo.pop().run();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }
}
