package io.quanyi.workshop;

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

/** Writes a sketch into a folder, all of it or nothing, and over nothing that it was not drawn from. */
final class Writing {

    private final Path folder;
    private final Sketch sketch;
    private final Map<SourceFile, Path> waiting = new LinkedHashMap<>();
    private final Deque<Step> undo = new ArrayDeque<>();

    private Writing(Path folder, Sketch sketch) {
        this.folder = folder;
        this.sketch = sketch;
    }

    /** Something to be done that may not work. */
    private interface Step {

        void run() throws IOException;
    }

    /**
     * Writes.
     *
     * @throws io.quanyi.source.FaultsFound if a file is there that should be new, or changed since it was read
     * @throws IOException if it cannot be done; all is then as it was, as far as that can be had
     */
    static void write(Path folder, Sketch sketch) throws IOException {
        Writing writing = new Writing(folder, sketch);
        writing.refuseOvertaken();
        try {
            for (SourceFile file : sketch.drawn()) {
                writing.prepare(file);
            }
            for (Map.Entry<SourceFile, Path> file : writing.waiting.entrySet()) {
                writing.put(file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            writing.takeBack(e);
            throw e;
        }
    }

    private Path target(SourceFile file) {
        return folder.resolve(file.path());
    }

    private void refuseOvertaken() throws IOException {
        Faults faults = new Faults();
        for (SourceFile file : sketch.drawn()) {
            Path target = target(file);
            if (sketch.isNew(file) && Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                faults.add(Fault.at(Position.of(file.path()), "file-exists"));
            }
            if (!sketch.isNew(file) && !Arrays.equals(Files.readAllBytes(target), sketch.before(file))) {
                faults.add(Fault.at(Position.of(file.path()), "file-changed-meanwhile"));
            }
        }
        faults.throwIfAny();
    }

    /** Beside where it belongs, under a hidden name, which is none of the rules'. */
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
        if (sketch.isNew(file)) {
            Files.move(draft, target);
            undo.push(() -> Files.deleteIfExists(target));
        } else {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            undo.push(() -> Files.write(target, sketch.before(file)));
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
