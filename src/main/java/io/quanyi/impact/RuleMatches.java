package io.quanyi.impact;

import io.quanyi.decision.Decider;
import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.decision.QuestionFacts;
import io.quanyi.decision.RequestRefused;
import io.quanyi.decision.RuleOutline;
import io.quanyi.decision.RuleOutline.Look;
import io.quanyi.decision.RuleOutline.Test;
import io.quanyi.facts.Absent;
import io.quanyi.facts.Absent.Meaning;
import io.quanyi.facts.Fact;
import io.quanyi.facts.Listed;
import io.quanyi.facts.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a rule's condition makes of each value of some dimensions, by itself. */
final class RuleMatches {

    private final List<List<RuleMatch>> matches = new ArrayList<>();

    /**
     * Holds each value against the rule's condition. Of facts that stand once in every request, each field is held against its tests;
     * a value that a request may have several of, that leads from plan to plan, or that the rule repeats, stands for itself.
     */
    RuleMatches(ServicePair pair, ProgrammeRelease release, RuleOutline rule, List<Dimension> dimensions) {
        for (Dimension dimension : dimensions) {
            List<Look> looks =
                    rule.looks().stream().filter(dimension.aspect()::isSeenBy).toList();
            boolean itself = looks.stream().anyMatch(look -> !isPlain(look))
                    || leadsToPlans(pair.rules(release), rule, dimension)
                    || (Factors.isDate(dimension)
                            && dimensions.stream().filter(Factors::isDate).count() > 1);
            List<RuleMatch> own = new ArrayList<>();
            for (int value = 0; value < dimension.size(); value++) {
                own.add(match(pair, release, dimension, value, looks, itself));
            }
            matches.add(own);
        }
    }

    private static boolean isPlain(Look look) {
        return !Listed.class.isAssignableFrom(look.fact())
                && look.fact() != Plan.class
                && look.values().isEmpty();
    }

    /** Whether a dimension decides which plans a rule that asks for one finds. */
    private static boolean leadsToPlans(List<RuleOutline> rules, RuleOutline rule, Dimension dimension) {
        return rule.looks().stream().anyMatch(look -> look.fact() == Plan.class)
                && rules.stream()
                        .filter(other -> other.says() == Plan.class)
                        .flatMap(other -> other.looks().stream())
                        .anyMatch(dimension.aspect()::isSeenBy);
    }

    private static RuleMatch match(
            ServicePair pair,
            ProgrammeRelease release,
            Dimension dimension,
            int value,
            List<Look> looks,
            boolean itself) {
        String exact = dimension.aspect().id() + " " + value + ";";
        Asking asking = pair.asking(release);
        dimension.values().get(value).setting().accept(asking);
        try {
            QuestionFacts facts =
                    Decider.facts(asking.request(), release, pair.at().toInstant());
            Set<String> absent = new TreeSet<>();
            for (Look look : looks) {
                if (isPlain(look) && !holds(look, dimension, facts, absent, pair.isAlone())) {
                    return RuleMatch.SILENT;
                }
            }
            return itself || !absent.isEmpty() ? new RuleMatch(false, absent, itself ? exact : "") : RuleMatch.OPEN;
        } catch (RequestRefused e) {
            return new RuleMatch(false, Set.of(), exact);
        }
    }

    /** Whether no field of the dimension's stands against a line of a condition; those that are absent are noted. */
    private static boolean holds(
            Look look, Dimension dimension, QuestionFacts facts, Set<String> absent, boolean byMeaning) {
        for (Fact fact : facts.all()) {
            for (Test test : look.fact().isInstance(fact) ? look.tests() : List.<Test>of()) {
                Boolean holds = dimension.aspect().supplies(look.fact(), test.field())
                        ? test.holds().apply(fact)
                        : Boolean.TRUE;
                if (holds == null) {
                    absent.add(byMeaning ? meaning(look.fact(), test.field()) : look.fact() + "." + test.field());
                } else if (!holds) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Which facts exactly are absent matters to what an answer asks for and to its conditions, and to nothing else about it: a survey of
     * one release needs only know whether any is without which nothing is decided, and whether any is that is taken as given.
     */
    private static String meaning(Class<? extends Fact> fact, String field) {
        boolean unknown = Arrays.stream(fact.getRecordComponents())
                .filter(component -> component.getName().equals(field))
                .map(component -> component.getAnnotation(Absent.class))
                .anyMatch(absent -> absent != null && absent.means() == Meaning.UNKNOWN);
        return unknown ? "unknown" : "presumed";
    }

    RuleMatch of(int place, int value) {
        return matches.get(place).get(value);
    }
}
