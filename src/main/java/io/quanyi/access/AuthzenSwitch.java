package io.quanyi.access;

import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Sets the default of {@value #SETTING}: the AuthZEN decision points are served if only this machine can reach the service, or if the
 * public URL of the service is configured, because a decision point is identified by its URL.
 */
final class AuthzenSwitch implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String SETTING = "quanyi.authzen.enabled";
    private static final String BASE = "quanyi.authzen.base-url";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        boolean may = isIdentified(context.getEnvironment());
        context.getEnvironment()
                .getPropertySources()
                .addLast(new MapPropertySource("quanyi-authzen", Map.of(SETTING, may)));
    }

    /** The fault of decision points that are switched on where other machines reach the service and there is no base URL; empty if there is none. */
    static Optional<String> fault(Environment environment) {
        boolean enabled = environment.getProperty(SETTING, Boolean.class, false);
        return enabled && !isIdentified(environment)
                ? Optional.of(SETTING + " is true, but " + BASE
                        + " is not set: decision points that other machines reach need the URL by which they do")
                : Optional.empty();
    }

    private static boolean isIdentified(Environment environment) {
        return ListenAddresses.isLocal(environment.getProperty("server.address"))
                || StringUtils.hasText(environment.getProperty(BASE));
    }
}
