package io.quanyi.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What all fuzz tests share: where they start, and how long one input may take. */
public final class Fuzzed {

    /** Of the processor's time: a machine that is busy with other things is no fault of the reader's. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    /** With these, classes are loaded still, and changed by the fuzzer's agent. */
    private static final int FIRST_ONES = 200;

    private static final AtomicInteger DONE = new AtomicInteger();

    private Fuzzed() {}

    /** The contents of all files in a folder, and in those below, whose names end so. */
    public static Stream<byte[]> files(Path folder, String ending) {
        return SourceTree.ofFolder(folder).under("").stream()
                .filter(file -> file.path().endsWith(ending))
                .map(SourceFile::bytes);
    }

    /** Does it, and fails if that took longer than any input may take. */
    public static void soon(Runnable work) {
        long before = processorTime();
        work.run();
        if (DONE.incrementAndGet() > FIRST_ONES) {
            assertThat(Duration.ofNanos(processorTime() - before)).isLessThan(LONGEST);
        }
    }

    /** Whether an input belongs to the few that the dear part of a test is done for; always the same ones. */
    public static boolean oneIn(int count, byte[] bytes) {
        return Math.floorMod(Arrays.hashCode(bytes), count) == 0;
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
