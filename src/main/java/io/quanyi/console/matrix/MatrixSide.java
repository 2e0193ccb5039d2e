package io.quanyi.console.matrix;

import io.quanyi.decision.advice.Matrix;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.text.Language;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The matrix of one of two releases that are compared, in words.
 *
 * @param words the words of its release
 * @param cells the cells
 */
record MatrixSide(CellWords words, Map<CellId, Matrix.Cell> cells) {

    /** A cell by the ids of its service and its plan. */
    record CellId(String service, String plan) {}

    /** The matrix of a release, for questions at an instant. */
    static MatrixSide of(ProgrammeRelease release, Instant at, Language language) {
        Map<CellId, Matrix.Cell> cells = new LinkedHashMap<>();
        for (Matrix.Row row : Matrix.of(release, at).rows()) {
            for (Matrix.Cell cell : row.cells()) {
                cells.put(new CellId(row.service(), cell.plan()), cell);
            }
        }
        return new MatrixSide(new CellWords(release, language), cells);
    }

    /** The lines of a cell; empty if the release has no such service or plan. */
    List<String> lines(CellId id) {
        Matrix.Cell cell = cells.get(id);
        return cell == null ? List.of() : words.all(cell);
    }

    /** The first severity for which another side has other lines in a cell; empty if they differ without one. */
    String severity(CellId id, MatrixSide other) {
        Matrix.Cell cell = cells.get(id);
        Matrix.Cell there = other.cells.get(id);
        return cell == null || there == null ? "" : words.severity(cell, there, other.words);
    }
}
