package io.quanyi.access.audit;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the audit log.
 *
 * @param file the file of the audit log, one JSON document a line; without it, events go only to the logger {@code io.quanyi.audit}
 */
@ConfigurationProperties("quanyi.audit")
record AuditProperties(@Nullable Path file) {}
