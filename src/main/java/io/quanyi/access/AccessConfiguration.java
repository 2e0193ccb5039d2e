package io.quanyi.access;

import io.quanyi.access.AccessProperties.Jwt;
import io.quanyi.settings.Misconfigured;
import io.quanyi.web.ProblemWriter;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Configures access control, and refuses unsafe settings before any port is open. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    /** @throws Misconfigured with everything that is wrong */
    @Bean
    Credentials credentials(AccessProperties properties, Environment environment, Clock clock) {
        Jwt jwt = properties.jwt();
        boolean configured = !properties.keys().isEmpty() || jwt != null;
        List<String> faults = new ArrayList<>(KeyFaults.of(properties.keys()));
        faults.addAll(TokenFaults.of(jwt));
        faults.addAll(Reach.faults(
                address("server.address", environment),
                ManagementPortType.get(environment),
                address("management.server.address", environment),
                configured));
        if (!faults.isEmpty()) {
            throw misconfigured(faults);
        }
        return new Credentials(new ApiKeys(properties.keys()), jwt == null ? null : new Tokens(jwt, clock));
    }

    /** @throws Misconfigured if there is a file that cannot be written */
    @Bean
    AuditLog auditLog(AuditProperties properties, Clock clock) {
        Path path = properties.file();
        if (path == null) {
            return new AuditLog(null, clock);
        }
        AuditFile file = new AuditFile(path);
        AuditLog log = new AuditLog(file, clock);
        try {
            file.open();
            log.endWhatIsLeft();
        } catch (AuditFailed e) {
            throw misconfigured(List.of("quanyi.audit.file: " + e.getMessage()));
        }
        return log;
    }

    @Bean
    Refusals refusals(Credentials credentials, ProblemWriter problems, AuditLog audit) {
        return new Refusals(credentials, problems, audit);
    }

    @Bean
    SecurityFilterChain rights(HttpSecurity http, Credentials credentials, Refusals refusals) {
        return Rights.of(http, credentials, refusals);
    }

    /**
     * Refuses paths that can be read in more than one way. Methods and headers decide nothing here; what reads them knows
     * better what they may be.
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

    private static Misconfigured misconfigured(List<String> faults) {
        return new Misconfigured(
                "It is not settled who may use the service, so it does not start",
                "Correct what is listed. docs/operating.md describes each property.",
                faults);
    }

    private static @Nullable InetAddress address(String property, Environment environment) {
        return Binder.get(environment).bind(property, InetAddress.class).orElse(null);
    }
}
