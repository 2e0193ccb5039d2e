package io.quanyi.store.folder;

import java.io.IOException;

/** Somebody else has had the folder to himself for longer than anything there takes. */
final class FolderLockTimeout extends IOException {

    private static final long serialVersionUID = 1L;
}
