package io.quanyi.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The shared parts of fuzz tests: their seeds, and the time that one input may take. */
public final class Fuzzed {

    /** The bound in processor time, so that a busy machine fails no test. */
    private static final Duration MAX_TIME = Duration.ofSeconds(2);

    /** The first inputs, during which classes are still loaded and instrumented. */
    private static final int FIRST_ONES = 200;

    private static final AtomicInteger DONE = new AtomicInteger();

    private Fuzzed() {}

    /** The contents of all files below a folder whose names have an ending. */
    public static Stream<byte[]> files(Path folder, String ending) {
        return SourceTree.ofFolder(folder).under("").stream()
                .filter(file -> file.path().endsWith(ending))
                .map(SourceFile::bytes);
    }

    /** Runs work, and fails if it takes longer than any input may. */
    public static void soon(Runnable work) {
        long before = processorTime();
        work.run();
        if (DONE.incrementAndGet() > FIRST_ONES) {
            assertThat(Duration.ofNanos(processorTime() - before)).isLessThan(MAX_TIME);
        }
    }

    /** Whether an input is one of the few for the expensive part of a test, always the same ones. */
    public static boolean oneIn(int count, byte[] bytes) {
        return Math.floorMod(Arrays.hashCode(bytes), count) == 0;
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
