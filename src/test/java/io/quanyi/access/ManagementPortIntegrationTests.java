package io.quanyi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.ApiClient.Answer;
import io.quanyi.RawHttp;
import io.quanyi.access.credentials.ApiKey;
import io.quanyi.access.credentials.Issuer;
import io.quanyi.web.load.SlowCallers;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Objects;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.ProtocolHandler;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Health and metrics on a port of their own, and an issuer that is out of reach. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "quanyi.access.jwt.issuer=https://issuer.test",
            "quanyi.access.jwt.audience=quanyi",
            // Nobody listens there
            "quanyi.access.jwt.jwk-set-uri=http://127.0.0.1:1/keys"
        })
class ManagementPortIntegrationTests {

    private static final ApiKey READER = ApiKey.make("reader", new SecureRandom());
    private static final ApiKey DECIDER = ApiKey.make("decider", new SecureRandom());

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private StartedServers started;

    @Value("${management.server.address}")
    private String managementAddress;

    private ApiClient client;
    private ApiClient management;

    @DynamicPropertySource
    static void keys(DynamicPropertyRegistry registry) {
        registry.add("quanyi.access.keys[0].id", () -> "reader");
        registry.add("quanyi.access.keys[0].hash", READER::hash);
        registry.add("quanyi.access.keys[0].roles", () -> "reader");
        registry.add("quanyi.access.keys[1].id", () -> "decider");
        registry.add("quanyi.access.keys[1].hash", DECIDER::hash);
        registry.add("quanyi.access.keys[1].roles", () -> "decider");
    }

    @BeforeEach
    void clients() {
        client = new ApiClient(port);
        management = new ApiClient(managementPort);
    }

    @Test
    void thePortOfTheServiceHasNeitherHealthNorMetrics() {
        for (String path : new String[] {"/actuator", "/actuator/health", "/actuator/prometheus"}) {
            assertThat(client.get(path, "X-API-Key", READER.text()).status()).isEqualTo(404);
        }
        assertThat(management.get("/v1/programmes", "X-API-Key", READER.text()).status())
                .isEqualTo(404);
    }

    @Test
    void theManagementPortListensOnThisMachineByDefault() {
        assertThat(managementAddress).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "/actuator/health, 200, 200, 200",
        "/actuator/health/liveness, 200, 200, 200",
        "/actuator/health/readiness, 200, 200, 200",
        "/actuator/health/serving, 401, 403, 200",
        "/actuator, 401, 403, 200",
        "/actuator/nothing, 404, 404, 404",
        "/nothing, 404, 404, 404"
    })
    void theOtherPortAsksForTheSameRoles(String path, int anybody, int decider, int reader) {
        assertThat(management.get(path).status()).isEqualTo(anybody);
        assertThat(management.get(path, "X-API-Key", DECIDER.text()).status()).isEqualTo(decider);
        assertThat(management.get(path, "X-API-Key", READER.text()).status()).isEqualTo(reader);
        assertThat(management.get(path, "X-API-Key", "wrong").status()).isEqualTo(401);
    }

    @Test
    void metricsAreForReaders() {
        assertThat(metrics("X-API-Key: " + READER.text()))
                .startsWith("HTTP/1.1 200")
                .contains("jvm_");
        assertThat(metrics("X-API-Key: " + DECIDER.text()))
                .startsWith("HTTP/1.1 403")
                .doesNotContain("jvm_");
        assertThat(metrics("X-Nothing: x")).startsWith("HTTP/1.1 401").doesNotContain("jvm_");
    }

    @Test
    void prometheusSendsItsKeyAsABearerToken() {
        assertThat(metrics("Authorization: Bearer " + READER.text()))
                .startsWith("HTTP/1.1 200")
                .contains("jvm_");
        assertThat(metrics("Authorization: Bearer " + DECIDER.text())).startsWith("HTTP/1.1 403");
        assertThat(management
                        .get("/actuator/health/serving", "Authorization", "Bearer " + READER.text())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void ourOwnFiltersStandInFrontThereToo() {
        Answer answer = management.get("/actuator/health", "X-Request-ID", "abc");
        assertThat(answer.header("X-Request-ID")).isEqualTo("abc");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(RawHttp.exchange(managementPort, "GET /actuator/health HTTP/1.1", "Host: evil.example"))
                .startsWith("HTTP/1.1 421");
        assertThat(RawHttp.exchange(managementPort, "GET /actuator//health HTTP/1.1", "Host: localhost"))
                .startsWith("HTTP/1.1 400")
                .contains("urn:quanyi:problem:bad-request");
    }

    @Test
    void slowCallersThereKeepNoProbeWaiting() throws IOException {
        String head = "GET /actuator/health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 900000\r\n\r\n{";
        try (SlowCallers slow = new SlowCallers(managementPort, 240, head, " ")) {
            assertThat(RawHttp.exchange(managementPort, "GET /actuator/health/liveness HTTP/1.1", "Host: localhost"))
                    .startsWith("HTTP/1.1 200");
            assertThat(slow.answers())
                    .hasSize(240)
                    .allSatisfy(answer ->
                            assertThat(answer).startsWith("HTTP/1.1 200").contains("Connection: close"));
        }
    }

    @Test
    void connectionsThereAreBoundedAsThoseOfTheService() {
        ProtocolHandler handler = ((TomcatWebServer)
                        Objects.requireNonNull(started.management).getWebServer())
                .getTomcat()
                .getConnector()
                .getProtocolHandler();
        assertThat(handler.getExecutor().getClass().getSimpleName()).isEqualTo("RequestThreads");
        assertThat(handler)
                .isInstanceOfSatisfying(
                        AbstractProtocol.class,
                        protocol -> assertThat(protocol.getMaxConnections()).isEqualTo(1280));
    }

    @Test
    void aServiceThatIsNotReadySaysWhenToAskAgain() {
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        try {
            assertThat(RawHttp.exchange(managementPort, "GET /actuator/health/readiness HTTP/1.1", "Host: localhost"))
                    .startsWith("HTTP/1.1 503")
                    .contains("Retry-After: 1");
        } finally {
            AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
        }
    }

    @Test
    void whileTheIssuersKeysCannotBeHadTokensAreNeitherRightNorWrong() {
        try (Issuer issuer = new Issuer()) {
            Answer answer = client.get(
                    "/v1/programmes",
                    "Authorization",
                    "Bearer " + issuer.token(claims -> claims),
                    "Accept-Language",
                    "en");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("unavailable");
            assertThat(answer.header("Retry-After")).isEqualTo("30");
        }
        assertThat(client.get("/v1/programmes", "Authorization", "Bearer x").status())
                .isEqualTo(401);
        assertThat(client.get("/v1/programmes", "X-API-Key", READER.text()).status())
                .isEqualTo(200);
    }

    private String metrics(String header) {
        return RawHttp.exchange(managementPort, "GET /actuator/prometheus HTTP/1.1", "Host: localhost", header);
    }

    /** The server of the management port, once it has started. */
    @TestConfiguration
    static class StartedServers {

        private @Nullable WebServerInitializedEvent management;

        @EventListener
        void add(WebServerInitializedEvent event) {
            if ("management".equals(event.getApplicationContext().getServerNamespace())) {
                management = event;
            }
        }
    }
}
