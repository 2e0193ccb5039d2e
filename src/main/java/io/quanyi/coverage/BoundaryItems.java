package io.quanyi.coverage;

import io.quanyi.decision.HeldAmount;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.RuleOutline;
import io.quanyi.decision.release.RuleOutline.Look;
import io.quanyi.decision.release.RuleOutline.Statement;
import io.quanyi.decision.release.RuleOutline.Test;
import io.quanyi.facts.EachLimit;
import io.quanyi.facts.Fact;
import io.quanyi.facts.GroupLimit;
import io.quanyi.facts.LeadTime;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Quota;
import io.quanyi.source.Position;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The boundary items of a release: below, at and above every number or date that a rule compares with or states as a limit. */
final class BoundaryItems implements CoverageSource {

    private static final Set<Class<? extends Outcome>> LIMITS =
            Set.of(Quota.class, LeadTime.class, EachLimit.class, GroupLimit.class);

    /** Fields counted from 1, so that no value lies below 1. */
    private static final Set<String> FROM_ONE = Set.of("Period.year", "FirstTerm.year", "Question.quantity");

    private final ProgrammeRelease release;

    BoundaryItems(ProgrammeRelease release) {
        this.release = release;
    }

    @Override
    public Map<CoverageItem, Position> items() {
        Map<CoverageItem, Position> items = new LinkedHashMap<>();
        for (RuleOutline rule : ReleaseOutlines.rules(release)) {
            for (Look look : rule.looks()) {
                look.tests().stream()
                        .filter(Test::ordered)
                        .forEach(test -> sides(items, rule, words(look, test), hasBelow(look, test)));
            }
            rule.statements().stream()
                    .filter(statement -> LIMITS.contains(statement.type()))
                    .forEach(statement -> sides(items, rule, statement.words(), hasBelow(statement)));
        }
        return items;
    }

    private static void sides(Map<CoverageItem, Position> items, RuleOutline rule, String words, boolean hasBelow) {
        List<ItemKind> sides =
                hasBelow ? List.of(ItemKind.BELOW, ItemKind.AT, ItemKind.ABOVE) : List.of(ItemKind.AT, ItemKind.ABOVE);
        sides.forEach(side -> items.put(
                new CoverageItem(side, rule.rule().id(), words), rule.rule().position()));
    }

    private static boolean hasBelow(Look look, Test test) {
        String field = look.fact().getSimpleName() + "." + test.field();
        return number(test).compareTo(BigDecimal.ONE) > 0 || !FROM_ONE.contains(field);
    }

    /** Whether a request can be below a stated limit; no request asks for fewer than one use. */
    private static boolean hasBelow(Statement statement) {
        return !(statement.outcome() instanceof Quota quota)
                || quota.limit().compareTo(BigDecimal.ONE) > 0
                || !quota.unit().equals("time");
    }

    @Override
    public Set<CoverageItem> covered(ExecutedCase executed) {
        Set<CoverageItem> covered = new HashSet<>();
        for (RuleOutline rule : release.policy().outlines(executed.service())) {
            for (Look look : rule.looks()) {
                look.tests().stream()
                        .filter(Test::ordered)
                        .forEach(test -> compared(rule, look, test, executed, covered));
            }
            executed.heldAmounts().stream()
                    .filter(held -> held.rule() != null
                            && held.rule().id().equals(rule.rule().id()))
                    .forEach(held -> covered.addAll(sides(held, rule)));
        }
        return covered;
    }

    private static void compared(
            RuleOutline rule, Look look, Test test, ExecutedCase executed, Set<CoverageItem> covered) {
        for (Fact fact : executed.facts().all()) {
            Object value = look.fact().isInstance(fact) ? test.reading().value().apply(fact) : null;
            if (value != null) {
                ItemKind side = side(number(value), number(test));
                covered.add(new CoverageItem(side, rule.rule().id(), words(look, test)));
            }
        }
    }

    private static List<CoverageItem> sides(HeldAmount held, RuleOutline rule) {
        return rule.statements().stream()
                .filter(statement -> statement.type() == held.term())
                .map(statement -> new CoverageItem(
                        side(held.asked(), held.limit()), rule.rule().id(), statement.words()))
                .toList();
    }

    private static ItemKind side(BigDecimal number, BigDecimal boundary) {
        int order = number.compareTo(boundary);
        return order == 0 ? ItemKind.AT : order < 0 ? ItemKind.BELOW : ItemKind.ABOVE;
    }

    private static BigDecimal number(Test test) {
        return number(test.literals().iterator().next());
    }

    /** A number; of a date, its days since 1970. */
    private static BigDecimal number(Object value) {
        return value instanceof LocalDate date
                ? BigDecimal.valueOf(date.toEpochDay())
                : new BigDecimal(value.toString());
    }

    private static String words(Look look, Test test) {
        return look.fact().getSimpleName() + "." + test.words();
    }
}
