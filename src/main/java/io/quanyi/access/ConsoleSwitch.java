package io.quanyi.access;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Sets the default of {@value #SETTING}: the console is served if the service has no credentials and listens on this machine only. Anybody with
 * access to the machine could read everything that the console shows anyway.
 */
final class ConsoleSwitch implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String SETTING = "quanyi.console.enabled";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        boolean alone = ListenAddresses.isLocal(environment.getProperty("server.address"))
                && !DescriptionSwitch.areThereCredentials(environment);
        environment.getPropertySources().addLast(new MapPropertySource("quanyi-console", Map.of(SETTING, alone)));
    }
}
