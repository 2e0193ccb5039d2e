package io.quanyi.store.folder;

import io.quanyi.source.SourceTree;
import io.quanyi.store.Snapshot;
import io.quanyi.store.StoreMoved;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that works on a store and may halt at a given step. */
final class StoreProcess {

    static final int LOCKED = 43;

    private static final long MAX_SECONDS = 60;

    private StoreProcess() {}

    /** Starts a process without output. */
    static Process start(Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                StoreProcess.class.getName()));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        return new ProcessBuilder(command).inheritIO().start();
    }

    static int status(Process process) {
        try {
            if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the process does not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError("nobody interrupts a test", e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** The arguments: the task, the folder, and the step at which to halt or the number of repetitions. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[1]);
        int number = Integer.parseInt(arguments[2]);
        if (arguments[0].equals("lock")) {
            System.exit(isLocked(folder, Duration.ofMillis(number)) ? LOCKED : 0);
        }
        FailingDisk disk = new FailingDisk(new RealDisk());
        if (arguments[0].equals("seed")) {
            disk.troubleAt(number, FailingDisk.DiskFailureReason.HALTS);
            FolderStore.open(folder, StoreSamples.seed(), disk);
            return;
        }
        FolderStore store = FolderStore.open(folder, SourceTree.of(List.of()), disk);
        Snapshot newest = store.newest();
        switch (arguments[0]) {
            case "append" -> {
                disk.troubleAt(number, FailingDisk.DiskFailureReason.HALTS);
                store.append(StoreSamples.change(newest.revision()));
            }
            case "accept" -> {
                disk.troubleAt(number, FailingDisk.DiskFailureReason.HALTS);
                store.accept(newest);
            }
            default -> appendAgainAndAgain(store, arguments[0], 0, number);
        }
    }

    private static boolean isLocked(Path folder, Duration patience) {
        try {
            return new FolderLock(folder, patience).exclusive(() -> false);
        } catch (FolderLockTimeout e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends one more file each time, again if others were faster. */
    static void appendAgainAndAgain(FolderStore store, String name, int from, int to) {
        for (int i = from, tries = 0; i < to; tries++) {
            Snapshot newest = store.newest();
            try {
                store.append(StoreSamples.change(
                        newest.revision(), Map.of("p/" + name + "/" + i, name), ledger(newest) + "\n" + name + i));
                i++;
            } catch (StoreMoved e) {
                if (tries > 100 * to) {
                    throw e;
                }
            }
        }
    }

    static String ledger(Snapshot snapshot) {
        return StoreSamples.texts(snapshot).getOrDefault(StoreSamples.LEDGER, "");
    }
}
