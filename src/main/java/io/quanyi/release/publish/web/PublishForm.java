package io.quanyi.release.publish.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * The form that publishes a release, as the API description shows it. {@link PublishParts} reads it.
 *
 * @param meta when it comes into force, and the reason
 * @param catalogue the catalogue, as YAML or JSON
 * @param policy a zip of rule files, cases and clauses
 * @param calendars a zip of calendar files
 */
record PublishForm(
        PublishMeta meta,
        @Nullable Resource catalogue,
        @Nullable Resource policy,
        @Nullable Resource calendars) {}
