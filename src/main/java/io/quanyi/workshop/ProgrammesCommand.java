package io.quanyi.workshop;

import io.quanyi.release.RulesTree;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command over some programmes, or all. */
abstract class ProgrammesCommand extends WorkshopCommand {

    @Parameters(paramLabel = "PROGRAMME", descriptionKey = "programmes")
    private List<String> programmes = List.of();

    @Option(names = "--accept-uncompared")
    private boolean acceptUncompared;

    /** @throws picocli.CommandLine.ParameterException if there is no such programme */
    Inspection inspect(Inspection.Depth depth) {
        List<String> known = RulesTree.programmes(rules().tree());
        programmes.stream().filter(named -> !known.contains(named)).findFirst().ifPresent(named -> {
            throw voice().wrong(voice().text("no-programme", named, voice().list(known)));
        });
        try (Progress progress = Progress.of(voice(), voice().text("progress.check"))) {
            return Inspection.of(rules().tree(), programmes, depth, acceptUncompared, progress);
        }
    }
}
