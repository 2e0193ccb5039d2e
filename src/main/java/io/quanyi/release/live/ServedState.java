package io.quanyi.release.live;

import io.quanyi.release.RuleCases;
import io.quanyi.release.ServedReleases;
import io.quanyi.store.Snapshot;
import java.time.Instant;

/**
 * What answers at present.
 *
 * @param snapshot the state of the store that the releases were loaded from
 * @param releases the releases
 * @param cases which cases show what a rule does
 * @param since when they began to answer
 */
public record ServedState(Snapshot snapshot, ServedReleases releases, RuleCases cases, Instant since) {}
