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
@Command(
        name = "coverage",
        description = {
            "Says what the cases try: each rule, clause, catalogue entry and boundary;",
            "and with --mutations which mutations of the rules no case detects."
        })
final class CoverageCommand extends WorkshopCommand {

    @Parameters(paramLabel = "PROGRAMME", description = "The programme, such as kingdee-galaxy-public.")
    private String programme = "";

    @Option(
            names = "--release",
            paramLabel = "RELEASE",
            description = "The number of a release, or draft (default: the draft, else the newest).")
    private @Nullable String release;

    @Option(names = "--mutations", description = "Vary every rule: drop it, flip or shift a comparison, swap a plan, …")
    private boolean mutations;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page to read and print as well.")
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
