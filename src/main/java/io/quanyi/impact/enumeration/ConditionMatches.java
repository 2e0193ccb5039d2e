package io.quanyi.impact.enumeration;

import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.release.Finding.AbsentFact;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.QuestionFacts;
import io.quanyi.decision.release.RuleOutline;
import io.quanyi.decision.release.RuleOutline.Look;
import io.quanyi.decision.release.RuleOutline.Reading;
import io.quanyi.decision.release.RuleOutline.Test;
import io.quanyi.decision.request.RequestBuilder;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.facts.Absent.Meaning;
import io.quanyi.facts.Fact;
import io.quanyi.facts.Listed;
import io.quanyi.facts.Plan;
import io.quanyi.impact.dimension.MergedDimension;
import io.quanyi.impact.dimension.ServiceComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The matches of the condition of one rule with each single value of some dimensions. */
final class ConditionMatches {

    private final List<List<ConditionMatch>> matches = new ArrayList<>();

    /**
     * Matches each value. A fact that every request has exactly once is matched by the tests of its fields. A value is kept apart if a
     * request may have several such facts, if it affects which plan contains which, or if the rule uses the value itself.
     */
    ConditionMatches(
            ServiceComparison comparison,
            ProgrammeRelease release,
            RuleOutline rule,
            List<MergedDimension> dimensions) {
        for (MergedDimension dimension : dimensions) {
            List<Look> looks =
                    rule.looks().stream().filter(dimension.source()::isReadBy).toList();
            boolean keepApart = looks.stream().anyMatch(look -> !isPlain(look))
                    || leadsToPlans(comparison.rules(release), rule, dimension)
                    || (GroupPartition.isDate(dimension)
                            && dimensions.stream()
                                            .filter(GroupPartition::isDate)
                                            .count()
                                    > 1);
            List<ConditionMatch> own = new ArrayList<>();
            for (int value = 0; value < dimension.size(); value++) {
                own.add(match(comparison, release, dimension, value, looks, keepApart));
            }
            matches.add(own);
        }
    }

    private static boolean isPlain(Look look) {
        return !Listed.class.isAssignableFrom(look.fact())
                && look.fact() != Plan.class
                && look.values().isEmpty();
    }

    /** Whether a dimension affects the plans that a rule about a plan matches, through the rules of plan inheritance. */
    private static boolean leadsToPlans(List<RuleOutline> rules, RuleOutline rule, MergedDimension dimension) {
        return rule.looks().stream().anyMatch(look -> look.fact() == Plan.class)
                && rules.stream()
                        .filter(other -> other.states(Plan.class))
                        .flatMap(other -> other.looks().stream())
                        .anyMatch(dimension.source()::isReadBy);
    }

    private static ConditionMatch match(
            ServiceComparison comparison,
            ProgrammeRelease release,
            MergedDimension dimension,
            int value,
            List<Look> looks,
            boolean keepApart) {
        String exact = dimension.id() + " " + value + ";";
        RequestBuilder builder = comparison.requestBuilder(release);
        dimension.values().get(value).setting().accept(builder);
        try {
            QuestionFacts facts = CheckedQuestion.of(
                            builder.request(), release, comparison.at().toInstant())
                    .facts();
            Set<String> absent = new TreeSet<>();
            for (Look look : looks) {
                if (isPlain(look) && !holds(look, dimension, facts, absent, comparison.isSurvey())) {
                    return ConditionMatch.FAILED;
                }
            }
            if (keepApart) {
                // The value says more than its absent fields, which another dimension may supply
                return new ConditionMatch(false, Set.of(), exact);
            }
            return absent.isEmpty() ? ConditionMatch.OPEN : new ConditionMatch(false, absent, "");
        } catch (RequestRefused e) {
            return new ConditionMatch(false, Set.of(), exact);
        }
    }

    /** Whether no field of the dimension fails a test of a line of the condition; absent fields are collected. */
    private static boolean holds(
            Look look, MergedDimension dimension, QuestionFacts facts, Set<String> absent, boolean byMeaning) {
        for (Fact fact : facts.all()) {
            for (Test test : look.fact().isInstance(fact) ? look.tests() : List.<Test>of()) {
                Boolean holds = dimension.source().supplies(look.fact(), test.field())
                        ? test.holds().apply(fact)
                        : Boolean.TRUE;
                if (holds == null) {
                    absent.add(byMeaning ? meaning(test.reading()) : look.fact() + "." + test.field());
                } else if (!holds) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * The meaning of the absence of a field. Which field is absent matters only for the missing facts and the conditions of an answer. A
     * survey of one release looks at neither, so it only distinguishes absences that prevent a decision from those that do not.
     */
    private static String meaning(Reading field) {
        AbsentFact absent = field.absent();
        return absent != null && absent.meaning() == Meaning.UNKNOWN ? "unknown" : "presumed";
    }

    /** The match with a value of the dimension at a place. */
    ConditionMatch of(int place, int value) {
        return matches.get(place).get(value);
    }
}
