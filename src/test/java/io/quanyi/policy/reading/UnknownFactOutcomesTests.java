package io.quanyi.policy.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.SearchSize;
import io.quanyi.decision.release.Finding;
import io.quanyi.facts.Absent.Meaning;
import io.quanyi.facts.Denied;
import io.quanyi.facts.Granted;
import io.quanyi.facts.Outcome;
import io.quanyi.facts.Quota;
import io.quanyi.facts.Term;
import io.quanyi.facts.Verdict;
import io.quanyi.policy.CompiledPolicy;
import io.quanyi.policy.DemoPolicy;
import io.quanyi.policy.RandomFacts;
import io.quanyi.source.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The count of what rules may state of absent facts is never below what they do state to one question. */
class UnknownFactOutcomesTests {

    private static final List<String> CONDITIONS = List.of(
            "Question(service == \"advice\", leadDays > 3)",
            "Question(service == \"advice\", leadDays > 8)",
            "Question(service == \"advice\") Deployment(value == \"on-premise\")",
            "Question(service == \"advice\") Phase(value == \"operation\")",
            "Question(service == \"advice\") Amount(value < 5000)",
            "Question(service == \"advice\")");

    private static final List<String> PLANS = List.of(
            "",
            "",
            "Plan()",
            "Plan(id == \"low\")",
            "Plan(id == \"middle\")",
            "Plan(id in (\"low\", \"high\"))",
            "exists Purchase(service == \"advice\")");

    private static final List<String> OUTCOMES = List.of(
            "new Granted()",
            "new Granted()",
            "new Denied(\"out-of-scope\")",
            "new Denied(\"condition-not-met\")",
            "new Payable(\"available-at-fee\")",
            "new Undetermined(\"refer-to-contract\")",
            "new Quota(1, \"time\", \"contract\")",
            "new LeadTime(3)",
            "new Seat(\"dedicated\")",
            "new Charge(2, \"CNY\", \"year\", false)");

    static Stream<Integer> seeds() {
        return IntStream.rangeClosed(1, 40).boxed();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noQuestionIsToldMoreThanIsCounted(int seed) {
        Random random = new Random(seed);
        CompiledPolicy policy = DemoPolicy.compile(files(random));
        SearchSize counted = UnknownFactOutcomes.size(policy.policy().of("advice"), DemoPolicy.CATALOGUE);
        RandomFacts facts = new RandomFacts(random, DemoPolicy.CATALOGUE);
        for (String plan : List.of("low", "middle", "high")) {
            for (double absent : List.of(0.3, 0.7, 1.0)) {
                SearchSize stated = stated(policy.evaluate(facts.question("advice", plan, absent)));

                assertThat(stated.grants()).isLessThanOrEqualTo(counted.grants());
                assertThat(stated.quotas()).isLessThanOrEqualTo(counted.quotas());
                assertThat(stated.others()).isLessThanOrEqualTo(counted.others());
                assertThat(stated.effects()).isLessThanOrEqualTo(counted.effects());
            }
        }
    }

    private static SearchSize stated(Collection<Finding> findings) {
        Set<List<Object>> effects = new HashSet<>();
        for (Finding finding : findings) {
            if (finding.absent() != null && finding.absent().meaning() == Meaning.UNKNOWN) {
                Outcome outcome = finding.outcome();
                boolean nearest = outcome instanceof Granted || outcome instanceof Term.Single;
                boolean purchase = outcome instanceof Granted
                        && Objects.requireNonNull(finding.rule()).purchase();
                effects.add(List.of(outcome, nearest ? finding.distance() : 0, purchase));
            }
        }
        return new SearchSize(
                count(effects, Granted.class),
                count(effects, Quota.class),
                count(effects, Verdict.class) - count(effects, Granted.class) - count(effects, Denied.class),
                effects.size());
    }

    private static long count(Set<List<Object>> effects, Class<?> type) {
        return effects.stream().filter(effect -> type.isInstance(effect.get(0))).count();
    }

    private static SourceFile[] files(Random random) {
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            rules.add(DemoPolicy.rule(
                    "A-" + i,
                    one(random, CONDITIONS) + "\n    " + one(random, PLANS),
                    "insert(" + one(random, OUTCOMES) + ");"));
        }
        return new SourceFile[] {
            DemoPolicy.rules("advice.drl", rules.toArray(String[]::new)),
            DemoPolicy.rules(
                    "plans.drl",
                    DemoPolicy.rule("P-1", "Plan(id == \"high\")", "insert(new Plan(\"middle\"));"),
                    DemoPolicy.rule("P-2", "Plan(id == \"middle\")", "insert(new Plan(\"low\"));"))
        };
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
