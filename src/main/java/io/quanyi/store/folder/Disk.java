package io.quanyi.store.folder;

import java.io.IOException;
import java.nio.file.Path;

/** All that a store ever does to a disk, a step a method: after any of them the process, or the machine, may be gone. */
interface Disk {

    /** Makes one folder; only its owner may write to it. */
    void createFolder(Path folder) throws IOException;

    /** Writes a file that is not there yet; its bytes, not yet its name, are safe afterwards. */
    void write(Path file, byte[] bytes) throws IOException;

    /** Gives a file another name, at once, in the place of what has that name. */
    void move(Path from, Path to) throws IOException;

    /** Takes away a file or a folder, if it is there; a folder with something in it stays. */
    void delete(Path path) throws IOException;

    /** Makes the names in a folder safe. */
    void syncFolder(Path folder) throws IOException;
}
