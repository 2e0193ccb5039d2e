package io.quanyi.release.publish.upload;

/**
 * The header of one file, from the central directory of a zip.
 *
 * @param name the path of the file
 * @param flags the general purpose bits
 * @param method the compression: 0 for none, 8 for deflate
 * @param crc the CRC-32 of its bytes
 * @param packed its compressed size in bytes
 * @param size its size in bytes, not yet checked against any bound
 * @param start the position of its local header
 */
record ZipEntryHeader(String name, int flags, int method, long crc, int packed, long size, int start) {

    static final int STORED = 0;
    static final int DEFLATED = 8;

    private static final int ENCRYPTED = 1 | (1 << 6) | (1 << 13);
    private static final int DESCRIPTOR = 1 << 3;

    /** The accepted flags: compression levels, data descriptor, names in UTF-8. */
    private static final int KNOWN = (1 << 1) | (1 << 2) | DESCRIPTOR | (1 << 11);

    private static final int ZIP64 = 0x0001;
    private static final int OTHER_NAME = 0x7075;
    private static final int KIND = 0xF000;
    private static final int REGULAR = 0x8000;
    private static final int DIRECTORY = 0x4000;

    /** Whether its sizes follow its data in a data descriptor. */
    boolean hasDescriptor() {
        return (flags & DESCRIPTOR) != 0;
    }

    /** Refuses encryption, unusual compression, links and other kinds that no file of a release needs. */
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

    /** Refuses extra fields that repeat sizes or names. */
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
