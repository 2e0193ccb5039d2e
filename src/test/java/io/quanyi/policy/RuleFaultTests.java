package io.quanyi.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quanyi.decision.release.Finding;
import io.quanyi.decision.release.QuestionFacts;
import io.quanyi.decision.release.RuleFault;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.facts.ContractTerm;
import io.quanyi.facts.Fact;
import io.quanyi.facts.Granted;
import io.quanyi.facts.Purchase;
import io.quanyi.facts.Question;
import io.quanyi.policy.model.ComparisonOperator;
import io.quanyi.policy.model.Insertion;
import io.quanyi.policy.model.Insertion.Variable;
import io.quanyi.policy.model.Rule;
import io.quanyi.policy.model.Rule.Binding;
import io.quanyi.policy.model.Rule.Comparison;
import io.quanyi.policy.model.Rule.Pattern;
import io.quanyi.policy.model.Rule.Quantifier;
import io.quanyi.policy.model.RuleVocabulary;
import io.quanyi.policy.model.RuleVocabulary.FactType;
import io.quanyi.policy.model.RuleVocabulary.Field;
import io.quanyi.source.Position;
import io.quanyi.text.TranslatedText;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A rule that fails spoils its own decision, and no other one. */
@Tag("slow")
class RuleFaultTests {

    /** A class that no rule can insert, because authors cannot name it. */
    static final class Broken {
        public Broken(int quantity) {
            throw new IllegalStateException("broken for " + quantity);
        }
    }

    private final ServiceKnowledgeBase rules =
            new ServiceKnowledgeBase("advice", List.of(good("A-1"), broken("A-2"), good("A-3")));

    @Test
    void aRuleThatFailsIsNamed() {
        assertThatExceptionOfType(RuleFault.class)
                .isThrownBy(() -> rules.evaluate(asked(2)))
                .satisfies(fault -> assertThat(fault.rule()).isEqualTo("A-2"))
                .withMessage("rule A-2 failed");
    }

    @Test
    void theNextQuestionFindsNothingOfTheOneThatFailed() {
        for (int i = 0; i < 50; i++) {
            assertThatExceptionOfType(RuleFault.class).isThrownBy(() -> rules.evaluate(asked(2)));
            assertOnlyTheGoodSpeak(rules.evaluate(asked(1)));
        }
    }

    @Test
    @Timeout(60)
    void manyThreadsNeverSeeEachOthersFacts() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            Callable<Void> work = () -> {
                for (int i = 0; i < 500; i++) {
                    if (i % 3 == 0) {
                        assertThatExceptionOfType(RuleFault.class).isThrownBy(() -> rules.evaluate(asked(2)));
                    } else {
                        assertOnlyTheGoodSpeak(rules.evaluate(asked(1)));
                    }
                }
                return null;
            };
            for (Future<Void> done :
                    threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> work).toList())) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void purchasesOfOneCustomerAreNotThoseOfTheNext() {
        CompiledPolicy policy = DemoPolicy.compile(DemoPolicy.rules(
                "sp-extra.drl",
                DemoPolicy.grant("X-1", "Question(service == \"sp-extra\") Purchase(service == \"sp-extra\")")));
        for (int i = 0; i < 50; i++) {
            assertThat(policy.evaluate(DemoQuestion.about("sp-extra", "low", new Purchase("sp-extra"))))
                    .hasSize(1);
            assertThat(policy.evaluate(DemoQuestion.about("sp-extra", "low"))).isEmpty();
        }
    }

    @Test
    void theSameFactTwiceIsOneFact() {
        CompiledPolicy policy = DemoPolicy.compile(DemoPolicy.rules(
                "advice.drl",
                DemoPolicy.grant(
                        "A-1", "Question(service == \"advice\") ContractTerm() ContractTerm() ContractTerm()")));
        Fact[] terms = IntStream.range(0, 100)
                .mapToObj(i -> new ContractTerm("advice", "channel"))
                .toArray(Fact[]::new);
        assertThat(policy.evaluate(DemoQuestion.about("advice", "low", terms))).hasSize(1);
    }

    @Test
    @Timeout(120)
    void aHundredThousandQuestionsLeaveNothingBehind() {
        CompiledPolicy policy = GalaxyPolicy.compiled();
        QuestionFacts asked = DemoQuestion.about("code-diagnosis", "exclusive");
        int said = policy.evaluate(asked).size();
        ask(policy, asked, 10_000, said);
        long before = used();
        ask(policy, asked, 100_000, said);
        assertThat(used() - before).as("bytes more than before").isLessThan(10 << 20);
    }

    private static void ask(CompiledPolicy policy, QuestionFacts asked, int times, int said) {
        for (int i = 0; i < times; i++) {
            if (policy.evaluate(asked).size() != said) {
                throw new AssertionError("another answer at question " + i);
            }
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void assertOnlyTheGoodSpeak(List<Finding> findings) {
        assertThat(findings)
                .extracting(finding -> Objects.requireNonNull(finding.rule()).id())
                .containsExactlyInAnyOrder("A-1", "A-3");
    }

    private static QuestionFacts asked(int quantity) {
        return DemoQuestion.about(
                "advice", "low", new Question("advice", null, null, null, null, null, quantity, null, null));
    }

    private static Rule good(String id) {
        return rule(
                id,
                List.of(),
                new Insertion(Granted.class, Granted.class.getConstructors()[0], List.of(), new Granted()));
    }

    private static Rule broken(String id) {
        Insertion insertion =
                new Insertion(Broken.class, Broken.class.getConstructors()[0], List.of(new Variable("$n")), null);
        return rule(id, List.of(new Comparison(field("quantity"), ComparisonOperator.EQUAL, 2)), insertion);
    }

    private static Rule rule(String id, List<Rule.Constraint> constraints, Insertion insertion) {
        RuleInfo info = new RuleInfo(
                id,
                TranslatedText.only("The norm of " + id),
                List.of("1"),
                List.of(),
                false,
                Position.of("advice.drl"));
        List<Binding> bindings = List.of(new Binding("$n", field("quantity")));
        Pattern pattern = new Pattern(Quantifier.THERE_IS, question(), constraints, bindings);
        return new Rule(info, "", List.of(pattern), List.of(insertion), Set.of("advice"), Set.of(), null);
    }

    private static FactType question() {
        return Objects.requireNonNull(RuleVocabulary.FACTS.get("Question"));
    }

    private static Field field(String name) {
        return Objects.requireNonNull(question().fields().get(name));
    }
}
