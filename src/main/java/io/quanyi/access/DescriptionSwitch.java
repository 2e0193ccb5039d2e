package io.quanyi.access;

import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Switches the OpenAPI description and Swagger UI on or off at start, as {@value #SETTING} says. By default they are served unless credentials are
 * configured, since a service with known callers shows strangers no more than it must.
 */
final class DescriptionSwitch implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String SETTING = "quanyi.http.description";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        boolean there =
                Binder.get(environment).bind(SETTING, Boolean.class).orElseGet(() -> !areThereCredentials(environment));
        Map<String, Object> springdoc =
                Map.of("springdoc.api-docs.enabled", there, "springdoc.swagger-ui.enabled", there);
        environment.getPropertySources().addFirst(new MapPropertySource("quanyi-description", springdoc));
    }

    static boolean areThereCredentials(ConfigurableEnvironment environment) {
        return Stream.of("quanyi.access.keys", "quanyi.access.jwt")
                .map(ConfigurationPropertyName::of)
                .anyMatch(name -> isGiven(name, environment));
    }

    private static boolean isGiven(ConfigurationPropertyName name, ConfigurableEnvironment environment) {
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .anyMatch(source -> source.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT);
    }
}
