package io.quanyi.console.matrix;

import io.quanyi.console.matrix.MatrixSide.CellId;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Domain;
import io.quanyi.text.Language;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The cells of the matrix that two releases show with different words, for the same instant. A name that was changed is no difference. */
public final class MatrixDifferences {

    /**
     * A cell that differs.
     *
     * @param service the name of the service
     * @param plan the name of the plan
     * @param before its lines in the first release; empty if that has no such service or plan
     * @param after its lines in the second release
     */
    record DifferentCell(String service, String plan, List<String> before, List<String> after) {}

    private final MatrixSide before;
    private final MatrixSide after;

    private MatrixDifferences(MatrixSide before, MatrixSide after) {
        this.before = before;
        this.after = after;
    }

    /** The cells that differ, in the order of the second release. */
    public static List<DifferentCell> between(
            ProgrammeRelease before, ProgrammeRelease after, Instant at, Language language) {
        return new MatrixDifferences(MatrixSide.of(before, at, language), MatrixSide.of(after, at, language)).cells();
    }

    private List<DifferentCell> cells() {
        Set<CellId> ids = new LinkedHashSet<>(after.cells().keySet());
        ids.addAll(before.cells().keySet());
        return ids.stream()
                .filter(id -> !before.lines(id).equals(after.lines(id)))
                .map(this::cell)
                .toList();
    }

    private DifferentCell cell(CellId id) {
        CellWords words = (after.cells().containsKey(id) ? after : before).words();
        return new DifferentCell(
                words.name(Domain.SERVICE, id.service()),
                words.name(Domain.PLAN, id.plan()),
                before.lines(id),
                after.lines(id));
    }
}
