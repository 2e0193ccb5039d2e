package io.quanyi.coverage;

import io.quanyi.catalogue.Clause;
import io.quanyi.catalogue.Clauses;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleOutline;
import io.quanyi.source.Position;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The rule items of a release, firing and silent, and its clauses that decide something. */
final class RuleItems implements CoverageSource {

    private final ProgrammeRelease release;

    RuleItems(ProgrammeRelease release) {
        this.release = release;
    }

    @Override
    public Map<CoverageItem, Position> items() {
        Map<CoverageItem, Position> items = new LinkedHashMap<>();
        for (RuleOutline rule : ReleaseOutlines.rules(release)) {
            items.put(
                    CoverageItem.of(ItemKind.RULE_FIRES, rule.rule().id()),
                    rule.rule().position());
            if (!rule.asksOnlyForService()) {
                items.put(
                        CoverageItem.of(ItemKind.RULE_SILENT, rule.rule().id()),
                        rule.rule().position());
            }
        }
        Clauses clauses = release.clauses();
        clauses.all().stream()
                .filter(Clause::decides)
                .forEach(clause ->
                        items.put(CoverageItem.of(ItemKind.CLAUSE, clause.reference()), clauses.place(clause)));
        return items;
    }

    @Override
    public Set<CoverageItem> covered(ExecutedCase executed) {
        Set<CoverageItem> covered = new HashSet<>();
        release.policy().outlines(executed.service()).forEach(rule -> {
            String id = rule.rule().id();
            covered.add(
                    CoverageItem.of(executed.fired().containsKey(id) ? ItemKind.RULE_FIRES : ItemKind.RULE_SILENT, id));
        });
        executed.fired()
                .values()
                .forEach(rule ->
                        rule.clauses().forEach(clause -> covered.add(CoverageItem.of(ItemKind.CLAUSE, clause))));
        return covered;
    }
}
