package io.quanyi.store.folder;

import io.quanyi.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A ledger that is written completely beside the others before the first one makes a change count.
 *
 * @param staged the path of the complete ledger, in a staging folder
 * @param path the path that it is to have
 */
record StagedLedger(String staged, String path) {

    /** A staged file of a folder. */
    static StagedLedger of(Path root, Path staged, String path) {
        return new StagedLedger(root.relativize(staged).toString().replace('\\', '/'), path);
    }

    /** The ledger. */
    SourceFile read(Path root) throws IOException {
        return new SourceFile(path, Files.readAllBytes(root.resolve(staged)));
    }

    /** Whether both paths are of the kind that a writer makes. */
    boolean isAllowed() {
        return staged.matches("\\.staging-[0-9a-f-]{36}/[0-9]+") && StorePath.isAllowed(path);
    }

    /** As a journal lists it. */
    @Override
    public String toString() {
        return staged + " " + path;
    }

    /** As a journal lists it; without a blank, both paths are empty. */
    static StagedLedger parse(String line) {
        int blank = Math.max(0, line.indexOf(' '));
        return new StagedLedger(line.substring(0, blank), line.substring(Math.min(line.length(), blank + 1)));
    }
}
