package io.quanyi.workshop;

import io.quanyi.checks.CaseFile;
import io.quanyi.decision.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The folder that a command works on. */
final class RulesFolder {

    @Option(
            names = "--rules",
            paramLabel = "FOLDER",
            defaultValue = "rules",
            description = "The folder of the rules (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("rules");

    @Spec(Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    Path folder() {
        return folder;
    }

    /** @throws ParameterException if there is no such folder */
    SourceTree tree() {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(command.commandLine(), "no such folder: " + folder);
        }
        return SourceTree.ofFolder(folder);
    }

    /** What was found right, for a closing line. */
    record Report(int releases, int rules, int cases) {}

    /**
     * Checks every sealed release and every draft, and runs their cases if asked.
     *
     * @throws io.quanyi.source.FaultsFound with every fault
     */
    static Report check(SourceTree tree, boolean runCases) {
        Faults faults = new Faults();
        List<ReleaseId> candidates = RulesTree.candidates(tree);
        Map<String, Integer> rules = new TreeMap<>();
        List<CaseFile> cases = new ArrayList<>();
        for (ReleaseId id : candidates) {
            RulesTree.Checked checked = RulesTree.check(tree, id, runCases, faults);
            if (checked != null) {
                rules.put(
                        id.programme() + id.policy(),
                        checked.release().policy().rules().size());
                cases.addAll(checked.cases());
            }
        }
        faults.throwIfAny();
        RulesTree.load(tree);
        return new Report(
                candidates.size(),
                rules.values().stream().mapToInt(Integer::intValue).sum(),
                cases.stream().mapToInt(file -> file.cases().size()).sum());
    }
}
