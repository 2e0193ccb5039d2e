package io.quanyi.console.rule;

import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.draft.DraftScreen;
import io.quanyi.console.draft.TextAddress;
import io.quanyi.console.draft.cases.DraftCaseRuns;
import io.quanyi.console.rule.DraftRules.Located;
import io.quanyi.release.draft.DraftRefused;
import io.quanyi.release.draft.DraftRefused.Reason;
import io.quanyi.release.draft.DraftTrials;
import io.quanyi.source.Fault;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * The report on a rule after it was saved: its faults, the remarks that name it, the cells of the matrix that it fills, the failing cases about its services, and
 * the number of other faults of its draft.
 */
@Component
@ConditionalOnBooleanProperty("quanyi.console.enabled")
class RuleFaults {

    private final DraftTrials trials;
    private final DraftCaseRuns cases;
    private final FilledCells cells;

    RuleFaults(DraftTrials trials, DraftCaseRuns cases, FilledCells cells) {
        this.trials = trials;
        this.cases = cases;
        this.cells = cells;
    }

    /** The faults; while others check for too long, that they are not known. */
    Map<String, Object> content(DraftScreen screen, Located located) {
        ConsoleTexts texts = new ConsoleTexts(screen.language());
        try {
            DraftTrials.Checked checked =
                    trials.check(screen.programme().id(), screen.view().draft().id(), () -> false);
            List<Fault> faults = checked.faults();
            List<Fault> own =
                    faults.stream().filter(fault -> isWithin(fault, located)).toList();
            int others = faults.size() - own.size();
            List<Map<String, Object>> failures =
                    faults.isEmpty() ? cases.failing(screen, located.rule().id()) : List.of();
            return Map.of(
                    "checked",
                    List.of(Map.of(
                            "sound",
                            faults.isEmpty(),
                            "failures",
                            failures,
                            "failing",
                            failures.isEmpty() ? "" : texts.of("rule-failing-count", failures.size()),
                            "faults",
                            own.stream().map(fault -> line(screen, fault)).toList(),
                            "cells",
                            faults.isEmpty()
                                    ? List.of(
                                            cells.content(screen, located.rule().id()))
                                    : List.of(),
                            "remarks",
                            checked.remarks().stream()
                                    .filter(remark -> remark.arguments()
                                            .contains(located.rule().id()))
                                    .map(remark -> remark.message(screen.language()))
                                    .toList(),
                            "others",
                            others == 0 ? "" : texts.of("rule-other-faults", others))));
        } catch (DraftRefused e) {
            if (e.reason() != Reason.BUSY) {
                throw e;
            }
            return Map.of("checked", List.of());
        }
    }

    private static boolean isWithin(Fault fault, Located located) {
        int first = located.rules().line(located.rule());
        int lines = (int) located.rules().text(located.rule()).lines().count();
        int line = fault.position().line();
        return fault.position().file().equals(located.file()) && line >= first && line < first + lines;
    }

    private static Map<String, Object> line(DraftScreen screen, Fault fault) {
        return Map.of(
                "href",
                TextAddress.of(screen, fault.position().file(), fault.position().line()),
                "place",
                fault.position().toString(),
                "text",
                fault.message(screen.language()));
    }
}
