package io.quanyi.console.matrix;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.advice.Matrix;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.facts.Domain;
import io.quanyi.text.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The cells of the matrix that a rule of a draft fills, each beside the cell of the release that the draft changes. */
public final class RuleCells {

    /**
     * A cell.
     *
     * @param service the id of the service
     * @param plan the id of the plan
     * @param severity the first severity for which the draft changes it; empty if it does without one, or not at all
     * @param name both names
     * @param before its lines in the release; empty if it has no such service or plan
     * @param after its lines in the draft
     */
    public record RuleCell(
            String service, String plan, String severity, List<String> name, List<String> before, List<String> after) {

        /** Whether the draft changes it. */
        public boolean isDifferent() {
            return !before.equals(after);
        }
    }

    private final ProgrammeRelease before;
    private final ProgrammeRelease after;
    private final Instant at;
    private final CellWords wordsBefore;
    private final CellWords wordsAfter;

    private RuleCells(ProgrammeRelease before, ProgrammeRelease after, Instant at, Language language) {
        this.before = before;
        this.after = after;
        this.at = at;
        this.wordsBefore = new CellWords(before, language);
        this.wordsAfter = new CellWords(after, language);
    }

    /**
     * The cells that a rule fills, those first that the draft changes.
     *
     * @param before the release that the draft changes
     * @param after the release that the draft would be
     * @param rule the id of the rule
     * @param services the services to which the rule belongs
     * @param at the instant of the questions
     */
    public static List<RuleCell> of(
            ProgrammeRelease before,
            ProgrammeRelease after,
            String rule,
            Set<String> services,
            Instant at,
            Language language) {
        return new RuleCells(before, after, at, language).cells(rule, services);
    }

    private List<RuleCell> cells(String rule, Set<String> services) {
        List<RuleCell> cells = new ArrayList<>();
        for (String service : after.catalogue().services().keySet()) {
            if (services.contains(service)) {
                after.catalogue().plans().stream()
                        .map(Catalogue.Plan::id)
                        .filter(plan -> Matrix.isFilledBy(after, rule, service, plan, at))
                        .forEach(plan -> cells.add(cell(service, plan)));
            }
        }
        cells.sort(Comparator.comparing(cell -> !cell.isDifferent()));
        return cells;
    }

    private RuleCell cell(String service, String plan) {
        boolean known = before.catalogue().services().containsKey(service)
                && before.catalogue().plans().stream().anyMatch(one -> one.id().equals(plan));
        Matrix.Cell cell = Matrix.cell(after, service, plan, at);
        Matrix.Cell earlier = known ? Matrix.cell(before, service, plan, at) : null;
        return new RuleCell(
                service,
                plan,
                earlier == null ? "" : wordsAfter.severity(cell, earlier, wordsBefore),
                List.of(wordsAfter.name(Domain.SERVICE, service), wordsAfter.name(Domain.PLAN, plan)),
                earlier == null ? List.of() : wordsBefore.all(earlier),
                wordsAfter.all(cell));
    }
}
