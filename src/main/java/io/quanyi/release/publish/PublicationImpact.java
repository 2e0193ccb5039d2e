package io.quanyi.release.publish;

import io.quanyi.decision.ProgrammeRelease;
import io.quanyi.impact.Impact;

/**
 * Whose answers change by a publication.
 *
 * @param before what held, where the new release begins to hold
 * @param after the new release
 * @param impact every answer that changes, but for the services that it says cannot be compared
 */
public record PublicationImpact(ProgrammeRelease before, ProgrammeRelease after, Impact impact) {}
