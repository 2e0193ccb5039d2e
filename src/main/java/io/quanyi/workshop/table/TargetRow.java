package io.quanyi.workshop.table;

import io.quanyi.servicetime.Target;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table of target times or of denials, with its conditions and targets. In a table with a column for each severity, one cell of a row.
 *
 * @param cell the cell of its target, as spreadsheets name it
 * @param row the number of the row
 * @param values the ids of each condition; a condition that is not there makes no difference
 * @param response the target time of the response; null if none is stated
 * @param resolution the target time of the resolution; null if none is stated
 * @param window the window in which working time is counted; null if nothing is counted in one
 * @param clauses the references of its clauses
 */
record TargetRow(
        String cell,
        int row,
        Map<TableColumn, List<String>> values,
        @Nullable Target response,
        @Nullable Target resolution,
        @Nullable String window,
        List<String> clauses) {

    /** Whether a target time is counted in a window. */
    static boolean isWorkingTime(@Nullable Target target) {
        return target instanceof Target.Working;
    }

    /** Whether the row states a target time. */
    boolean isStated() {
        return response != null || resolution != null;
    }

    /** The conditions as one word, by which a rule is found again. */
    String key() {
        return values.isEmpty() ? "any" : named();
    }

    private String named() {
        return TableColumn.conditions().stream()
                .filter(values::containsKey)
                .map(column -> column.id() + "=" + String.join("+", ids(column)))
                .collect(Collectors.joining(" "));
    }

    /** The ground on which a row without a time refuses: that of its first condition. */
    String ground() {
        return TableColumn.conditions().stream()
                .filter(values::containsKey)
                .findFirst()
                .orElseThrow()
                .ground();
    }

    /** The ids of a condition; none if it makes no difference. */
    List<String> ids(TableColumn column) {
        return values.getOrDefault(column, List.of());
    }

    /** Whether one request can meet the conditions of both rows. */
    boolean meets(TargetRow other) {
        return differences(other) == 0;
    }

    /** Whether one request but for its plan can meet the conditions of both rows. */
    boolean meetsButForPlan(TargetRow other) {
        return differences(other) == (differ(TableColumn.PLAN, other) ? 1 : 0);
    }

    /** The target time in a column. */
    @Nullable Target target(TableColumn column) {
        return column == TableColumn.RESPONSE ? response : resolution;
    }

    /** Whether the rows differ in one condition only. */
    boolean isNextTo(TargetRow other) {
        return differences(other) == 1;
    }

    private long differences(TargetRow other) {
        return TableColumn.conditions().stream()
                .filter(column -> differ(column, other))
                .count();
    }

    private boolean differ(TableColumn column, TargetRow other) {
        return !ids(column).isEmpty()
                && !other.ids(column).isEmpty()
                && Collections.disjoint(ids(column), other.ids(column));
    }
}
