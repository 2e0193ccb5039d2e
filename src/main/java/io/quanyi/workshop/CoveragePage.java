package io.quanyi.workshop;

import io.quanyi.workshop.CoverageReport.SlipReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What cases try, as a page. */
final class CoveragePage {

    private CoveragePage() {}

    static void write(Path file, CoverageReport report, Voice voice) throws IOException {
        SlipReport slips = report.slips();
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
                        Map.entry("hasSlips", slips != null),
                        Map.entry("slipsTitle", voice.text("coverage.slips-title")),
                        Map.entry(
                                "slipCounts",
                                slips == null ? List.of() : List.of(slips.noticed(), slips.conditionsNoticed())),
                        Map.entry(
                                "equivalent",
                                slips == null
                                        ? ""
                                        : voice.text("coverage.equivalent", slips.equivalent(), slips.refused())),
                        Map.entry("example", voice.text("coverage.would-notice")),
                        Map.entry(
                                "survivors",
                                slips == null
                                        ? List.of()
                                        : slips.survivors().stream()
                                                .map(slip -> Map.of(
                                                        "text", slip.text(),
                                                        "place", slip.place(),
                                                        "request",
                                                                slip.example() == null
                                                                        ? ""
                                                                        : voice.pretty(slip.example())))
                                                .toList())));
    }
}
