package io.quanyi.workshop.impact;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.impact.Impact;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.impact.census.CustomerCensus;
import io.quanyi.impact.report.ImpactReport;
import io.quanyi.impact.report.ImpactReportWriter;
import io.quanyi.impact.request.RequestImpact;
import io.quanyi.impact.request.RequestImpacts;
import io.quanyi.release.RulesTree;
import io.quanyi.work.Cancellation;
import io.quanyi.workshop.command.ProgressLine;
import io.quanyi.workshop.command.ReleaseSelector;
import io.quanyi.workshop.command.WorkshopCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reports which answers change from one release to another, and how. */
@Command(name = "impact")
public final class ImpactCommand extends WorkshopCommand {

    @Parameters(paramLabel = "PROGRAMME", descriptionKey = "programme")
    private String programme = "";

    @Option(names = "--from", paramLabel = "RELEASE")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "RELEASE", defaultValue = ReleaseSelector.DRAFT)
    private String to = ReleaseSelector.DRAFT;

    @Option(names = "--at", paramLabel = "INSTANT")
    private @Nullable OffsetDateTime at;

    @Option(names = "--census", paramLabel = "FILE")
    private @Nullable Path census;

    @Option(names = "--of", paramLabel = "FILE")
    private @Nullable Path of;

    @Option(names = "--html", paramLabel = "FILE")
    private @Nullable Path html;

    @Option(names = "--max-combinations", paramLabel = "N")
    private long maxCombinations = WorkBudget.AMPLE;

    @Option(names = "--max-seconds", paramLabel = "N")
    private @Nullable Long maxSeconds;

    @Override
    public Integer call() throws IOException {
        ReleaseSelector releases = new ReleaseSelector(rules().tree(), output(), programme);
        ReleaseSelector.Selected before = releases.load(
                from == null ? releases.newest().map(String::valueOf).orElse("1") : from);
        ReleaseSelector.Selected after = releases.load(to);
        Instant asked = at == null ? RulesTree.noon(after.release()) : at.toInstant();
        Impact impact = between(before, after, asked);
        List<RequestImpact> requests = requests(impact, before.release(), after.release());
        ImpactReport report = ImpactReportWriter.of(
                impact,
                before.release(),
                after.release(),
                after.draft(),
                counted(impact),
                requests,
                output().language());
        if (html != null) {
            new ImpactPage(output()).write(html, report);
        }
        if (output().isJson()) {
            output().json(report);
        } else {
            new ImpactPrinter(output()).print(report);
        }
        boolean isFaulty = requests != null
                && requests.stream().anyMatch(request -> request.coverage().isFault());
        return report.withoutComparison().isEmpty() && !isFaulty ? 0 : WorkshopCommand.FAULTY;
    }

    private @Nullable List<RequestImpact> requests(Impact impact, ProgrammeRelease before, ProgrammeRelease after)
            throws IOException {
        if (of == null) {
            return null;
        }
        RequestImpacts impacts = new RequestImpacts(impact, before, after);
        return RequestsFile.read(there(of), programme, impact.at().toInstant()).stream()
                .map(impacts::of)
                .toList();
    }

    private Path there(Path file) {
        if (!Files.isRegularFile(file)) {
            throw output().wrong(output().text("no-file", file));
        }
        return file;
    }

    private Impact between(ReleaseSelector.Selected before, ReleaseSelector.Selected after, Instant asked) {
        try (ProgressLine progress = ProgressLine.of(output(), output().text("progress.impact"))) {
            Duration most = maxSeconds == null ? null : Duration.ofSeconds(Math.max(1, maxSeconds));
            WorkBudget budget = WorkBudget.ofReport(Math.max(1, maxCombinations), most, Cancellation.never());
            return Impact.between(before.release(), after.release(), asked, progress::at, budget);
        }
    }

    private @Nullable CustomerCensus counted(Impact impact) throws IOException {
        if (census == null) {
            return null;
        }
        Path file = there(census);
        CustomerCensus counted = new CustomerCensus(impact);
        try (ProgressLine progress = ProgressLine.of(output(), output().text("progress.census"))) {
            CensusFile.count(file, counted, progress);
        }
        return counted;
    }
}
