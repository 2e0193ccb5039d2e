package io.quanyi.workshop.coverage;

import io.quanyi.checks.CaseFile;
import io.quanyi.coverage.CaseCoverage;
import io.quanyi.coverage.MutationResults;
import io.quanyi.coverage.MutationWords;
import io.quanyi.coverage.missing.MissingCase;
import io.quanyi.coverage.missing.MissingCases;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.release.RulesTree;
import io.quanyi.text.Language;
import io.quanyi.workshop.command.ProgressLine;
import io.quanyi.workshop.command.ReleaseSelector;
import io.quanyi.workshop.command.WorkshopCommand;
import io.quanyi.workshop.scaffold.NewCases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reports the coverage of a programme by its cases, and the mutations of its rules that they detect. */
@Command(name = "coverage")
public final class CoverageCommand extends WorkshopCommand {

    @Parameters(paramLabel = "PROGRAMME", descriptionKey = "programme")
    private String programme = "";

    @Option(names = "--release", paramLabel = "RELEASE")
    private @Nullable String release;

    @Option(names = "--mutations", descriptionKey = "mutations")
    private boolean mutations;

    @Option(names = "--write-cases")
    private boolean writeCases;

    @Option(names = "--html", paramLabel = "FILE")
    private @Nullable Path html;

    @Override
    public Integer call() throws IOException {
        ReleaseSelector releases = new ReleaseSelector(rules().tree(), output(), programme);
        ReleaseSelector.Selected selected = releases.load(release == null ? releases.latest() : release);
        List<CaseFile> cases = selected.cases(rules().tree());
        CaseCoverage coverage = CaseCoverage.of(selected.release(), cases);
        @Nullable NewCases missing = writeCases ? new NewCases(rules(), output(), programme) : null;
        @Nullable MutationResults results = mutations || writeCases ? mutations(selected.release(), cases) : null;
        CoverageReport report = CoverageReport.of(selected.release(), coverage, results, output());
        if (html != null) {
            CoveragePage.write(html, report, output());
        }
        if (output().isJson()) {
            output().json(report);
        } else {
            new CoveragePrinter(output()).print(report);
        }
        if (missing != null && results != null) {
            write(
                    missing,
                    MissingCases.of(selected.release(), results, RulesTree.noon(selected.release())),
                    selected.release());
        }
        return 0;
    }

    /** Writes the cases that are missing. The message about the written cases is not part of the report, which a program may read. */
    private void write(NewCases missing, List<MissingCase> found, ProgrammeRelease release) throws IOException {
        Language language = release.programme().source().documentLanguage();
        int cases = 0;
        int noticed = 0;
        for (MissingCase one : found) {
            MissingCaseTemplate template =
                    new MissingCaseTemplate(one, language, mutation -> MutationWords.of(mutation, output().language()));
            if (missing.add(one.request().question().service(), template.name(), template.text(output()))) {
                cases++;
                noticed += one.mutations().size();
            }
        }
        List<String> written = missing.write();
        if (!output().isJson()) {
            output().out().println();
            written.forEach(path -> output().say("new.changed", path));
            output().say("coverage.written", cases, noticed, programme);
        }
    }

    private MutationResults mutations(ProgrammeRelease varied, List<CaseFile> cases) {
        try (ProgressLine progress = ProgressLine.of(output(), output().text("progress.mutations"))) {
            return MutationResults.of(varied, cases, RulesTree.noon(varied), progress::at);
        }
    }
}
