package io.quanyi.release.live;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which rules are served.
 *
 * @param rules a folder to read the rules from, or to begin a new store with; without one, those that the build packed
 */
@ConfigurationProperties("quanyi")
record RulesProperties(@Nullable Path rules) {}
