package io.quanyi.release.publish.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * The parts of a form that publishes a release: what is described to callers. {@link PublishParts} reads it.
 *
 * @param meta from when on it holds, and why
 * @param catalogue the catalogue, as YAML or JSON
 * @param policy a zip of rule files, cases and clauses
 * @param calendars a zip of calendar files
 */
record PublishForm(
        PublishMeta meta,
        @Nullable Resource catalogue,
        @Nullable Resource policy,
        @Nullable Resource calendars) {}
