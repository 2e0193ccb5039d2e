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
 * @param cells the lines of each cell
 */
record MatrixSide(CellWords words, Map<CellId, List<String>> cells) {

    /** A cell by the ids of its service and its plan. */
    record CellId(String service, String plan) {}

    /** The matrix of a release, for questions at an instant. */
    static MatrixSide of(ProgrammeRelease release, Instant at, Language language) {
        CellWords words = new CellWords(release, language);
        Map<CellId, List<String>> cells = new LinkedHashMap<>();
        for (Matrix.Row row : Matrix.of(release, at).rows()) {
            for (Matrix.Cell cell : row.cells()) {
                cells.put(new CellId(row.service(), cell.plan()), words.all(cell));
            }
        }
        return new MatrixSide(words, cells);
    }

    /** The lines of a cell; empty if the release has no such service or plan. */
    List<String> lines(CellId id) {
        return cells.getOrDefault(id, List.of());
    }
}
