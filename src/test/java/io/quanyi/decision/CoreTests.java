package io.quanyi.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.answer.Core;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.release.ProgrammeRelease;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the core, the part of a decision that never changes. */
class CoreTests {

    static Stream<Arguments> sealed() {
        return Stream.of(
                Arguments.of(
                        Asked.about("issue-feedback", "preferred"),
                        "outcome=ENTITLED; service=issue-feedback; plan=preferred; grantedBy=basic;"
                                + " reasons=[granted-by-inheritance]; window=7x24;"
                                + " response=1 working-day in 5x8 by null; resolution=null; quota=null; leadTime=null; charges=[];"
                                + " conditions=[]; route=[issue-feedback] seat null priority null by [] delivery []"
                                + " language null",
                        "sha256:99f70de4643eedc05471e91605d37ae6280b943d426621c2311814dca4d80336"),
                Arguments.of(
                        Asked.about("code-diagnosis", "exclusive").without("/subscription/serviceEnd"),
                        "outcome=ENTITLED; service=code-diagnosis; plan=exclusive; grantedBy=preferred;"
                                + " reasons=[granted-by-inheritance]; window=null; response=null; resolution=null;"
                                + " quota=4 time per service-year each 2; leadTime=null; charges=[];"
                                + " conditions=[assumed-within-service-period /subscription/serviceEnd,"
                                + " scope-limited /question/delivery]; route=[] seat null priority null by []"
                                + " delivery [] language null",
                        "sha256:0227943aa41e47feb575a35c97daa4c03866a6ed2b3773a6b54100a874138dbd"),
                Arguments.of(
                        Asked.about("sp-onsite-support", "basic"),
                        "outcome=PAYABLE; service=sp-onsite-support; plan=basic; grantedBy=null;"
                                + " reasons=[needs-purchase]; window=null; response=null; resolution=null; quota=null;"
                                + " leadTime=null; charges=[]; conditions=[]; route=[] seat null priority null by [branch]"
                                + " delivery [on-site] language null",
                        "sha256:8ef79850bd85325135bedc4cc6cf86dbc0284cbdb8f9e1b5730bcec9d6fee871"));
    }

    @ParameterizedTest
    @MethodSource("sealed")
    void theCoreOfADecisionNeverChanges(Asked asked, String core, String digest) {
        Decision decision = asked.decide(Trial.GALAXY);

        assertThat(Core.of(decision)).isEqualTo(core);
        assertThat(Core.digest(decision)).isEqualTo(digest);
    }

    @Test
    void theSameRequestHasTheSameDecisionWheneverItIsAsked() {
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            Asked asked = AskedAtRandom.next(random);

            assertThat(asked.tryToDecide(Trial.GALAXY)).isEqualTo(asked.tryToDecide(Trial.GALAXY));
        }
    }

    @Test
    void theOffsetOfTheInstantChangesNothingInTheDecision() {
        Random random = new Random(2);
        for (int i = 0; i < 300; i++) {
            Asked asked = AskedAtRandom.next(random);
            Decision here = asked.tryToDecide(Trial.GALAXY);
            for (String offset : new String[] {"+08:00", "Z", "-10:00", "+14:00"}) {
                Asked elsewhere = asked.at(asked.instant()
                        .atOffset(java.time.ZoneOffset.of(offset))
                        .toString());

                assertThat(elsewhere.tryToDecide(Trial.GALAXY)).isEqualTo(here);
            }
        }
    }

    @Test
    void theNamesOfRulesChangeNothingInTheCore() {
        Asked asked = Asked.about("support", "preferred").with("/question/severity", "P1");

        assertThat(Core.of(asked.decide(named("Z-09", "Z-08", "Z-07", "Z-06", "Z-05", "Z-04", "Z-03"))))
                .isEqualTo(Core.of(asked.decide(named("A-01", "A-02", "A-03", "A-04", "A-05", "A-06", "A-07"))));
        assertThat(Core.of(asked.with("/question/channel", "ticket")
                        .decide(named("Z-09", "Z-08", "Z-07", "Z-06", "Z-05", "Z-04", "Z-03"))))
                .isEqualTo(Core.of(asked.with("/question/channel", "ticket")
                        .decide(named("A-01", "A-02", "A-03", "A-04", "A-05", "A-06", "A-07"))));
    }

    private static ProgrammeRelease named(String... ids) {
        return Trial.of(
                Trial.support(ids[0], "basic", "new Granted()"),
                Trial.support(ids[1], "basic", "new Channel('im')"),
                Trial.support(ids[2], "preferred", "new Channel('phone')"),
                Trial.support(ids[3], "basic", "new Charge(2, 'CNY', 'year', false)"),
                Trial.support(ids[4], "preferred", "new Charge(1, 'CNY', 'year', false)"),
                Trial.rule(ids[5], "Question(service == 'support', topic == 'data')", "new Denied('out-of-scope')"),
                Trial.rule(
                        ids[6],
                        "Question(service == 'support') Place(region == 'US')",
                        "new Denied('region-not-covered')"));
    }

    @Test
    void instantsAndProvenanceAreNoPartOfTheCore() {
        Asked asked = Asked.about("issue-feedback", "preferred");
        String core = Core.of(asked.decide(Trial.GALAXY));

        assertThat(Core.of(asked.at("2026-11-20T16:00+08:00").decide(Trial.GALAXY)))
                .isEqualTo(core);
        assertThat(core).doesNotContain("GAL-", "2026-");
    }
}
