package io.quanyi.console;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the console.
 *
 * @param enabled whether it is served; by default only where no other machine can reach the service and it has no credentials
 * @param failedSignIns how many sign-ins from one address may fail in a minute
 */
@ConfigurationProperties("quanyi.console")
public record ConsoleProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("10") int failedSignIns) {}
