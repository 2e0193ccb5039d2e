package io.quanyi.store.folder;

import java.io.IOException;
import java.nio.file.Path;

/** The operations of a store on a disk. The process or the machine may stop after each of them. */
interface Disk {

    /** Creates a folder that only its owner may write to. */
    void createFolder(Path folder) throws IOException;

    /** Writes a new file. Its bytes are safe afterwards, its name is not yet. */
    void write(Path file, byte[] bytes) throws IOException;

    /** Renames a file atomically, replacing a file of the new name. */
    void move(Path from, Path to) throws IOException;

    /** Deletes a file or an empty folder, if it exists. */
    void delete(Path path) throws IOException;

    /** Makes the names in a folder safe. */
    void syncFolder(Path folder) throws IOException;
}
