package io.quanyi.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.source.SourceTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of what a comparison reports before its end. */
class ImpactRunTests {

    private static final Instant AT = Instant.parse("2026-06-17T02:00:00Z");
    private static final String PROGRAMME = "kingdee-galaxy-public";
    private static final String RULES = PROGRAMME + "/policy/2025.1/";

    @Test
    void theImpactIsReportedServiceByServiceUntilItIsWhole() {
        SourceTree edited = ShippedEdits.change(
                ShippedEdits.change(
                        ShippedEdits.SHIPPED, RULES + "issue-feedback.drl", "workingDays(1)", "workingDays(2)"),
                RULES + "hq-expert-advice.drl",
                "Quota(1,",
                "Quota(2,");
        ProgrammeRelease before = ShippedEdits.shipped(PROGRAMME);
        ProgrammeRelease after = ShippedEdits.load(edited, PROGRAMME);
        List<String> reported = new ArrayList<>();
        List<Impact> found = new ArrayList<>();
        ImpactListener listener = new ImpactListener() {

            @Override
            public void done(int done, int of) {
                reported.add(done + "/" + of);
            }

            @Override
            public void found(Impact soFar) {
                found.add(soFar);
            }
        };
        Impact whole = Impact.between(before, after, AT, listener, WorkBudget.ample());
        assertThat(reported).containsExactly("0/2", "1/2", "2/2");
        assertThat(found).extracting(one -> one.services().size()).containsExactly(0, 1, 2);
        Impact last = found.get(2);
        assertThat(last.services())
                .isEqualTo(whole.services())
                .containsAll(found.get(1).services());
        assertThat(last.changed()).isEqualTo(whole.changed()).isPositive();
    }
}
