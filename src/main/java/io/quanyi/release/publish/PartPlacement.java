package io.quanyi.release.publish;

import io.quanyi.release.FileComparison;
import io.quanyi.release.publish.Publication.SentPart;
import io.quanyi.release.publish.Submission.Part;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Places uploaded files in a tree of rules, under versions that do not exist yet. */
final class PartPlacement {

    private final SourceTree tree;
    private final LocalDate day;
    private final Faults faults;
    private final List<SourceFile> added = new ArrayList<>();
    private final List<SentPart> sentParts = new ArrayList<>();

    /** @param day the name of a version that the publisher did not name */
    PartPlacement(SourceTree tree, LocalDate day, Faults faults) {
        this.tree = tree;
        this.day = day;
        this.faults = faults;
    }

    /** The files that are new. */
    List<SourceFile> added() {
        return added;
    }

    /** The parts of which files were sent, each compared with the version that is used without them. */
    List<SentPart> sent() {
        return sentParts;
    }

    /**
     * Determines the version of a part and places its uploaded files. Files without a name that are identical to the present version are that
     * version.
     *
     * @param kind the part
     * @param sent the submitted version and files of the part
     * @param present the version to use if nothing was submitted
     */
    String version(PartKind kind, Part sent, String programme, String present) {
        String named = sent.version();
        if (named != null && !PartKind.isVersion(named)) {
            faults.add(Fault.at("/versions/" + kind.id(), "version-not-of-form", named));
            return present;
        }
        if (sent.files().isEmpty()) {
            return named == null ? present : existing(kind, programme, named);
        }
        FileComparison files = FileComparison.of(tree, kind.folder(programme, present), sent.files());
        sentParts.add(new SentPart(kind, present, files));
        if (named == null && files.isIdentical()) {
            return present;
        }
        String version = named == null ? unused(kind, programme) : created(kind, programme, named);
        sent.files().forEach(file -> add(kind, kind.folder(programme, version), file));
        return version;
    }

    private String existing(PartKind kind, String programme, String version) {
        if (!exists(kind, programme, version)) {
            faults.add(Fault.at("/versions/" + kind.id(), "version-unknown", version));
        }
        return version;
    }

    private String created(PartKind kind, String programme, String version) {
        if (exists(kind, programme, version)) {
            faults.add(Fault.at("/versions/" + kind.id(), "version-exists", version));
        }
        return version;
    }

    /** An unused version: the day, with a number from the second of a day on. */
    private String unused(PartKind kind, String programme) {
        String version = day.toString();
        for (int i = 2; exists(kind, programme, version); i++) {
            version = day + "." + i;
        }
        return version;
    }

    private boolean exists(PartKind kind, String programme, String version) {
        return !tree.under(kind.folder(programme, version)).isEmpty();
    }

    private void add(PartKind kind, String folder, SourceFile file) {
        String path = folder + file.path();
        if (!kind.allows(file.path())) {
            faults.add(Fault.at(Position.of(path), "file-unexpected"));
        } else if (file.length() > PartKind.MAX_BYTES) {
            faults.add(Fault.at(Position.start(path), "file-too-large", PartKind.MAX_BYTES));
        } else {
            added.add(new SourceFile(path, file.bytes()));
        }
    }
}
