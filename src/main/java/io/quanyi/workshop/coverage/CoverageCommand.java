package io.quanyi.workshop.coverage;

import io.quanyi.checks.CaseFile;
import io.quanyi.coverage.CaseCoverage;
import io.quanyi.coverage.MutationResults;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.release.RulesTree;
import io.quanyi.workshop.command.ProgressLine;
import io.quanyi.workshop.command.ReleaseSelector;
import io.quanyi.workshop.command.WorkshopCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reports what the cases of a programme cover, and which mutations of its rules they detect. */
@Command(name = "coverage")
public final class CoverageCommand extends WorkshopCommand {

    @Parameters(paramLabel = "PROGRAMME", descriptionKey = "programme")
    private String programme = "";

    @Option(names = "--release", paramLabel = "RELEASE")
    private @Nullable String release;

    @Option(names = "--mutations", descriptionKey = "mutations")
    private boolean mutations;

    @Option(names = "--html", paramLabel = "FILE")
    private @Nullable Path html;

    @Override
    public Integer call() throws IOException {
        ReleaseSelector releases = new ReleaseSelector(rules().tree(), output(), programme);
        ReleaseSelector.Selected selected = releases.load(release == null ? releases.latest() : release);
        List<CaseFile> cases = selected.cases(rules().tree());
        CaseCoverage coverage = CaseCoverage.of(selected.release(), cases);
        CoverageReport report = CoverageReport.of(
                selected.release(), coverage, mutations ? mutations(selected.release(), cases) : null, output());
        if (html != null) {
            CoveragePage.write(html, report, output());
        }
        if (output().isJson()) {
            output().json(report);
        } else {
            new CoveragePrinter(output()).print(report);
        }
        return 0;
    }

    private MutationResults mutations(ProgrammeRelease varied, List<CaseFile> cases) {
        try (ProgressLine progress = ProgressLine.of(output(), output().text("progress.mutations"))) {
            return MutationResults.of(varied, cases, RulesTree.SOME_INSTANT, progress::at);
        }
    }
}
