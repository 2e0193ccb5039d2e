package io.quanyi.store.folder;

import java.io.IOException;

/** Thrown when the lock of a folder was not free within the time that any operation takes. */
final class FolderLockTimeout extends IOException {

    private static final long serialVersionUID = 1L;
}
