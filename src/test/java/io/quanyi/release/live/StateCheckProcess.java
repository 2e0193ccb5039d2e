package io.quanyi.release.live;

import io.quanyi.source.SourceTree;
import io.quanyi.store.folder.FolderStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that starts to serve a folder and dies at a given step of a check. */
final class StateCheckProcess {

    private static final long MAX_SECONDS = 120;

    private StateCheckProcess() {}

    /** Runs a process to its end. */
    static int status(Path folder, String death, int step) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StateCheckProcess.class.getName(),
                        folder.toString(),
                        death,
                        Integer.toString(step))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the process does not end");
            }
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    /** The arguments: the folder, the way to die, and the step. */
    public static void main(String[] arguments) {
        FailingStore store = new FailingStore(FolderStore.open(Path.of(arguments[0]), SourceTree.of(List.of())));
        int step = Integer.parseInt(arguments[2]);
        if (arguments[1].equals("halt")) {
            store.haltAt(step);
        } else {
            store.troubleAt(step, new OutOfMemoryError("as if there were no more"));
        }
        new LiveReleases(store, Clock.systemUTC(), 8);
        System.exit(0);
    }
}
