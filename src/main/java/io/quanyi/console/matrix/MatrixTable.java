package io.quanyi.console.matrix;

import io.quanyi.console.ScreenReleases.Shown;
import io.quanyi.decision.advice.Matrix;
import io.quanyi.decision.answer.Result;
import io.quanyi.facts.Domain;
import io.quanyi.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the table of services by plans in one language; each cell leads to its question. */
final class MatrixTable {

    private final Shown shown;
    private final CellAddress address;
    private final CellWords words;
    private final CellBasis basis;

    MatrixTable(Shown shown, CellAddress address, Language language) {
        this.shown = shown;
        this.address = address;
        this.words = new CellWords(shown.release(), language);
        this.basis = new CellBasis(shown.release(), address.document(), language);
    }

    /** The columns and rows. */
    Map<String, Object> content() {
        Matrix matrix = Matrix.of(shown.release(), shown.at());
        return Map.of(
                "compared",
                "",
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
        return Map.of(
                "kind", kind(cell.plain()),
                "first", first,
                "rest", lines,
                "href", address.of(service, cell.plan(), ""),
                "basis", basis.of(cell),
                "sides", List.of());
    }

    private static String kind(Matrix.Content content) {
        Result outcome = content.decision() == null ? null : content.decision().outcome();
        return outcome == null ? "open" : outcome.name().toLowerCase(Locale.ROOT);
    }
}
