package io.quanyi.console.matrix;

import io.quanyi.decision.advice.Matrix;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Domain;
import io.quanyi.text.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** Writes the table of services by plans in one language; each cell leads to its question. */
final class MatrixTable {

    private final ProgrammeRelease release;
    private final CellWords words;

    MatrixTable(ProgrammeRelease release, Language language) {
        this.release = release;
        this.words = new CellWords(release, language);
    }

    /** The columns and rows, for a question at an instant. */
    Map<String, Object> content(Instant at) {
        Matrix matrix = Matrix.of(release, at);
        return Map.of(
                "plans",
                matrix.plans().stream()
                        .map(plan -> words.name(Domain.PLAN, plan))
                        .toList(),
                "services",
                matrix.rows().stream().map(this::row).toList());
    }

    private Map<String, Object> row(Matrix.Row row) {
        return Map.of(
                "id",
                row.service(),
                "name",
                words.name(Domain.SERVICE, row.service()),
                "cells",
                row.cells().stream().map(cell -> cell(row.service(), cell)).toList());
    }

    private Map<String, Object> cell(String service, Matrix.Cell cell) {
        List<String> lines = new ArrayList<>(words.all(cell));
        String first = lines.remove(0);
        return Map.of("kind", kind(cell.plain()), "first", first, "rest", lines, "href", href(service, cell.plan()));
    }

    private static String kind(Matrix.Content content) {
        Result outcome = content.decision() == null ? null : content.decision().outcome();
        return outcome == null ? "open" : outcome.name().toLowerCase(Locale.ROOT);
    }

    private String href(String service, String plan) {
        return UriComponentsBuilder.fromPath("/console/{programme}/ask")
                .queryParam("question.service", service)
                .queryParam("subscription.plan", plan)
                .encode()
                .buildAndExpand(release.programme().id())
                .toUriString();
    }
}
