package io.quanyi.release.publish.upload;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads a zip by its central directory. It accepts only zips that every reader reads alike: local headers equal the
 * directory, and headers, data, directory and end record follow each other without gaps.
 */
final class ZipReader {

    private static final int LOCAL = 0x04034B50;
    private static final int CENTRAL = 0x02014B50;
    private static final int END = 0x06054B50;
    private static final int DESCRIPTOR = 0x08074B50;
    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;

    private final ZipBytes zip;
    private final int end;
    private final int directory;

    ZipReader(byte[] bytes) throws ZipRefused {
        zip = new ZipBytes(bytes);
        end = zip.last(END);
        if (end < 0 || zip.two(end + 4) != 0 || zip.two(end + 6) != 0) {
            throw new ZipRefused("zip-broken", "");
        }
        if (count() == 0xFFFF) {
            throw new ZipRefused("zip-64", "");
        }
        directory = zip.place(end + 16);
        boolean whole = end + END_LENGTH + zip.two(end + 20) == zip.length();
        if (!whole || directory + zip.place(end + 12) != end || zip.two(end + 8) != count()) {
            throw new ZipRefused("zip-outside", "");
        }
    }

    /** The number of files according to the end record. */
    int count() throws ZipRefused {
        return zip.two(end + 10);
    }

    /** The files, in the order of the directory. */
    List<ZipEntryHeader> entries() throws ZipRefused {
        List<ZipEntryHeader> entries = new ArrayList<>();
        int at = directory;
        for (int i = 0; i < count(); i++) {
            if (zip.four(at) != CENTRAL) {
                throw new ZipRefused("zip-broken", "");
            }
            ZipEntryHeader entry = entry(at);
            entry.refuseOdd(zip.four(at + 38));
            ZipEntryHeader.refuseSecondWord(
                    zip, at + CENTRAL_LENGTH + zip.two(at + 28), zip.two(at + 30), entry.name());
            entries.add(entry);
            at += CENTRAL_LENGTH + zip.two(at + 28) + zip.two(at + 30) + zip.two(at + 32);
        }
        if (at != end) {
            throw new ZipRefused("zip-outside", "");
        }
        refuseGaps(entries);
        return entries;
    }

    private ZipEntryHeader entry(int at) throws ZipRefused {
        String name = zip.text(at + CENTRAL_LENGTH, zip.two(at + 28));
        if (zip.four(at + 24) == 0xFFFFFFFFL) {
            throw new ZipRefused("zip-64", "");
        }
        return new ZipEntryHeader(
                name,
                zip.two(at + 8),
                zip.two(at + 10),
                zip.four(at + 16),
                zip.place(at + 20),
                zip.four(at + 24),
                zip.place(at + 42));
    }

    private void refuseGaps(List<ZipEntryHeader> entries) throws ZipRefused {
        int at = 0;
        List<ZipEntryHeader> inOrder = entries.stream()
                .sorted(Comparator.comparingInt(ZipEntryHeader::start))
                .toList();
        for (ZipEntryHeader entry : inOrder) {
            if (entry.start() != at) {
                throw new ZipRefused("zip-outside", "");
            }
            refuseDifference(entry);
            at = data(entry) + entry.packed();
            at += descriptorLength(entry, at);
        }
        if (at != directory) {
            throw new ZipRefused("zip-outside", "");
        }
    }

    private int data(ZipEntryHeader entry) throws ZipRefused {
        return entry.start() + LOCAL_LENGTH + zip.two(entry.start() + 26) + zip.two(entry.start() + 28);
    }

    private void refuseDifference(ZipEntryHeader entry) throws ZipRefused {
        int at = entry.start();
        if (zip.four(at) != LOCAL) {
            throw new ZipRefused("zip-broken", "");
        }
        boolean same = zip.text(at + LOCAL_LENGTH, zip.two(at + 26)).equals(entry.name())
                && zip.two(at + 6) == entry.flags()
                && zip.two(at + 8) == entry.method();
        boolean none = zip.four(at + 14) == 0 && zip.four(at + 18) == 0 && zip.four(at + 22) == 0;
        if (!same || !(says(entry, at + 14) || (entry.hasDescriptor() && none))) {
            throw new ZipRefused("zip-differs", entry.name());
        }
        ZipEntryHeader.refuseSecondWord(zip, at + LOCAL_LENGTH + zip.two(at + 26), zip.two(at + 28), entry.name());
    }

    private int descriptorLength(ZipEntryHeader entry, int at) throws ZipRefused {
        if (!entry.hasDescriptor()) {
            return 0;
        }
        int signature = zip.four(at) == DESCRIPTOR ? 4 : 0;
        if (!says(entry, at + signature)) {
            throw new ZipRefused("zip-differs", entry.name());
        }
        return signature + 12;
    }

    /** Whether a checksum and two sizes equal those of the directory. */
    private boolean says(ZipEntryHeader entry, int at) throws ZipRefused {
        return zip.four(at) == entry.crc() && zip.four(at + 4) == entry.packed() && zip.four(at + 8) == entry.size();
    }

    /**
     * Unpacks a file.
     *
     * @throws ZipRefused if its size or checksum is wrong
     */
    byte[] unpack(ZipEntryHeader entry) throws ZipRefused {
        byte[] bytes = new byte[(int) entry.size()];
        ByteBuffer packed = zip.part(data(entry), entry.packed());
        boolean whole = entry.method() == ZipEntryHeader.STORED ? copy(packed, bytes) : inflate(packed, bytes);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        if (!whole || crc.getValue() != entry.crc()) {
            throw new ZipRefused("zip-differs", entry.name());
        }
        return bytes;
    }

    private static boolean copy(ByteBuffer packed, byte[] bytes) {
        if (packed.remaining() != bytes.length) {
            return false;
        }
        packed.get(bytes);
        return true;
    }

    private static boolean inflate(ByteBuffer packed, byte[] bytes) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed);
            int length = inflater.inflate(bytes);
            // All bytes may be there before the stream has said that it ends
            int more = inflater.finished() ? 0 : inflater.inflate(new byte[1]);
            return length == bytes.length && more == 0 && inflater.finished() && inflater.getRemaining() == 0;
        } catch (DataFormatException e) {
            return false;
        } finally {
            inflater.end();
        }
    }
}
