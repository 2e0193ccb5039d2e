package io.quanyi.coverage;

import io.quanyi.catalogue.Clause;
import io.quanyi.catalogue.Clauses;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.RuleOutline;
import io.quanyi.facts.Listed;
import io.quanyi.source.Position;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The rules, firing and silent, and the clauses that decide. */
final class RulePart implements Part {

    private final ProgrammeRelease release;

    RulePart(ProgrammeRelease release) {
        this.release = release;
    }

    @Override
    public Map<Thing, Position> things() {
        Map<Thing, Position> things = new LinkedHashMap<>();
        for (RuleOutline rule : Outlined.rules(release)) {
            things.put(Thing.of(Kind.RULE_FIRES, rule.rule().id()), rule.rule().position());
            if (canBeSilent(rule)) {
                things.put(
                        Thing.of(Kind.RULE_SILENT, rule.rule().id()),
                        rule.rule().position());
            }
        }
        Position file =
                Position.of(release.programme().id() + "/policy/" + release.id().policy() + "/" + Clauses.FILE);
        release.clauses().all().stream()
                .filter(Clause::decides)
                .forEach(clause -> things.put(Thing.of(Kind.CLAUSE, clause.reference()), file));
        return things;
    }

    /** A rule that asks for nothing but its service fires whenever it is asked. */
    private static boolean canBeSilent(RuleOutline rule) {
        return rule.looks().stream()
                .anyMatch(look -> !look.tests().isEmpty() || Listed.class.isAssignableFrom(look.fact()));
    }

    @Override
    public Set<Thing> touched(Ran ran) {
        Set<Thing> touched = new HashSet<>();
        release.policy().outlines(ran.service()).forEach(rule -> {
            String id = rule.rule().id();
            touched.add(Thing.of(ran.fired().containsKey(id) ? Kind.RULE_FIRES : Kind.RULE_SILENT, id));
        });
        ran.fired()
                .values()
                .forEach(rule -> rule.clauses().forEach(clause -> touched.add(Thing.of(Kind.CLAUSE, clause))));
        return touched;
    }
}
