package io.quanyi.store.git;

/**
 * The bounds on reading a repository.
 *
 * @param files the most files
 * @param fileBytes the most bytes of one file
 * @param bytes the most bytes of all files
 */
public record GitBounds(int files, int fileBytes, long bytes) {

    /** The bounds for a tree of rules. */
    static final GitBounds USUAL = new GitBounds(20_000, 8 << 20, 256L << 20);

    /** The bound on entries per file: a small repository can contain endless empty folders. */
    private static final int ENTRIES_PER_FILE = 4;

    /** Starts the count of one reading. */
    public Counter count() {
        return new Counter(this);
    }

    /** The count of one reading. */
    public static final class Counter {

        private final GitBounds bounds;
        private long entries;
        private int files;
        private long bytes;

        private Counter(GitBounds bounds) {
            this.bounds = bounds;
        }

        /** Counts an entry of a folder. */
        public void entry() {
            entries++;
            refuseIf(entries > (long) ENTRIES_PER_FILE * bounds.files());
        }

        /** Counts a file before it is read. */
        public void file(long size) {
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
