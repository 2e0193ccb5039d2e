package io.quanyi.release.publish.upload;

/**
 * One file in a zip, as the central directory tells of it.
 *
 * @param name its path
 * @param flags the general purpose bits
 * @param method how it is packed: 0 for not at all, 8 for deflated
 * @param crc of its bytes
 * @param packed how many bytes it takes in the zip
 * @param size how many bytes it has; not bounded yet
 * @param start where its local header begins
 */
record ZipEntryHeader(String name, int flags, int method, long crc, int packed, long size, int start) {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int ENCRYPTED = 1 | (1 << 6) | (1 << 13);
    private static final int DESCRIPTOR = 1 << 3;

    /** Levels of compression, a descriptor behind the data, names in UTF-8. */
    private static final int KNOWN = (1 << 1) | (1 << 2) | DESCRIPTOR | (1 << 11);

    private static final int ZIP64 = 0x0001;
    private static final int OTHER_NAME = 0x7075;
    private static final int KIND = 0xF000;
    private static final int REGULAR = 0x8000;
    private static final int DIRECTORY = 0x4000;

    /** Whether its sizes stand behind its data. */
    boolean hasDescriptor() {
        return (flags & DESCRIPTOR) != 0;
    }

    /** Refuses what a file of a release has no need of. */
    void refuseOdd(long attributes) throws ZipRefused {
        if ((flags & ENCRYPTED) != 0) {
            throw new ZipRefused("zip-encrypted", name);
        }
        if ((flags & ~KNOWN) != 0 || (method != STORED && method != DEFLATED)) {
            throw new ZipRefused("zip-method", name);
        }
        int kind = (int) (attributes >>> 16) & KIND;
        boolean usual = kind == 0 || kind == REGULAR || (kind == DIRECTORY && name.endsWith("/"));
        if (!usual) {
            throw new ZipRefused("zip-link", name);
        }
    }

    /** Refuses extra fields that say sizes or names a second time. */
    static void refuseSecondWord(ZipBytes zip, int at, int length, String name) throws ZipRefused {
        int end = at + length;
        int next = at;
        while (next < end) {
            int field = zip.two(next);
            if (field == ZIP64) {
                throw new ZipRefused("zip-64", "");
            }
            if (field == OTHER_NAME) {
                throw new ZipRefused("zip-differs", name);
            }
            next += 4 + zip.two(next + 2);
        }
        if (next != end) {
            throw new ZipRefused("zip-broken", "");
        }
    }
}
