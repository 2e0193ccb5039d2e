package io.quanyi.release.live;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The setting of the rules to serve.
 *
 * @param rules a folder with rules, served or used to fill a new store; null for the packed rules
 */
@ConfigurationProperties("quanyi")
record RulesProperties(@Nullable Path rules) {}
