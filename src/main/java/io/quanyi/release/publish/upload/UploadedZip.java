package io.quanyi.release.publish.upload;

import io.quanyi.release.publish.PartKind;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads an uploaded zip into files. It is unpacked in memory, only names that the part may contain are accepted, and
 * its size is checked before it is unpacked. Entries that archivers add of their own, for folders and for the file
 * manager of macOS, are left out.
 */
public final class UploadedZip {

    private static final int MAX_FILES = 500;
    private static final int MAX_BYTES = 8 << 20;

    /** A folder, or what macOS keeps about files: {@code __MACOSX/._one.drl}, {@code .DS_Store}. */
    private static final Pattern NO_FILE = Pattern.compile(".*/|__MACOSX/.*|(?:.*/)?\\.DS_Store");

    private final PartKind kind;
    private final Faults faults;
    private final Map<String, SourceFile> files = new LinkedHashMap<>();
    private int left = MAX_BYTES;

    private UploadedZip(PartKind kind, Faults faults) {
        this.kind = kind;
        this.faults = faults;
    }

    /** The files of a zip; its faults are added. */
    public static List<SourceFile> read(PartKind kind, byte[] zip, Faults faults) {
        UploadedZip archive = new UploadedZip(kind, faults);
        try {
            archive.read(new ZipReader(zip));
        } catch (ZipRefused e) {
            faults.add(Fault.at(archive.place(e.name()), e.code(), e.arguments().toArray()));
        }
        return List.copyOf(archive.files.values());
    }

    private void read(ZipReader zip) throws ZipRefused {
        if (zip.count() > MAX_FILES) {
            faults.add(Fault.at(place(""), "zip-too-many", MAX_FILES));
            return;
        }
        List<ZipEntryHeader> entries =
                zip.entries().stream().filter(entry -> !isNoFile(entry)).toList();
        if (entries.isEmpty()) {
            faults.add(Fault.at(place(""), "zip-empty"));
        }
        for (ZipEntryHeader entry : entries) {
            if (entry.size() > Math.min(PartKind.MAX_BYTES, left)) {
                faults.add(Fault.at(place(entry.name()), "file-too-large", PartKind.MAX_BYTES));
                return;
            }
            left -= (int) entry.size();
            take(entry.name(), zip.unpack(entry));
        }
    }

    private static boolean isNoFile(ZipEntryHeader entry) {
        boolean folderWithBytes = entry.name().endsWith("/") && entry.size() > 0;
        return NO_FILE.matcher(entry.name()).matches() && !folderWithBytes;
    }

    private void take(String name, byte[] bytes) {
        if (!kind.allows(name)) {
            faults.add(Fault.at(place(name), "zip-name", name));
        } else if (files.putIfAbsent(name, new SourceFile(name, bytes)) != null) {
            faults.add(Fault.at(place(name), "zip-twice", name));
        }
    }

    private Position place(String name) {
        return Position.of(name.isEmpty() ? kind.id() : kind.id() + "/" + name);
    }
}
