package io.quanyi.decision.combination;

import io.quanyi.decision.answer.ReasonCode;
import io.quanyi.decision.release.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding with its status in a combination.
 *
 * @param counting the finding that counts in its place; the finding itself if no other does
 * @param reason the reason of the result that rests on the finding; null if none does
 */
public record WeighedFinding(
        Finding finding,
        FindingStatus status,
        Finding counting,
        @Nullable ReasonCode reason) {

    /** Findings of a question without a decision, the nearest first. */
    public static List<WeighedFinding> undecided(List<Finding> findings) {
        return FindingWeighing.sorted(findings).stream()
                .map(finding -> new WeighedFinding(finding, FindingStatus.UNDECIDED, finding, null))
                .toList();
    }
}
