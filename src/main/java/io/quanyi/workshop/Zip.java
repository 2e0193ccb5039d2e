package io.quanyi.workshop;

import io.quanyi.source.SourceFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs files. The same files give the same bytes, anywhere and at any time. */
final class Zip {

    private Zip() {}

    static void write(OutputStream target, Collection<SourceFile> files) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(target)) {
            for (SourceFile file : files) {
                ZipEntry entry = new ZipEntry(file.path());
                entry.setLastModifiedTime(FileTime.fromMillis(0));
                out.putNextEntry(entry);
                out.write(file.bytes());
            }
        }
    }
}
