package io.quanyi.workshop.coverage;

import io.quanyi.workshop.command.HtmlPage;
import io.quanyi.workshop.command.Output;
import io.quanyi.workshop.coverage.CoverageReport.MutationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes a coverage report as an HTML page. */
final class CoveragePage {

    private CoveragePage() {}

    static void write(Path file, CoverageReport report, Output output) throws IOException {
        MutationReport mutations = report.mutations();
        HtmlPage.write(
                file,
                "coverage.html",
                output,
                Map.ofEntries(
                        Map.entry("title", output.text("coverage.title", report.name(), report.cases())),
                        Map.entry("counts", report.counts()),
                        Map.entry("hasMissing", !report.missing().isEmpty()),
                        Map.entry("missing", report.missing()),
                        Map.entry("missingTitle", output.text("coverage.missing")),
                        Map.entry("hasMutations", mutations != null),
                        Map.entry("mutationsTitle", output.text("coverage.mutations-title")),
                        Map.entry(
                                "mutationCounts",
                                mutations == null
                                        ? List.of()
                                        : List.of(mutations.detected(), mutations.conditionsDetected())),
                        Map.entry(
                                "equivalent",
                                mutations == null
                                        ? ""
                                        : output.text(
                                                "coverage.equivalent", mutations.equivalent(), mutations.refused())),
                        Map.entry("example", output.text("coverage.would-notice")),
                        Map.entry(
                                "survivors",
                                mutations == null
                                        ? List.of()
                                        : mutations.survivors().stream()
                                                .map(mutation -> Map.of(
                                                        "text", mutation.text(),
                                                        "place", mutation.place(),
                                                        "request",
                                                                mutation.example() == null
                                                                        ? ""
                                                                        : output.pretty(mutation.example())))
                                                .toList())));
    }
}
