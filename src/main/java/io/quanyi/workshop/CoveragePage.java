package io.quanyi.workshop;

import io.quanyi.workshop.CoverageReport.MutationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What cases try, as a page. */
final class CoveragePage {

    private CoveragePage() {}

    static void write(Path file, CoverageReport report, Voice voice) throws IOException {
        MutationReport mutations = report.mutations();
        Page.write(
                file,
                "coverage.html",
                voice,
                Map.ofEntries(
                        Map.entry("title", voice.text("coverage.title", report.programme(), report.cases())),
                        Map.entry("counts", report.counts()),
                        Map.entry("hasMissing", !report.missing().isEmpty()),
                        Map.entry("missing", report.missing()),
                        Map.entry("missingTitle", voice.text("coverage.missing")),
                        Map.entry("hasMutations", mutations != null),
                        Map.entry("mutationsTitle", voice.text("coverage.mutations-title")),
                        Map.entry(
                                "mutationCounts",
                                mutations == null
                                        ? List.of()
                                        : List.of(mutations.detected(), mutations.conditionsDetected())),
                        Map.entry(
                                "equivalent",
                                mutations == null
                                        ? ""
                                        : voice.text(
                                                "coverage.equivalent", mutations.equivalent(), mutations.refused())),
                        Map.entry("example", voice.text("coverage.would-notice")),
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
                                                                        : voice.pretty(mutation.example())))
                                                .toList())));
    }
}
