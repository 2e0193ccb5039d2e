package io.quanyi.store.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A disk that fails from one of its steps on. */
final class FailingDisk implements Disk {

    static final int HALTED = 42;

    /** The failure at the step. */
    enum DiskFailureReason {
        /** The step is not done. */
        FAILS,
        /** The step is done and reported as failed. */
        FAILS_AFTERWARDS,
        /** The step is half done, and all later ones fail. */
        DIES,
        /** Every write fails from now on. */
        FULL,
        /** The process ends during the step. */
        HALTS
    }

    private final Disk real;
    private final List<String> done = new ArrayList<>();
    private DiskFailureReason trouble = DiskFailureReason.FAILS;
    private int at = Integer.MAX_VALUE;
    private int steps;
    private String troubled = "";

    FailingDisk(Disk real) {
        this.real = real;
    }

    /** Installs a failure at a step, counted from 1. */
    void troubleAt(int step, DiskFailureReason kind) {
        at = step;
        trouble = kind;
        steps = 0;
        troubled = "";
        done.clear();
    }

    /** Whether the step was reached. */
    boolean hadTrouble() {
        return steps >= at;
    }

    /** Whether the step was to sync this folder. */
    boolean hadTroubleToSync(Path folder) {
        return troubled.equals("sync " + folder);
    }

    /** Whether a file was renamed to this name. */
    boolean hasMovedTo(Path path) {
        return done.contains("move " + path);
    }

    boolean hasDeleted(Path path) {
        return done.contains("delete " + path);
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        step("create " + folder, true, () -> real.createFolder(folder), () -> {});
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        step(
                "write " + file,
                true,
                () -> real.write(file, bytes),
                () -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2)));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step("move " + to, false, () -> real.move(from, to), () -> {});
    }

    @Override
    public void delete(Path path) throws IOException {
        step("delete " + path, false, () -> real.delete(path), () -> {});
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        step("sync " + folder, false, () -> real.syncFolder(folder), () -> {});
    }

    private interface Step {
        void run() throws IOException;
    }

    private void step(String name, boolean takesPlace, Step whole, Step half) throws IOException {
        steps++;
        troubled = steps == at ? name : troubled;
        switch (trouble) {
            case FAILS -> failIf(steps == at, "Input/output error");
            case FAILS_AFTERWARDS -> {}
            case DIES -> {
                if (steps == at) {
                    half.run();
                }
                failIf(steps >= at, "Input/output error");
            }
            case FULL -> {
                if (takesPlace && steps >= at) {
                    half.run();
                    throw new IOException("No space left on device");
                }
            }
            case HALTS -> {
                if (steps == at) {
                    half.run();
                    Runtime.getRuntime().halt(HALTED);
                }
            }
        }
        whole.run();
        done.add(name);
        failIf(trouble == DiskFailureReason.FAILS_AFTERWARDS && steps == at, "Input/output error");
    }

    private static void failIf(boolean fails, String words) throws IOException {
        if (fails) {
            throw new IOException(words);
        }
    }
}
