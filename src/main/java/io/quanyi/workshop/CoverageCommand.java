package io.quanyi.workshop;

import io.quanyi.checks.CaseFile;
import io.quanyi.coverage.CaseCoverage;
import io.quanyi.coverage.MutationResults;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.release.RulesTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reports what the cases of a programme cover, and which mutations of its rules they detect. */
@Command(name = "coverage")
final class CoverageCommand extends WorkshopCommand {

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
        Versions versions = new Versions(rules().tree(), voice(), programme);
        Versions.Chosen chosen = versions.load(release == null ? versions.latest() : release);
        List<CaseFile> cases = chosen.cases(rules().tree());
        CaseCoverage coverage = CaseCoverage.of(chosen.release(), cases);
        CoverageReport report = CoverageReport.of(
                chosen.release(), coverage, mutations ? mutations(chosen.release(), cases) : null, voice());
        if (html != null) {
            CoveragePage.write(html, report, voice());
        }
        if (voice().isJson()) {
            voice().json(report);
        } else {
            new CoveragePrinter(voice()).print(report);
        }
        return 0;
    }

    private MutationResults mutations(ProgrammeRelease varied, List<CaseFile> cases) {
        try (Progress progress = Progress.of(voice(), voice().text("progress.mutations"))) {
            return MutationResults.of(varied, cases, RulesTree.SOME_INSTANT, progress::at);
        }
    }
}
