package io.quanyi.decision;

import org.jspecify.annotations.Nullable;

/**
 * A finding with its status in a combination.
 *
 * @param counting the finding that counts in its place; the finding itself if no other does
 * @param reason the reason of the result that rests on the finding; null if none does
 */
public record WeighedFinding(
        Finding finding, FindingStatus status, Finding counting, @Nullable ReasonCode reason) {}
