package io.quanyi.store.folder;

import io.quanyi.source.Fault;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** The reason of an input/output failure in a few words, without a path of this machine. */
public final class DiskFailureReason {

    private DiskFailureReason() {}

    /** The reason as an argument of a fault. */
    public static String of(IOException e) {
        if (e instanceof NoSuchFileException || e instanceof NotDirectoryException) {
            return Fault.text("trouble.missing");
        }
        if (e instanceof AccessDeniedException) {
            return Fault.text("trouble.forbidden");
        }
        if (e instanceof FolderLockTimeout) {
            return Fault.text("trouble.locked");
        }
        String words = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        if (words != null && words.contains("No space left")) {
            return Fault.text("trouble.full");
        }
        if (words != null && words.contains("Input/output error")) {
            return Fault.text("trouble.disk");
        }
        return Fault.text(words != null && words.contains("Read-only") ? "trouble.read-only" : "trouble.unknown");
    }
}
