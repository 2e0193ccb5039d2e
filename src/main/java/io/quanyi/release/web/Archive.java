package io.quanyi.release.web;

import io.quanyi.release.publish.PartKind;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads a zip that somebody sent. Nothing of it is written anywhere, so a name can lead nowhere; still only the names that a part may
 * have are taken. What it unpacks to is bounded while it is unpacked, whatever it says of itself.
 */
final class Archive {

    private static final int MOST_FILES = 500;
    private static final int MOST_BYTES = 8 << 20;

    private final PartKind kind;
    private final Faults faults;
    private final Map<String, SourceFile> files = new LinkedHashMap<>();
    private int left = MOST_BYTES;

    private Archive(PartKind kind, Faults faults) {
        this.kind = kind;
        this.faults = faults;
    }

    /** The files in it; what is wrong with it is added to the faults. */
    static List<SourceFile> read(PartKind kind, byte[] zip, Faults faults) {
        Archive archive = new Archive(kind, faults);
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            archive.read(entries);
        } catch (IOException | IllegalArgumentException e) {
            // Java says of a name that is no UTF-8 that it is an illegal argument
            faults.add(Fault.at(Position.of(kind.id()), "zip-broken"));
        }
        return List.copyOf(archive.files.values());
    }

    private void read(ZipInputStream entries) throws IOException {
        int count = 0;
        for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
            if (++count > MOST_FILES) {
                faults.add(Fault.at(Position.of(kind.id()), "zip-too-many", MOST_FILES));
                return;
            }
            if (!read(entries, entry.getName())) {
                return;
            }
        }
        if (count == 0) {
            faults.add(Fault.at(Position.of(kind.id()), "zip-empty"));
        }
    }

    /** Whether to go on: behind what is too large there is nothing to be looked for. */
    private boolean read(ZipInputStream entries, String name) throws IOException {
        Position place = Position.of(kind.id() + "/" + name);
        byte[] bytes = entries.readNBytes(Math.min(PartKind.LARGEST, left) + 1);
        left -= bytes.length;
        if (bytes.length > PartKind.LARGEST || left < 0) {
            faults.add(Fault.at(place, "file-too-large", PartKind.LARGEST));
            return false;
        }
        if (!kind.allows(name)) {
            faults.add(Fault.at(place, "zip-name", name));
        } else if (files.putIfAbsent(name, new SourceFile(name, bytes)) != null) {
            faults.add(Fault.at(place, "zip-twice", name));
        }
        return true;
    }
}
