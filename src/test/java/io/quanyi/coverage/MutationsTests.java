package io.quanyi.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quanyi.coverage.Mutations.Score;
import io.quanyi.policy.Variant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MutationsTests {

    private static final String GRANT = Tiny.rule("T-HE-01", "Amount(value < 5000)", "new Granted()");
    private static final String POOR = Tiny.asked(
            "a small contract", ", contract: { amount: 4999, currency: CNY }", "", "expect: { outcome: ENTITLED }");
    private static final String RICH = Tiny.asked(
            "a large contract", ", contract: { amount: 5000, currency: CNY }", "", "expect: { outcome: NOT_ENTITLED }");

    private static final String SILENT = Tiny.asked(
            "a large contract", ", contract: { amount: 5000, currency: CNY }", "", "expect: {}\n    silent: [T-HE-01]");

    @Test
    void whatNoCaseNoticesSurvivesWithAQuestionThatWouldNoticeIt() {
        Mutation survivor = of(Tiny.with(GRANT, POOR), "value <= 5000");
        assertThat(survivor.fate()).isEqualTo(Fate.SURVIVED);
        assertThat(survivor.byAnswer()).isNull();
        assertThat(survivor.byRules()).isNull();
        assertThat(survivor.services()).containsExactly("help");
        assertThat(survivor.example()).isNotNull().satisfies(example -> {
            assertThat(Objects.requireNonNull(example.example().subscription().contract())
                            .amount())
                    .isEqualByComparingTo("5000");
            assertThat(example.rulesAfter()).containsExactly("T-HE-01");
        });
    }

    @Test
    void aCaseOnTheBoundaryNoticesByItsAnswer() {
        Mutation noticed = of(Tiny.with(GRANT, POOR + RICH), "value <= 5000");
        assertThat(noticed.fate()).isEqualTo(Fate.NOTICED);
        assertThat(noticed.byAnswer()).isNotNull().satisfies(by -> {
            assertThat(by.name()).hasToString("a large contract");
            assertThat(by.position().line()).isEqualTo(6);
        });
        assertThat(noticed.byRules()).isNull();
        assertThat(noticed.example()).isNull();
    }

    @Test
    void aCaseThatSaysWhichRulesFireNoticesByThese() {
        Mutation noticed = of(Tiny.with(GRANT, POOR + SILENT), "value <= 5000");
        assertThat(noticed.fate()).isEqualTo(Fate.NOTICED);
        assertThat(noticed.byAnswer()).isNull();
        assertThat(noticed.byRules())
                .isNotNull()
                .satisfies(by -> assertThat(by.name()).hasToString("a large contract"));
    }

    @Test
    void aRuleThatRepeatsAnotherIsMissedByNobody() {
        Tiny tiny = Tiny.with(
                Tiny.rule("T-HE-01", "", "new Granted()") + Tiny.rule("T-HE-02", "", "new Granted()"),
                Tiny.asked("helped", "", "", "expect: { outcome: ENTITLED }"));
        Mutations mutations = tiny.mutations();
        assertThat(mutations.equivalent())
                .extracting(mutation -> mutation.rule().id() + " " + mutation.kind())
                .contains("T-HE-01 RULE_DROPPED", "T-HE-02 RULE_DROPPED");
        assertThat(mutations.score().of())
                .isEqualTo(mutations.all().size() - mutations.equivalent().size());
    }

    @Test
    void theSameRuleNamedInACaseIsMissedThere() {
        Tiny tiny = Tiny.with(
                Tiny.rule("T-HE-01", "", "new Granted()") + Tiny.rule("T-HE-02", "", "new Granted()"),
                Tiny.asked("helped", "", "", "expect: { outcome: ENTITLED }\n    fires: [T-HE-02]"));
        assertThat(tiny.mutations().equivalent())
                .extracting(mutation -> mutation.rule().id())
                .contains("T-HE-01")
                .doesNotContain("T-HE-02");
    }

    @Test
    void theScoreCountsWhatIsNoticedOfWhatCanBeNoticed() {
        Mutations mutations = Tiny.with(GRANT, POOR + RICH).mutations();
        assertThat(mutations.all())
                .filteredOn(mutation -> mutation.rule().id().equals("T-HE-01"))
                .extracting(mutation -> mutation.kind() + " " + mutation.instead() + " " + mutation.fate())
                .containsExactly(
                        "RULE_DROPPED  NOTICED",
                        "CONDITION_DROPPED  NOTICED",
                        "COMPARISON_FLIPPED value >= 5000 NOTICED",
                        "COMPARISON_SHIFTED value <= 5000 NOTICED",
                        "COMPARISON_SHIFTED value < 4999 NOTICED",
                        "COMPARISON_SHIFTED value < 5001 NOTICED");
        assertThat(mutations.scores())
                .containsEntry(Variant.Kind.COMPARISON_SHIFTED, new Score(3, 3))
                .containsEntry(Variant.Kind.CONDITION_DROPPED, new Score(1, 1))
                .doesNotContainKey(Variant.Kind.WORD_CHANGED);
    }

    @Test
    void withoutCasesNothingIsNoticed() {
        Mutations mutations = Tiny.with(GRANT, "").mutations();
        assertThat(mutations.score().noticed()).isZero();
        assertThat(mutations.survivors())
                .hasSize(mutations.score().of() + mutations.conditionScore().of())
                .isNotEmpty();
    }

    @Test
    void aCaseThatFailsAnywayNoticesNothing() {
        Mutations mutations =
                Tiny.with(GRANT, RICH.replace("NOT_ENTITLED", "ENTITLED")).mutations();
        assertThat(mutations.score().noticed()).isZero();
    }

    @Test
    void forgottenConditionsAreCountedApart() {
        Mutations mutations = Tiny.with(GRANT, POOR + SILENT).mutations();
        long conditions = mutations.all().stream()
                .filter(mutation -> mutation.kind() == Variant.Kind.CONDITION_DROPPED)
                .count();
        assertThat(mutations.conditionScore().of()).isEqualTo((int) conditions).isPositive();
        assertThat(mutations.score().of() + mutations.conditionScore().of())
                .isEqualTo(mutations.all().size() - mutations.equivalent().size());
    }

    @Test
    void whatTheAnswerAloneNoticesIsKnown() {
        Mutations mutations = Tiny.with(GRANT, POOR + SILENT).mutations();
        assertThat(mutations.all())
                .filteredOn(mutation -> mutation.fate() == Fate.NOTICED)
                .anySatisfy(mutation -> assertThat(mutation.byAnswer()).isNull())
                .anySatisfy(mutation -> assertThat(mutation.byAnswer()).isNotNull());
    }

    @Test
    void theOrderIsThatOfTheRulesAndEveryRunGivesTheSame() {
        Tiny tiny = Tiny.asItIs();
        Mutations mutations = tiny.mutations();
        assertThat(mutations.all())
                .extracting(mutation -> mutation.rule().id())
                .isSorted()
                .contains("T-HE-01", "T-HE-02", "T-PL-01");
        assertThat(tiny.mutations()).isEqualTo(mutations);
    }

    @Test
    void progressIsToldOfEachOnce() {
        Tiny tiny = Tiny.asItIs();
        List<Integer> told = Collections.synchronizedList(new ArrayList<>());
        Mutations mutations = Mutations.of(tiny.release(), tiny.cases(), Tiny.AT, (done, of) -> {
            assertThat(done).isBetween(1, of);
            told.add(done);
        });
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, mutations.all().size()).boxed().toList());
    }

    @Test
    void onlyCompiledRulesHaveVariants() {
        Tiny tiny = Tiny.asItIs();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mutations.of(
                        tiny.release().with(new Unwritten(tiny.release().policy())),
                        tiny.cases(),
                        Tiny.AT,
                        (done, of) -> {}));
    }

    private static Mutation of(Tiny tiny, String instead) {
        return tiny.mutations().all().stream()
                .filter(mutation -> mutation.instead().equals(instead))
                .findFirst()
                .orElseThrow();
    }
}
