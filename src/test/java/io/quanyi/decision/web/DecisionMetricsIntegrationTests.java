package io.quanyi.decision.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.RawHttp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests that decisions and refusals are counted, and that no word of a caller becomes a label. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DecisionMetricsIntegrationTests {

    private static final String DECISION = """
            {"programme": "kingdee-galaxy-public",
             "subscription": {"customerId": "C-1001", "plan": "preferred", "product": "kingdee-cloud-galaxy",
                              "deployment": "public-cloud", "serviceStart": "2026-01-01", "serviceEnd": "2026-12-31"},
             "question": {"service": "issue-feedback", "at": "2026-11-20T16:00:00+08:00"}}""";

    private static final String DECISIONS =
            "quanyi_decisions_total{outcome=\"ENTITLED\",programme=\"kingdee-galaxy-public\",service=\"issue-feedback\"}";
    private static final String TIMES = "quanyi_decision_time_seconds_count{programme=\"kingdee-galaxy-public\"}";
    private static final String BUCKETS =
            "quanyi_decision_time_seconds_bucket{programme=\"kingdee-galaxy-public\",le=\"+Inf\"}";
    private static final String UNKNOWN_SERVICES = "quanyi_refusals_total{code=\"unknown-service\"}";

    @LocalServerPort
    private int port;

    private ApiClient client;

    @BeforeEach
    void client() {
        client = new ApiClient(port);
    }

    @Test
    void eachDecisionIsCountedOnceAndTimed() {
        double decisions = value(DECISIONS);
        double times = value(TIMES);
        assertThat(client.decide(DECISION).status()).isEqualTo(200);
        assertThat(client.post("/v1/decisions/batch", "application/json", "[" + DECISION + "," + DECISION + "]")
                        .status())
                .isEqualTo(200);
        assertThat(value(DECISIONS)).isEqualTo(decisions + 3);
        assertThat(value(TIMES)).isEqualTo(times + 3);
        assertThat(value(BUCKETS)).isEqualTo(times + 3);
    }

    @Test
    void aSheetAndASearchAreNoDecisionsButTheirRefusalsCount() {
        double decisions = value(DECISIONS);
        double refusals = value(UNKNOWN_SERVICES);
        String unknown = DECISION.replace("issue-feedback", "no-such");
        assertThat(client.post("/v1/alternatives", "application/json", DECISION).status())
                .isEqualTo(200);
        assertThat(client.post("/v1/alternatives", "application/json", unknown).status())
                .isEqualTo(422);
        assertThat(value(DECISIONS)).isEqualTo(decisions);
        assertThat(value(UNKNOWN_SERVICES)).isEqualTo(refusals + 1);
    }

    @Test
    void aRefusalIsCountedByItsCodeAndNoWordOfTheCallerIsALabel() {
        double refusals = value(UNKNOWN_SERVICES);
        assertThat(client.decide(DECISION.replace("issue-feedback", "hostile-service"))
                        .status())
                .isEqualTo(422);
        assertThat(client.decide(DECISION.replace("kingdee-galaxy-public", "hostile-programme"))
                        .status())
                .isEqualTo(422);
        assertThat(client.decide(DECISION.replace("preferred", "hostile-plan")).status())
                .isEqualTo(422);
        assertThat(client.get("/v1/programmes/hostile-path").status()).isEqualTo(404);
        assertThat(value(UNKNOWN_SERVICES)).isEqualTo(refusals + 1);
        assertThat(metrics()).doesNotContain("hostile");
    }

    /** The value of a metric with its labels; 0 if there is none yet. */
    private double value(String metric) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(metric + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(metric.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    /** All metrics. The test's own name is among them, which is no answer of the interface. */
    private String metrics() {
        return RawHttp.exchange(port, "GET /actuator/prometheus HTTP/1.1", "Host: localhost");
    }
}
