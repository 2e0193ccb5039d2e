package io.quanyi.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.settings.SettingsRefused;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class TracingSettingsTests {

    private static final String TRANSPORT = "management.opentelemetry.tracing.export.otlp.transport";

    private static final List<String> CONFIGURATIONS = List.of(
            "org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration",
            "org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.autoconfigure.NoopTracerAutoConfiguration",
            "org.springframework.boot.opentelemetry.autoconfigure.logging.otlp.OtlpLoggingAutoConfiguration");

    private final MockEnvironment environment = new MockEnvironment();

    @ParameterizedTest
    @CsvSource({"http://collector:4318/v1/traces, true", "'', false", "' ', false", ", false"})
    void tracesAreMadeWhereAReceiverIsNamedAndTheLogIsNeverSent(@Nullable String endpoint, boolean traces) {
        if (endpoint != null) {
            environment.setProperty(TracingSwitch.ENDPOINT, endpoint);
        }
        TracingSwitch filter = new TracingSwitch();
        filter.setEnvironment(environment);
        assertThat(CONFIGURATIONS).extracting(filter::keeps).containsExactly(true, traces, traces, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:4318/v1/traces",
                "https://collector.example.com/v1/traces",
                "http://[::1]:4318/v1/traces",
                "http://collector:4318"
            })
    void addressesOfHttpAreTaken(String endpoint) {
        environment.setProperty(TracingSwitch.ENDPOINT, endpoint);
        environment.setProperty(TRANSPORT, "HTTP");
        assertThatCode(() -> TracingSettings.check(environment)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"collector:4318", "grpc://collector:4317", "http://", "http:///v1/traces", "http://a b/", "x"})
    void anyOtherAddressIsRefused(String endpoint) {
        environment.setProperty(TracingSwitch.ENDPOINT, endpoint);
        assertThatThrownBy(() -> TracingSettings.check(environment))
                .isInstanceOf(SettingsRefused.class)
                .hasMessageContaining("is no URL such as http://collector:4318/v1/traces")
                .hasMessageNotContaining(endpoint + " ");
    }

    @Test
    void allFaultsAreSaidAtOnce() {
        environment.setProperty(TracingSwitch.ENDPOINT, "x");
        environment.setProperty(TRANSPORT, "grpc");
        assertThatThrownBy(() -> TracingSettings.check(environment))
                .hasMessageContaining("is no URL")
                .hasMessageContaining("traces are sent over HTTP only");
    }
}
