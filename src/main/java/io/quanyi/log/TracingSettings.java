package io.quanyi.log;

import io.quanyi.settings.SettingsRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.env.Environment;

/** Checks the settings of traces that Spring Boot would accept, or refuse without saying how to correct them. */
final class TracingSettings {

    private static final String ACTION =
            "Correct what is listed. docs/operating.md, \"Traces\", describes the settings.";
    private static final String TRANSPORT = "management.opentelemetry.tracing.export.otlp.transport";
    private static final Pattern URL = Pattern.compile("https?://[^/?#\\s]+(?:[/?#]\\S*)?", Pattern.CASE_INSENSITIVE);

    private TracingSettings() {}

    /** @throws SettingsRefused naming every fault; values are not repeated, because an address may hold a password */
    static void check(Environment environment) {
        List<String> faults = new ArrayList<>();
        if (!URL.matcher(environment.getProperty(TracingSwitch.ENDPOINT, "")).matches()) {
            faults.add(
                    TracingSwitch.ENDPOINT
                            + " is no URL such as http://collector:4318/v1/traces; in OTEL_EXPORTER_OTLP_ENDPOINT the path is left out");
        }
        if (!"http".equals(environment.getProperty(TRANSPORT, "http").toLowerCase(Locale.ROOT))) {
            faults.add(TRANSPORT + " (OTEL_EXPORTER_OTLP_PROTOCOL) is not http: traces are sent over HTTP only");
        }
        if (!faults.isEmpty()) {
            throw new SettingsRefused("Traces cannot be sent so, and the service does not start", ACTION, faults);
        }
    }
}
