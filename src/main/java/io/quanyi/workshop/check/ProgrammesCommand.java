package io.quanyi.workshop.check;

import io.quanyi.release.RulesTree;
import io.quanyi.source.FaultsFound;
import io.quanyi.workshop.command.CheckSummary;
import io.quanyi.workshop.command.ProgressLine;
import io.quanyi.workshop.command.WorkshopCommand;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that checks the named programmes, or all if none is named. */
abstract class ProgrammesCommand extends WorkshopCommand {

    @Parameters(paramLabel = "PROGRAMME", descriptionKey = "programmes")
    private List<String> programmes = List.of();

    @Option(names = "--accept-uncompared")
    private boolean acceptUncompared;

    /**
     * Checks the programmes.
     *
     * @throws io.quanyi.workshop.command.InvalidCall if a programme does not exist
     */
    CheckSummary inspect(CheckSummary.Depth depth) {
        List<String> known = RulesTree.programmes(rules().tree());
        programmes.stream().filter(named -> !known.contains(named)).findFirst().ifPresent(named -> {
            throw output().wrong(output().unknown("no-programme", named, known, named, output().list(known)));
        });
        try (ProgressLine progress = ProgressLine.of(output(), output().text("progress.check"))) {
            return CheckSummary.of(rules().tree(), programmes, depth, acceptUncompared, output().now(), progress);
        } catch (FaultsFound found) {
            throw found.faults().stream().anyMatch(fault -> fault.code().equals(RulesTree.CHANGED))
                    ? named(found)
                    : found;
        }
    }

    /** The faults with the files that were changed since the last commit; unchanged where git does not tell. */
    private FaultsFound named(FaultsFound found) {
        return rules().committed()
                .map(good -> {
                    try {
                        RulesTree.load(rules().tree(), good);
                        return found;
                    } catch (FaultsFound withFiles) {
                        return withFiles;
                    }
                })
                .orElse(found);
    }
}
