package io.quanyi.workshop.table;

import io.quanyi.workshop.table.words.CatalogueWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The meaning of a row in a table of services: one service in every plan.
 *
 * @param row the number of the row
 * @param service the id of the service
 * @param name the name of the service, as the table has it
 * @param isNew whether the catalogue has no such service yet
 * @param cells the cell of each plan, by the id of the plan, the lowest first
 * @param clauses the references of its clauses
 */
record ServiceRow(
        int row, String service, String name, boolean isNew, Map<String, ServiceCell> cells, List<String> clauses) {

    /**
     * A group of plans with equal cells.
     *
     * @param cell the cell of these plans
     * @param plans the plans of which a rule has to speak: those that contain none of the others
     * @param all whether all plans have it
     */
    record Group(ServiceCell cell, List<String> plans, boolean all) {

        /** The plans as one word, by which the rule is found again. */
        String key() {
            return all ? "any" : String.join("+", plans);
        }

        /** Whether the rule fires for a plan. */
        boolean fires(String plan, CatalogueWords words) {
            return all || !Collections.disjoint(plans, words.contained(plan));
        }
    }

    /** The plans that have the service, those together that have it alike. */
    List<Group> groups(CatalogueWords words) {
        Map<List<String>, List<String>> plans = new LinkedHashMap<>();
        cells.forEach((plan, cell) -> {
            if (cell.kind() != ServiceCell.Kind.EXCLUDED) {
                plans.computeIfAbsent(cell.outcomes(), any -> new ArrayList<>()).add(plan);
            }
        });
        return plans.values().stream()
                .map(alike -> new Group(
                        cell(alike.get(0)),
                        alike.stream()
                                .filter(plan ->
                                        words.contained(plan).stream().skip(1).noneMatch(alike::contains))
                                .toList(),
                        alike.size() == cells.size()))
                .toList();
    }

    /** The cell of a plan. */
    ServiceCell cell(String plan) {
        return Objects.requireNonNull(cells.get(plan));
    }

    /** The outcomes that the rule of a group states: without those that its plans have from the plan that they contain. */
    List<String> stated(Group group, CatalogueWords words) {
        List<String> outcomes = group.cell().outcomes();
        List<String> own = outcomes.stream()
                .filter(outcome -> !group.plans().stream()
                        .allMatch(plan -> inherited(plan, words).contains(outcome)))
                .toList();
        return own.isEmpty() ? outcomes : own;
    }

    private List<String> inherited(String plan, CatalogueWords words) {
        return words.contained(plan).stream()
                .skip(1)
                .limit(1)
                .flatMap(below -> cell(below).outcomes().stream())
                .toList();
    }

    /** The plans that a plan contains and whose cells would count for it, too, although its own says something else. */
    List<String> meddling(String plan, CatalogueWords words) {
        ServiceCell own = cell(plan);
        return words.contained(plan).stream()
                .skip(1)
                .filter(lower -> cell(lower).kind() != ServiceCell.Kind.EXCLUDED)
                .filter(lower -> !cell(lower).outcomes().equals(own.outcomes()))
                .filter(lower -> !cell(lower).isReplacedBy(own))
                .toList();
    }
}
