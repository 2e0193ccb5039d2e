package io.quanyi.release.publish;

import io.quanyi.impact.budget.WorkBudget;
import io.quanyi.work.Cancellation;
import io.quanyi.work.WorkQueue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bounds of the work for publications. They do not affect whether a release is sound: that is bounded in code,
 * equally on every replica.
 *
 * @param maxChecks how many releases are checked or compared at once
 * @param approvals how many people have to approve a publication over HTTP
 * @param maxWaiting how many calls may wait for a check
 * @param maxWait how long a call may wait before it is refused as busy
 * @param maxCombinations how many combinations of one service are compared for the impact
 * @param maxTime how long the comparison may take
 */
@ConfigurationProperties("quanyi.publishing")
record PublishingProperties(
        @DefaultValue("0") int approvals,
        @DefaultValue("2") int maxChecks,
        @DefaultValue("16") int maxWaiting,
        @DefaultValue("15s") Duration maxWait,
        @DefaultValue("4000000") long maxCombinations,
        @DefaultValue("60s") Duration maxTime) {

    private static final int MAX_APPROVALS = 5;
    private static final int MAX_CHECKS = 64;
    private static final int MAX_WAITING = 10_000;
    private static final Duration MAX_DURATION = Duration.ofHours(1);

    /** @throws IllegalArgumentException naming a setting out of its bounds, and the bounds */
    PublishingProperties {
        bound("approvals", approvals, 0, MAX_APPROVALS);
        bound("max-checks", maxChecks, 1, MAX_CHECKS);
        bound("max-waiting", maxWaiting, 1, MAX_WAITING);
        bound("max-wait", maxWait);
        bound("max-combinations", maxCombinations, 1, WorkBudget.AMPLE);
        bound("max-time", maxTime);
    }

    private static void bound(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "quanyi.publishing.%s is %d: from %d to %d".formatted(name, value, least, most));
        }
    }

    private static void bound(String name, Duration value) {
        if (value.isNegative() || value.isZero() || value.compareTo(MAX_DURATION) > 0) {
            throw new IllegalArgumentException(
                    "quanyi.publishing.%s is %s: more than none, and an hour at most".formatted(name, value));
        }
    }

    WorkQueue queue() {
        return new WorkQueue(maxChecks, maxWaiting, maxWait);
    }

    WorkBudget budget(Cancellation cancellation) {
        return WorkBudget.ofReport(maxCombinations, maxTime, cancellation);
    }
}
