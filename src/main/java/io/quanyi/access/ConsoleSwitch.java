package io.quanyi.access;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Decides whether the console is served, unless {@value #SETTING} says so: where only this machine can reach the service and it has no
 * credentials, since whoever has the machine may read all that the console shows.
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
