package io.quanyi.coverage;

import io.quanyi.decision.LimitMeasure;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.RuleOutline;
import io.quanyi.decision.RuleOutline.Look;
import io.quanyi.decision.RuleOutline.Test;
import io.quanyi.facts.EachLimit;
import io.quanyi.facts.Fact;
import io.quanyi.facts.GroupLimit;
import io.quanyi.facts.LeadTime;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Quota;
import io.quanyi.source.Position;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Both sides of every number that a rule compares with or states as a limit, and the number itself. */
final class BoundaryPart implements Part {

    private static final Set<Class<? extends Outcome>> LIMITS =
            Set.of(Quota.class, LeadTime.class, EachLimit.class, GroupLimit.class);

    /** What is counted from 1, so that nothing lies below. */
    private static final Set<String> FROM_ONE = Set.of("Period.year", "FirstTerm.year", "Question.quantity");

    private final ProgrammeRelease release;

    BoundaryPart(ProgrammeRelease release) {
        this.release = release;
    }

    @Override
    public Map<Thing, Position> things() {
        Map<Thing, Position> things = new LinkedHashMap<>();
        for (RuleOutline rule : Outlined.rules(release)) {
            for (Look look : rule.looks()) {
                look.tests().stream()
                        .filter(Test::ordered)
                        .forEach(test -> sides(things, rule, words(look, test), hasBelow(look, test)));
            }
            if (LIMITS.contains(rule.says())) {
                sides(things, rule, rule.words(), hasBelow(rule));
            }
        }
        return things;
    }

    private static void sides(Map<Thing, Position> things, RuleOutline rule, String words, boolean hasBelow) {
        List<Kind> sides = hasBelow ? List.of(Kind.BELOW, Kind.AT, Kind.ABOVE) : List.of(Kind.AT, Kind.ABOVE);
        sides.forEach(side ->
                things.put(new Thing(side, rule.rule().id(), words), rule.rule().position()));
    }

    private static boolean hasBelow(Look look, Test test) {
        String field = look.fact().getSimpleName() + "." + test.field();
        return number(test).compareTo(BigDecimal.ONE) > 0 || !FROM_ONE.contains(field);
    }

    /** Whoever asks for something counted in times asks for it once at least. */
    private static boolean hasBelow(RuleOutline rule) {
        return !(rule.outcome() instanceof Quota quota)
                || quota.limit().compareTo(BigDecimal.ONE) > 0
                || !quota.unit().equals("time");
    }

    @Override
    public Set<Thing> touched(Ran ran) {
        Set<Thing> touched = new HashSet<>();
        for (RuleOutline rule : release.policy().outlines(ran.service())) {
            for (Look look : rule.looks()) {
                look.tests().stream().filter(Test::ordered).forEach(test -> compared(rule, look, test, ran, touched));
            }
            ran.measures().stream()
                    .filter(measure -> measure.rule() != null
                            && measure.rule().id().equals(rule.rule().id()))
                    .forEach(measure -> touched.add(side(measure, rule)));
        }
        return touched;
    }

    private static void compared(RuleOutline rule, Look look, Test test, Ran ran, Set<Thing> touched) {
        for (Fact fact : ran.facts().all()) {
            Object value = look.fact().isInstance(fact) ? test.reading().value().apply(fact) : null;
            if (value != null) {
                Kind side = side(new BigDecimal(value.toString()), number(test));
                touched.add(new Thing(side, rule.rule().id(), words(look, test)));
            }
        }
    }

    private static Thing side(LimitMeasure measure, RuleOutline rule) {
        return new Thing(side(measure.asked(), measure.limit()), rule.rule().id(), rule.words());
    }

    private static Kind side(BigDecimal number, BigDecimal boundary) {
        int order = number.compareTo(boundary);
        return order == 0 ? Kind.AT : order < 0 ? Kind.BELOW : Kind.ABOVE;
    }

    private static BigDecimal number(Test test) {
        return new BigDecimal(test.literals().iterator().next().toString());
    }

    private static String words(Look look, Test test) {
        return look.fact().getSimpleName() + "." + test.words();
    }
}
