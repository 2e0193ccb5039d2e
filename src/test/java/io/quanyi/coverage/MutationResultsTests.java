package io.quanyi.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quanyi.policy.CompiledPolicy;
import io.quanyi.policy.mutation.MutationKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class MutationResultsTests {

    private static final String GRANT = TinyProgramme.rule("T-HE-01", "Amount(value < 5000)", "new Granted()");
    private static final String POOR = TinyProgramme.asked(
            "a small contract", ", contract: { amount: 4999, currency: CNY }", "", "expect: { outcome: ENTITLED }");
    private static final String RICH = TinyProgramme.asked(
            "a large contract", ", contract: { amount: 5000, currency: CNY }", "", "expect: { outcome: NOT_ENTITLED }");

    private static final String SILENT = TinyProgramme.asked(
            "a large contract", ", contract: { amount: 5000, currency: CNY }", "", "expect: {}\n    silent: [T-HE-01]");

    @Test
    void aMutationThatNoCaseDetectsSurvivesWithARequestThatWouldDetectIt() {
        MutationResult survivor = of(TinyProgramme.with(GRANT, POOR), "value <= 5000");
        assertThat(survivor.status()).isEqualTo(MutationStatus.SURVIVED);
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
    void aCaseOnTheBoundaryDetectsByItsAnswer() {
        MutationResult detected = of(TinyProgramme.with(GRANT, POOR + RICH), "value <= 5000");
        assertThat(detected.status()).isEqualTo(MutationStatus.DETECTED);
        assertThat(detected.byAnswer()).isNotNull().satisfies(by -> {
            assertThat(by.name()).hasToString("a large contract");
            assertThat(by.position().line()).isEqualTo(6);
        });
        assertThat(detected.byRules()).isNull();
        assertThat(detected.example()).isNull();
    }

    @Test
    void aCaseThatNamesItsRulesDetectsByThem() {
        MutationResult detected = of(TinyProgramme.with(GRANT, POOR + SILENT), "value <= 5000");
        assertThat(detected.status()).isEqualTo(MutationStatus.DETECTED);
        assertThat(detected.byAnswer()).isNull();
        assertThat(detected.byRules())
                .isNotNull()
                .satisfies(by -> assertThat(by.name()).hasToString("a large contract"));
    }

    @Test
    void aRuleThatRepeatsAnotherHasAnEquivalentMutation() {
        TinyProgramme tiny = TinyProgramme.with(
                TinyProgramme.rule("T-HE-01", "", "new Granted()") + TinyProgramme.rule("T-HE-02", "", "new Granted()"),
                TinyProgramme.asked("helped", "", "", "expect: { outcome: ENTITLED }"));
        MutationResults mutations = tiny.mutations();
        assertThat(mutations.equivalent())
                .extracting(mutation -> mutation.rule().id() + " " + mutation.kind())
                .contains("T-HE-01 RULE_DROPPED", "T-HE-02 RULE_DROPPED");
        assertThat(mutations.score().of())
                .isEqualTo(mutations.all().size() - mutations.equivalent().size());
    }

    @Test
    void theSameRuleNamedInACaseIsDetectedThere() {
        TinyProgramme tiny = TinyProgramme.with(
                TinyProgramme.rule("T-HE-01", "", "new Granted()") + TinyProgramme.rule("T-HE-02", "", "new Granted()"),
                TinyProgramme.asked("helped", "", "", "expect: { outcome: ENTITLED }\n    fires: [T-HE-02]"));
        assertThat(tiny.mutations().equivalent())
                .extracting(mutation -> mutation.rule().id())
                .contains("T-HE-01")
                .doesNotContain("T-HE-02");
    }

    @Test
    void theScoreCountsDetectedMutationsOfDetectableOnes() {
        MutationResults mutations = TinyProgramme.with(GRANT, POOR + RICH).mutations();
        assertThat(mutations.all())
                .filteredOn(mutation -> mutation.rule().id().equals("T-HE-01"))
                .extracting(mutation -> mutation.kind() + " " + mutation.instead() + " " + mutation.status())
                .containsExactly(
                        "RULE_DROPPED  DETECTED",
                        "CONDITION_DROPPED  DETECTED",
                        "COMPARISON_FLIPPED value >= 5000 DETECTED",
                        "COMPARISON_SHIFTED value <= 5000 DETECTED",
                        "COMPARISON_SHIFTED value < 4999 DETECTED",
                        "COMPARISON_SHIFTED value < 5001 DETECTED");
    }

    @Test
    void withoutCasesNoMutationIsDetected() {
        MutationResults mutations = TinyProgramme.with(GRANT, "").mutations();
        assertThat(mutations.score().detected()).isZero();
        assertThat(mutations.survivors())
                .hasSize(mutations.score().of() + mutations.conditionScore().of())
                .isNotEmpty();
    }

    @Test
    void aFailingCaseDetectsNothing() {
        MutationResults mutations = TinyProgramme.with(GRANT, RICH.replace("NOT_ENTITLED", "ENTITLED"))
                .mutations();
        assertThat(mutations.score().detected()).isZero();
    }

    @Test
    void droppedConditionsAreCountedSeparately() {
        MutationResults mutations = TinyProgramme.with(GRANT, POOR + SILENT).mutations();
        long conditions = mutations.all().stream()
                .filter(mutation -> mutation.kind() == MutationKind.CONDITION_DROPPED)
                .count();
        assertThat(mutations.conditionScore().of()).isEqualTo((int) conditions).isPositive();
        assertThat(mutations.score().of() + mutations.conditionScore().of())
                .isEqualTo(mutations.all().size() - mutations.equivalent().size());
    }

    @Test
    void detectionByTheAnswerIsToldFromDetectionByRules() {
        MutationResults mutations = TinyProgramme.with(GRANT, POOR + SILENT).mutations();
        assertThat(mutations.all())
                .filteredOn(mutation -> mutation.status() == MutationStatus.DETECTED)
                .anySatisfy(mutation -> assertThat(mutation.byAnswer()).isNull())
                .anySatisfy(mutation -> assertThat(mutation.byAnswer()).isNotNull());
    }

    @Test
    void theOrderIsThatOfTheRulesAndEveryRunGivesTheSame() {
        TinyProgramme tiny = TinyProgramme.asItIs();
        MutationResults mutations = tiny.mutations();
        assertThat(mutations.all())
                .extracting(mutation -> mutation.rule().id())
                .isSorted()
                .contains("T-HE-01", "T-HE-02", "T-PL-01");
        assertThat(tiny.mutations()).isEqualTo(mutations);
    }

    @Test
    void progressIsToldOfEachOnce() {
        TinyProgramme tiny = TinyProgramme.asItIs();
        List<Integer> told = Collections.synchronizedList(new ArrayList<>());
        MutationResults mutations = MutationResults.of(tiny.release(), tiny.cases(), TinyProgramme.AT, (done, of) -> {
            assertThat(done).isBetween(1, of);
            told.add(done);
        });
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, mutations.all().size()).boxed().toList());
    }

    @Test
    void onlyCompiledRulesHaveMutations() {
        TinyProgramme tiny = TinyProgramme.asItIs();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MutationResults.of(
                        tiny.release().withPolicy(new UncompiledPolicy(CompiledPolicy.of(tiny.release()))),
                        tiny.cases(),
                        TinyProgramme.AT,
                        (done, of) -> {}));
    }

    private static MutationResult of(TinyProgramme tiny, String instead) {
        return tiny.mutations().all().stream()
                .filter(mutation -> mutation.instead().equals(instead))
                .findFirst()
                .orElseThrow();
    }
}
