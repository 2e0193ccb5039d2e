package io.quanyi.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.CheckScope;
import io.quanyi.release.CheckedRelease;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import io.quanyi.source.WideRules;
import io.quanyi.text.Language;
import io.quanyi.work.Cancellation;
import io.quanyi.work.WorkCancelled;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Legal rules that tell very many requests apart: what a check makes of them, and that it ends. */
@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class WideRulesTests {

    private final SourceTree one = WideRules.ofOneRule(TinyRules.sealed()).tree();
    private final SourceTree many = WideRules.ofManyRules(TinyRules.sealed()).tree();

    @Test
    void aRuleThatAsksAboutTwentyFieldsIsLookedAtInFull() {
        Faults faults = new Faults();
        CheckedRelease checked = CheckedRelease.of(one, id(one), CheckScope.answers(), faults);
        assertThat(faults.sorted()).isEmpty();
        assertThat(Objects.requireNonNull(checked).notCompared()).isEmpty();
    }

    @Test
    void whatCannotBeLookedAtIsAFaultThatSaysWhereAndWhatToDo() {
        Faults faults = new Faults();
        CheckedRelease.of(many, id(many), CheckScope.answers(), faults);
        assertThat(faults.sorted()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("answers-not-compared");
            assertThat(fault.position().file()).isEqualTo("tiny/policy/2/wide.drl");
            assertThat(fault.position().line()).isPositive();
            assertThat(fault.message(Language.ENGLISH))
                    .contains("service wide", "1000000", "contractAmount 34", "product 34", "--accept-uncompared");
            assertThat(fault.message(Language.CHINESE)).contains("服务 wide", "拆分", "--accept-uncompared");
        });
    }

    @Test
    void whatIsAcceptedIsNoFaultAndIsStillTold() {
        Faults faults = new Faults();
        CheckedRelease checked =
                CheckedRelease.of(many, id(many), CheckScope.answers().accepting(true), faults);
        assertThat(faults.sorted()).isEmpty();
        assertThat(Objects.requireNonNull(checked).notCompared())
                .extracting(Fault::code)
                .containsExactly("answers-not-compared");
    }

    @Test
    void nobodyWhoWaitsEndsACheck() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        assertThatThrownBy(() ->
                        CheckedRelease.of(one, id(one), CheckScope.answers().until(cancellation), new Faults()))
                .isInstanceOf(WorkCancelled.class);
    }

    private static ReleaseId id(SourceTree tree) {
        assertThat(RulesTree.policies(tree, "tiny")).isEqualTo(List.of("1", WideRules.POLICY));
        return RulesTree.id(tree, "tiny", 2, WideRules.POLICY, WideRules.CATALOGUE, "2026-01-01");
    }
}
