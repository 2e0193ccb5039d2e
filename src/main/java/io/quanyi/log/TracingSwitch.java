package io.quanyi.log;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Leaves out all that makes and sends traces, unless {@value #ENDPOINT} names their receiver. Spring Boot by itself makes spans also where
 * nobody takes them. The log is never sent.
 */
final class TracingSwitch implements AutoConfigurationImportFilter, EnvironmentAware, Condition {

    static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

    private static final String LOGS = "org.springframework.boot.opentelemetry.autoconfigure.logging.";
    private static final List<String> TRACES =
            List.of("org.springframework.boot.micrometer.tracing.", "org.springframework.boot.opentelemetry.");

    private @Nullable Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(@Nullable String[] configurations, AutoConfigurationMetadata metadata) {
        boolean[] kept = new boolean[configurations.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = keeps(configurations[i]);
        }
        return kept;
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return isOn(context.getEnvironment());
    }

    /** Whether a configuration is kept; null stands for one that another filter has left out. */
    boolean keeps(@Nullable String configuration) {
        if (configuration == null) {
            return true;
        }
        boolean on = environment != null && isOn(environment);
        return !configuration.startsWith(LOGS) && (on || TRACES.stream().noneMatch(configuration::startsWith));
    }

    private static boolean isOn(Environment environment) {
        return StringUtils.hasText(environment.getProperty(ENDPOINT));
    }
}
