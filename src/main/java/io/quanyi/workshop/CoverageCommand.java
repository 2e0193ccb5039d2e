package io.quanyi.workshop;

import io.quanyi.checks.CaseFile;
import io.quanyi.coverage.Coverage;
import io.quanyi.coverage.Mutations;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.release.RulesTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What do the cases of a programme try, and which slips would they notice? */
@Command(
        name = "coverage",
        description = {
            "Says what the cases try: each rule, clause, catalogue entry and boundary;",
            "and with --slips which slips in the rules no case would notice."
        })
final class CoverageCommand extends WorkshopCommand {

    @Parameters(paramLabel = "PROGRAMME", description = "The programme, such as kingdee-galaxy-public.")
    private String programme = "";

    @Option(
            names = "--release",
            paramLabel = "RELEASE",
            description = "The number of a release, or draft (default: the draft, else the newest).")
    private @Nullable String release;

    @Option(names = "--slips", description = "Vary every rule: drop it, flip or shift a comparison, swap a plan, …")
    private boolean slips;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page to read and print as well.")
    private @Nullable Path html;

    @Override
    public Integer call() throws IOException {
        Versions versions = new Versions(rules().tree(), voice(), programme);
        Versions.Chosen chosen = versions.load(release == null ? versions.latest() : release);
        List<CaseFile> cases = chosen.cases(rules().tree());
        Coverage coverage = Coverage.of(chosen.release(), cases);
        CoverageReport report =
                CoverageReport.of(chosen.release(), coverage, slips ? slips(chosen.release(), cases) : null, voice());
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

    private Mutations slips(ProgrammeRelease varied, List<CaseFile> cases) {
        try (Progress progress = Progress.of(voice(), voice().text("progress.slips"))) {
            return Mutations.of(varied, cases, RulesTree.SOME_INSTANT, progress::at);
        }
    }
}
