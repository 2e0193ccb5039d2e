package io.quanyi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.Finding.AbsentFact;
import io.quanyi.decision.release.QuestionFacts;
import io.quanyi.facts.Amount;
import io.quanyi.facts.Deployment;
import io.quanyi.facts.Fact;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Phase;
import io.quanyi.policy.model.RuleVocabulary;
import io.quanyi.policy.model.RuleVocabulary.FactType;
import io.quanyi.policy.model.RuleVocabulary.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An absent fact meets no condition; what a rule would say if it were there and matched is said apart. */
class AbsentFactTests {

    record Case(FactType type, Field field) {
        @Override
        public String toString() {
            return type.name() + "." + field.name();
        }
    }

    static Stream<Case> fieldsThatMayBeAbsent() {
        return RuleVocabulary.FACTS.values().stream()
                .flatMap(type -> type.fields(DemoPolicy.CATALOGUE).values().stream()
                        .filter(Field::mayBeAbsent)
                        .map(field -> new Case(type, field)));
    }

    @ParameterizedTest
    @MethodSource("fieldsThatMayBeAbsent")
    void anAbsentFactIsNeitherEqualNorUnequalNorAmongOthersNorNotAmongThem(Case field) {
        CompiledPolicy policy = conditions(field);
        List<Finding> findings = policy.evaluate(DemoQuestion.about("advice", "low"));
        assertThat(findings)
                .extracting(Finding::absent)
                .containsOnly(Objects.requireNonNull(field.field().absent()));
        assertThat(rules(findings)).isEqualTo(rules(policy));
    }

    @ParameterizedTest
    @MethodSource("fieldsThatMayBeAbsent")
    void aFactThatIsThereMeetsWhatItMeetsAndNothingIsSaidOfAnAbsentOne(Case field) {
        RandomFacts random = new RandomFacts(new Random(7), DemoPolicy.CATALOGUE);
        CompiledPolicy policy = conditions(field);
        for (int i = 0; i < 20; i++) {
            List<Finding> findings = policy.evaluate(random.question("advice", "low", 0));
            assertThat(findings).extracting(Finding::absent).containsOnlyNulls();
            assertThat(rules(findings)).isIn(Set.of("A-1", "A-3"), Set.of("A-2", "A-4"));
        }
    }

    /** One field of each of three facts; two of the fields have the same name. */
    @Test
    void aRuleOnSeveralFactsAsksForEachThatIsAbsentAsLongAsTheOthersMatchOrAreAbsent() {
        CompiledPolicy policy = DemoPolicy.compile(DemoPolicy.rules(
                "advice.drl",
                DemoPolicy.grant(
                        "A-1",
                        "Question(service == \"advice\")\n    Deployment(value == \"on-premise\")\n"
                                + "    Phase(value == \"operation\")\n    Amount(value > 3)")));
        for (int i = 0; i < 27; i++) {
            int deployment = i % 3;
            int phase = i / 3 % 3;
            int amount = i / 9;
            List<Finding> findings = policy.evaluate(DemoQuestion.about(
                    "advice",
                    "low",
                    new Deployment(choice(deployment, "on-premise", "public-cloud")),
                    new Phase(choice(phase, "operation", "implementation")),
                    new Amount(amount == 0 ? null : new BigDecimal(amount == 1 ? "4" : "3"), "CNY")));
            List<String> asked = new ArrayList<>();
            if (deployment != 2 && phase != 2 && amount != 2) {
                addIf(asked, deployment == 0, "/subscription/deployment");
                addIf(asked, phase == 0, "/subscription/projectPhase");
                addIf(asked, amount == 0, "/subscription/contract/amount");
                addIf(asked, asked.isEmpty(), "known");
            }
            assertThat(findings.stream().map(finding -> {
                        AbsentFact absent = finding.absent();
                        return absent == null ? "known" : absent.pointer();
                    }))
                    .as(deployment + " " + phase + " " + amount)
                    .containsExactlyInAnyOrderElementsOf(asked);
        }
    }

    @Test
    void aFieldThatOneRuleAsksTwiceIsAskedForOnce() {
        CompiledPolicy policy = DemoPolicy.compile(DemoPolicy.rules(
                "advice.drl", DemoPolicy.grant("A-1", "Question(service == \"advice\") Period(year >= 1, year < 3)")));
        assertThat(policy.evaluate(DemoQuestion.about("advice", "low"))).hasSize(1);
    }

