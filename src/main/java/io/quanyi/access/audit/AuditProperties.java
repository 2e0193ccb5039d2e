package io.quanyi.access.audit;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the audit log.
 *
 * @param file one JSON document a line; without it, the logger {@code io.quanyi.audit} alone has them
 */
@ConfigurationProperties("quanyi.audit")
record AuditProperties(@Nullable Path file) {}
