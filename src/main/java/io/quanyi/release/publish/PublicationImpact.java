package io.quanyi.release.publish;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.impact.Impact;

/**
 * The impact of a publication.
 *
 * @param before the release in force before it, at the first instant of the new release
 * @param after the new release
 * @param impact every answer that changes, except for services that it names as not comparable
 */
public record PublicationImpact(ProgrammeRelease before, ProgrammeRelease after, Impact impact) {}
