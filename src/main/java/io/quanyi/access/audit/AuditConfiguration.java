package io.quanyi.access.audit;

import io.quanyi.settings.SettingsRefused;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the audit log before any port is open. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    /** @throws SettingsRefused if there is a file that cannot be written */
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
            throw new SettingsRefused(
                    "It is not settled who may use the service, so it does not start",
                    "Correct what is listed. docs/operating.md describes each property.",
                    List.of("quanyi.audit.file: " + e.getMessage()));
        }
        return log;
    }
}
