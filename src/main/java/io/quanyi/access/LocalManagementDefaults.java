package io.quanyi.access;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/** Sets defaults that keep health and metrics on this machine when the service listens for other machines. */
final class LocalManagementDefaults implements EnvironmentPostProcessor {

    private static final String PORT = "management.server.port";
    private static final String ADDRESS = "management.server.address";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> added = new LinkedHashMap<>();
        if (!isSet(PORT, environment) && !ListenAddresses.isLocal(environment.getProperty("server.address"))) {
            added.put(PORT, 8081);
        }
        boolean separate = !added.isEmpty() || ManagementPortType.get(environment) == ManagementPortType.DIFFERENT;
        // Without an address, Spring Boot would listen on all that there are
        if (separate && !isSet(ADDRESS, environment)) {
            added.put(ADDRESS, "127.0.0.1");
        }
        if (!added.isEmpty()) {
            environment.getPropertySources().addFirst(new MapPropertySource("quanyi-private-management", added));
        }
    }

    private static boolean isSet(String property, Environment environment) {
        return StringUtils.hasText(environment.getProperty(property));
    }
}
