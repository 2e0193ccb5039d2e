package io.quanyi.access;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quanyi.access.audit.AuditLog;
import io.quanyi.access.credentials.AcceptedCredentials;
import io.quanyi.access.credentials.AccessProperties;
import io.quanyi.access.credentials.ApiKeyReload;
import io.quanyi.settings.SettingsRefused;
import io.quanyi.web.ProblemWriter;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Configures access control, and refuses unsafe settings before any port is open. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    /** @throws SettingsRefused with everything that is wrong */
    @Bean
    AcceptedCredentials credentials(AccessProperties properties, Environment environment, Clock clock) {
        List<String> faults = new ArrayList<>(properties.faults());
        faults.addAll(ListenAddresses.faults(
                address("server.address", environment),
                ManagementPortType.get(environment),
                address("management.server.address", environment),
                properties.acceptsAny()));
        AuthzenSwitch.fault(environment).ifPresent(faults::add);
        if (!faults.isEmpty()) {
            throw new SettingsRefused(
                    "It is not settled who may use the service, so it does not start",
                    "Correct what is listed. docs/operating.md describes each property.",
                    faults);
        }
        return AcceptedCredentials.of(properties, clock);
    }

    @Bean
    @ConditionalOnProperty("quanyi.access.keys-location")
    ApiKeyReload keyReload(AccessProperties properties, AcceptedCredentials credentials) {
        return new ApiKeyReload(Objects.requireNonNull(properties.keysLocation()), credentials);
    }

    /** The gauge of a refused file of keys; 0 without such a file, so that one alert serves every configuration. */
    @Bean
    MeterBinder keyMetrics(ObjectProvider<ApiKeyReload> reload) {
        return registry -> Gauge.builder(
                        "quanyi.access.keys.refused", () -> reload.stream().anyMatch(ApiKeyReload::isRefused) ? 1 : 0)
                .description("1 while the file of API keys has faults, so that earlier keys are accepted")
                .register(registry);
    }

    @Bean
    SecurityProblems refusals(AcceptedCredentials credentials, ProblemWriter problems, AuditLog audit) {
        return new SecurityProblems(credentials, problems, audit);
    }

    @Bean
    CallerIdentification callers(AcceptedCredentials credentials, SecurityProblems refusals) {
        return new CallerIdentification(credentials, refusals);
    }

    /** The filter chain of all paths without a chain of their own; the console, for example, has one. */
    @Bean
    SecurityFilterChain rights(
            HttpSecurity http,
            CallerIdentification callers,
            AcceptedCredentials credentials,
            SecurityProblems refusals,
            AuditLog audit) {
        InterfaceAudit changes = new InterfaceAudit(audit);
        return AccessRules.of(http, callers, refusals, changes, !credentials.areConfigured());
    }

    /**
     * Lets requests for decisions pass where no credentials are configured: everybody may decide, so that nothing has to be found out about
     * the caller. The eight filters of {@link #rights} would take a tenth of the time of such a request.
     */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain decisionsForAll(AcceptedCredentials credentials) {
        boolean open = !credentials.areConfigured();
        return new DefaultSecurityFilterChain(request -> open && AccessRules.decides(request));
    }

    /**
     * Refuses paths that can be read in more than one way. Methods and headers are not checked here: the code that reads them knows their
     * permitted values.
     */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        firewall.setAllowedHeaderNames(name -> true);
        firewall.setAllowedHeaderValues(value -> true);
        firewall.setAllowedParameterNames(name -> true);
        return firewall;
    }

    /** Requests are measured as a whole; each step of each filter would cost more than a decision. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    private static @Nullable InetAddress address(String property, Environment environment) {
        return Binder.get(environment).bind(property, InetAddress.class).orElse(null);
    }
}
