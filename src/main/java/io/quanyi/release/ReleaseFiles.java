package io.quanyi.release;

import io.quanyi.checks.CaseFile;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.policy.PolicyFiles;
import io.quanyi.policy.SharedPolicy;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a release, and their digest.
 *
 * @param policy the rule files and their cases
 * @param catalogue the catalogue, one file
 * @param calendars the calendar files
 */
record ReleaseFiles(PolicyFiles policy, List<SourceFile> catalogue, List<SourceFile> calendars) {

    /** Finds the files of a release; faults of a list of shared files are added. */
    static ReleaseFiles of(
            SourceTree tree, String programme, String policy, String catalogue, String calendars, Faults faults) {
        SourceFile catalogueFile = tree.file(programme + "/catalogue/" + catalogue + ".yaml");
        return new ReleaseFiles(
                policy(tree, programme + "/policy/" + policy + "/", faults),
                catalogueFile == null ? List.of() : List.of(catalogueFile),
                tree.under("calendars/" + calendars + "/"));
    }

    /** The id of a release of these versions. */
    static ReleaseId id(
            SourceTree tree,
            String programme,
            int number,
            String policy,
            String catalogue,
            String calendars,
            Faults faults) {
        String digest =
                of(tree, programme, policy, catalogue, calendars, faults).digest();
        return new ReleaseId(programme, number, policy, catalogue, calendars, digest);
    }

    private static PolicyFiles policy(SourceTree tree, String folder, Faults faults) {
        SourceFile list = tree.file(folder + SharedPolicy.FILE);
        SharedPolicy shared = list == null ? null : SharedPolicy.read(list, faults);
        if (shared == null) {
            return new PolicyFiles(tree.under(folder));
        }
        List<SourceFile> files = new ArrayList<>();
        for (String name : shared.files()) {
            String path = shared.from() + "/policy/" + shared.policy() + "/" + name;
            SourceFile rules = tree.file(path + ".drl");
            if (rules == null) {
                faults.add(Fault.at(Position.of(folder + SharedPolicy.FILE), "shared-file-missing", path + ".drl"));
            } else {
                files.add(rules);
            }
            SourceFile cases = tree.file(path + CaseFile.SUFFIX);
            if (cases != null) {
                files.add(cases);
            }
        }
        return new PolicyFiles(tree.under(folder), shared, files);
    }

    /** The SHA-256 over the paths, lengths and bytes of all files. */
    String digest() {
        return SourceTree.digest(Stream.of(policy.all(), catalogue, calendars)
                .flatMap(List::stream)
                .toList());
    }
}
