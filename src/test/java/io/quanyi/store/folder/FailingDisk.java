package io.quanyi.store.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A disk with trouble from one of its steps on. */
final class FailingDisk implements Disk {

    static final int HALTED = 42;

    /** What happens at the step. */
    enum DiskFailureReason {
        /** It is not done. */
        FAILS,
        /** It is done, and said to have failed. */
        FAILS_AFTERWARDS,
        /** It is half done, and nothing is possible any more. */
        DIES,
        /** From now on there is no place for anything new. */
        FULL,
        /** The process ends in the middle of it. */
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

    /** From now on, at the step of this number, counted from 1. */
    void troubleAt(int step, DiskFailureReason kind) {
        at = step;
        trouble = kind;
        steps = 0;
        troubled = "";
        done.clear();
    }

    /** Whether it got as far as the step. */
    boolean hadTrouble() {
        return steps >= at;
    }

    /** Whether the step was to make the names in this folder safe. */
    boolean hadTroubleToSync(Path folder) {
        return troubled.equals("sync " + folder);
    }

    /** Whether something now has this name that had another before. */
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
