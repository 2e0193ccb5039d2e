package io.quanyi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.ApiClient.Answer;
import io.quanyi.RawHttp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.userdetails.UserDetailsService;

/** Checks the defaults: every caller on this machine may decide and read, and none may publish. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties =
                "management.endpoint.sbom.additional.tested.location=classpath:io/quanyi/access/bill-of-materials.cdx.json")
class OpenAccessIntegrationTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private ApiClient client;

    @BeforeEach
    void client() {
        client = new ApiClient(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/programmes/kingdee-galaxy-public/releases",
                "/v1/programmes/nobody/releases?dryRun=true",
                "/v1/programmes/kingdee-galaxy-public/rollbacks",
                "/v1/refresh"
            })
    void publishingIsOffAndTheAnswerSaysHowToSwitchItOn(String path) {
        Answer english = client.post(path, "application/json", "{}", "Accept-Language", "en");
        assertThat(english.status()).isEqualTo(403);
        assertThat(english.code()).isEqualTo("publishing-off");
        assertThat(english.json().path("detail").asString()).contains("quanyi key ID", "quanyi.access.keys");
        assertThat(english.headers().firstValue("WWW-Authenticate")).isEmpty();
        Answer chinese = client.post(path, "application/json", "{}");
        assertThat(chinese.json().path("detail").asString()).contains("quanyi key ID", "发布");
    }

    @Test
    void credentialsThatNobodyAskedForAreNotLookedAt() {
        assertThat(client.get("/v1/programmes", "X-API-Key", "wrong", "Authorization", "Bearer wrong")
                        .status())
                .isEqualTo(200);
        assertThat(client.post("/v1/refresh", "application/json", "{}", "X-API-Key", "wrong")
                        .code())
                .isEqualTo("publishing-off");
    }

    @ParameterizedTest
    @CsvSource({
        "HEAD, /v1/programmes, 200",
        "OPTIONS, /v1/decisions, 200",
        "GET, /actuator/health/serving, 200",
        "GET, /actuator/health/liveness, 200",
        "GET, /actuator/health/readiness, 200",
        "GET, /swagger-ui.html, 302",
        "POST, /v1/nothing, 404",
        "POST, /v1/decisions/, 404",
        "FOO, /v1/decisions, 501"
    })
    void allOtherCallsNeedNoRole(String method, String path, int status) {
        assertThat(client.send(method, path, null).status()).isEqualTo(status);
    }

    /** The jar has its own; the classes under test have none yet. */
    @Test
    void theBillOfMaterialsIsSentAsItIs() {
        assertThat(RawHttp.exchange(port, "GET /actuator/sbom/tested HTTP/1.1", "Host: localhost"))
                .startsWith("HTTP/1.1 200")
                .contains("{\"bomFormat\":\"CycloneDX\"}");
    }

    @Test
    void healthTellsNoDetailsAndMetricsAreOpen() {
        assertThat(client.get("/actuator/health").json().propertyNames()).containsExactlyInAnyOrder("groups", "status");
        assertThat(client.get("/actuator/health/readiness").json().propertyNames())
                .containsExactly("status");
        assertThat(RawHttp.exchange(port, "GET /actuator/prometheus HTTP/1.1", "Host: localhost"))
                .startsWith("HTTP/1.1 200")
                .contains("jvm_memory_used_bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1//programmes", "/v1/programmes;x=1", "/v1/%2e%2e/x", "/v1/%252e/programmes"})
    void aPathThatCanBeReadInMoreThanOneWayIsABadRequest(String path) {
        assertThat(RawHttp.exchange(port, "GET " + path + " HTTP/1.1", "Host: localhost"))
                .startsWith("HTTP/1.1 400")
                .contains("urn:quanyi:problem:bad-request", "X-Request-ID: ");
    }

    @Test
    void thereIsNoSessionNoUserAndNoLogin() {
        Answer answer = client.get("/v1/programmes");
        assertThat(answer.headers().map().keySet())
                .doesNotContain("set-cookie", "x-xss-protection", "expires", "pragma", "strict-transport-security");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).hasSize(1);
        assertThat(answer.headers().allValues("X-Frame-Options")).hasSize(1);
        assertThat(answer.headers().allValues("Cache-Control")).hasSize(1);
        assertThat(client.get("/login").status()).isEqualTo(404);
        assertThat(client.post("/logout", "application/json", "{}").status()).isEqualTo(404);
        assertThat(context.getBeanNamesForType(UserDetailsService.class)).isEmpty();
    }
}
