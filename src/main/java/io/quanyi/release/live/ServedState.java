package io.quanyi.release.live;

import io.quanyi.release.RuleCases;
import io.quanyi.release.ServedReleases;
import io.quanyi.store.Snapshot;
import java.time.Instant;

/**
 * The state that answers at present.
 *
 * @param snapshot the state of the store that the releases were loaded from
 * @param releases the releases
 * @param cases the cases in which each rule fires
 * @param since the instant from which it answers
 */
public record ServedState(Snapshot snapshot, ServedReleases releases, RuleCases cases, Instant since) {}
