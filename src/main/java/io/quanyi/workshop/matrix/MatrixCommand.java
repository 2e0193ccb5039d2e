package io.quanyi.workshop.matrix;

import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.text.DateTexts;
import io.quanyi.text.Punctuation;
import io.quanyi.workshop.command.HtmlPage;
import io.quanyi.workshop.command.ReleaseSelector;
import io.quanyi.workshop.command.WorkshopCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a table that shows which plan includes which service. */
@Command(name = "matrix")
public final class MatrixCommand extends WorkshopCommand {

    @Parameters(paramLabel = "PROGRAMME", descriptionKey = "programme")
    private String programme = "";

    @Option(names = "--release", paramLabel = "RELEASE")
    private @Nullable String release;

    @Option(names = "--at", paramLabel = "INSTANT")
    private @Nullable OffsetDateTime at;

    @Option(names = "--html", paramLabel = "FILE")
    private @Nullable Path html;

    @Option(names = "--by", paramLabel = "CONDITION", split = ",")
    private List<String> by = List.of();

    @Override
    public Integer call() throws IOException {
        ReleaseSelector releases = new ReleaseSelector(rules().tree(), output(), programme);
        ReleaseSelector.Selected selected = releases.load(Objects.requireNonNullElseGet(release, releases::latest));
        Instant asked = at == null ? RulesTree.noon(selected.release()) : at.toInstant();
        if (!by.isEmpty()) {
            tellTargets(selected, asked);
            return 0;
        }
        MatrixReport report = new MatrixReportWriter(selected.release(), output()).report(asked, selected.draft());
        String title = output().text(
                        "matrix.title", selected.release().programme().names().in(output().language()));
        if (html != null) {
            HtmlPage.write(html, "matrix.html", output(), page(title, report));
        }
        if (output().isJson()) {
            output().json(report);
        } else {
            print(title, report);
        }
        return 0;
    }

    /** Prints the target times by plan and by the conditions that the call names. */
    private void tellTargets(ReleaseSelector.Selected selected, Instant asked) {
        List<String> unknown =
                by.stream().filter(id -> MatrixCondition.named(id).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            throw output().wrong(output().text(
                            "matrix.by-unknown", output().list(unknown), output().list(MatrixCondition.ids())));
        }
        if (html != null) {
            throw output().wrong(output().text("matrix.by-html"));
        }
        List<MatrixCondition> conditions = by.stream()
                .distinct()
                .flatMap(id -> MatrixCondition.named(id).stream())
                .toList();
        TargetReport report =
                new TargetReportWriter(selected.release(), output(), asked, conditions).report(selected.draft());
        if (output().isJson()) {
            output().json(report);
        } else {
            output().out().println(about(report.release(), report.draft(), report.at()) + "\n");
            new TargetReportPrinter(selected.release(), output(), conditions).print(report);
        }
    }

    private void print(String title, MatrixReport report) {
        output().out().println(output().paint(Style.bold, title));
        output().out().println(about(report) + "\n");
        TerminalTable table = new TerminalTable();
        List<List<String>> head = new ArrayList<>(List.of(List.of(output().text("matrix.service"))));
        report.plans().forEach(plan -> head.add(List.of(plan.name())));
        table.add(head);
        for (MatrixReport.Line line : report.services()) {
            List<List<String>> row = new ArrayList<>(List.of(List.of(line.name())));
            line.cells().forEach(cell -> row.add(lines(cell)));
            table.add(row);
        }
        table.lines().forEach(output().out()::println);
    }

    private String about(MatrixReport report) {
        return about(report.release(), report.draft(), report.at());
    }

    private String about(ReleaseId id, boolean draft, OffsetDateTime instant) {
        String what = draft ? output().text("impact.draft") : output().text("impact.release", id.number());
        String versions = output().text("impact.versions", what, id.policy(), id.catalogue(), id.calendars());
        return output().text("matrix.about", versions, new DateTexts(output().language()).instant(instant));
    }

    private Map<String, Object> page(String title, MatrixReport report) {
        return Map.of(
                "title", title,
                "about", about(report),
                "service", output().text("matrix.service"),
                "plans", report.plans(),
                "services", report.services().stream().map(this::row).toList());
    }

    private Map<String, Object> row(MatrixReport.Line line) {
        return Map.of(
                "id",
                line.id(),
                "name",
                line.name(),
                "cells",
                line.cells().stream().map(this::shown).toList());
    }

    private Map<String, Object> shown(MatrixReport.Cell cell) {
        Result outcome = cell.content().outcome();
        List<String> lines = lines(cell);
        return Map.of(
                "kind", outcome == null ? "open" : outcome.name().toLowerCase(Locale.ROOT),
                "first", lines.get(0),
                "rest", lines.subList(1, lines.size()));
    }

    /** The lines of a result, and one for each severity where they differ. */
    private List<String> lines(MatrixReport.Cell cell) {
        return Stream.concat(
                        cell.content().text().stream(),
                        cell.bySeverity().stream().map(this::line))
                .toList();
    }

    private String line(MatrixReport.OfSeverity one) {
        List<String> said = Stream.concat(one.content().text().stream(), one.conditions().stream())
                .toList();
        return one.name()
                + Punctuation.of(output().language()).colon()
                + Punctuation.of(output().language()).sequence(said);
    }
}
