package io.quanyi.store.git;

/**
 * How much is read of a repository at most.
 *
 * @param files how many files
 * @param fileBytes how many bytes in one of them
 * @param bytes how many in all
 */
record GitBounds(int files, int fileBytes, long bytes) {

    /** As much as a rules tree from elsewhere may have. */
    static final GitBounds USUAL = new GitBounds(20_000, 8 << 20, 256L << 20);

    /** What is passed by on the way to the files is bounded, too: a small repository can hold endless empty folders. */
    private static final int ENTRIES_PER_FILE = 4;

    /** Counts one reading. */
    Count count() {
        return new Count(this);
    }

    /** What was met so far. */
    static final class Count {

        private final GitBounds bounds;
        private long entries;
        private int files;
        private long bytes;

        private Count(GitBounds bounds) {
            this.bounds = bounds;
        }

        /** Any entry of a folder. */
        void entry() {
            entries++;
            refuseIf(entries > (long) ENTRIES_PER_FILE * bounds.files());
        }

        /** A file that is about to be read. */
        void file(long size) {
            files++;
            bytes += size;
            refuseIf(files > bounds.files() || size > bounds.fileBytes() || bytes > bounds.bytes());
        }

        private void refuseIf(boolean beyond) {
            if (beyond) {
                throw GitFailures.tooLarge(bounds);
            }
        }
    }
}