    @Test
    void fieldsOfOneNameInTwoFactsAreAskedForApart() {
        CompiledPolicy policy = DemoPolicy.compile(DemoPolicy.rules(
                "advice.drl",
                DemoPolicy.grant("A-1", "Question(service == \"advice\") Period(year == 1) FirstTerm(year == 1)")));
        assertThat(policy.evaluate(DemoQuestion.about("advice", "low")))
                .extracting(finding -> Objects.requireNonNull(finding.absent()).pointer())
                .containsExactlyInAnyOrder("/subscription/serviceStart", "/subscription/firstPurchase");
    }

    static Stream<Integer> seeds() {
        return IntStream.rangeClosed(1, 12).boxed();
    }

    /** Knowing less never lets a rule say more. */
    @ParameterizedTest
    @MethodSource("seeds")
    void droppingAFactAddsNothingToWhatIsSaidForCertain(int seed) {
        Random random = new Random(seed);
        RandomFacts facts = new RandomFacts(random, DemoPolicy.CATALOGUE);
        CompiledPolicy policy = DemoPolicy.compile(new RandomPolicy(random).files());
        for (int i = 0; i < 40; i++) {
            QuestionFacts asked = facts.question("advice", facts.anyOf(List.of("low", "middle", "high")), 0.2);
            asked.all()
                    .forEach(fact -> fieldsThatMayBeAbsent(fact)
                            .forEach(field -> assertNothingMoreIsCertain(policy, asked, fact, field)));
        }
    }

    private static void assertNothingMoreIsCertain(
            CompiledPolicy policy, QuestionFacts asked, Fact fact, Field dropped) {
        Set<Outcome> certain = certain(policy.evaluate(asked));
        List<Fact> less = new ArrayList<>(asked.all());
        less.replaceAll(one -> one == fact ? RandomFacts.without(one, dropped.name()) : one);
        List<Finding> findings = policy.evaluate(DemoQuestion.of(less));
        assertThat(certain).as(fact + " without " + dropped.name()).containsAll(certain(findings));
        assertThat(all(findings)).as("what might hold").containsAll(certain);
    }

    private static Stream<Field> fieldsThatMayBeAbsent(Fact fact) {
        return Objects.requireNonNull(RuleVocabulary.FACTS.get(fact.getClass().getSimpleName()))
                .fields()
                .values()
                .stream()
                .filter(Field::mayBeAbsent);
    }

    /** A rule for each way to ask the field for one literal: are for it, A-2 and A-4 against it. */
    private static CompiledPolicy conditions(Case field) {
        String literal = RandomPolicy.literal(field.field(), new Random(1));
        String name = field.field().written();
        List<String> conditions = List.of(
                name + " == " + literal,
                name + " != " + literal,
                name + " in (" + literal + ")",
                name + " not in (" + literal + ")");
        String[] rules = new String[conditions.size()];
        for (int i = 0; i < rules.length; i++) {
            String when = field.type().name().equals("Question")
                    ? "Question(service == \"advice\", " + conditions.get(i) + ")"
                    : "Question(service == \"advice\") " + field.type().name() + "(" + conditions.get(i) + ")";
            rules[i] = DemoPolicy.grant("A-" + (i + 1), when);
        }
        return DemoPolicy.compile(DemoPolicy.rules("advice.drl", rules));
    }

    private static @Nullable String choice(int which, String matching, String other) {
        return Arrays.asList(null, matching, other).get(which);
    }

    private static void addIf(List<String> list, boolean condition, String entry) {
        if (condition) {
            list.add(entry);
        }
    }

    private static Set<String> rules(List<Finding> findings) {
        return findings.stream()
                .map(finding -> Objects.requireNonNull(finding.rule()).id())
                .collect(Collectors.toSet());
    }

    private static Set<String> rules(CompiledPolicy policy) {
        return policy.rules().stream().map(rule -> rule.id()).collect(Collectors.toSet());
    }

    private static Set<Outcome> certain(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.absent() == null)
                .map(Finding::outcome)
                .collect(Collectors.toSet());
    }

    private static Set<Outcome> all(List<Finding> findings) {
        return findings.stream().map(Finding::outcome).collect(Collectors.toCollection(HashSet::new));
    }
}
