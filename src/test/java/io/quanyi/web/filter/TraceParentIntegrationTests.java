package io.quanyi.web.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.TracingObservationHandler;
import io.opentelemetry.api.OpenTelemetry;
import io.quanyi.ApiClient;
import io.quanyi.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ExtendWith(OutputCaptureExtension.class)
class TraceParentIntegrationTests {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String HEADER = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private static final String QUESTION = """
            {"programme": "kingdee-galaxy-public",
             "subscription": {"plan": "preferred", "product": "kingdee-cloud-galaxy", "deployment": "public-cloud",
                              "serviceStart": "2026-01-01", "serviceEnd": "2026-12-31"},
             "question": {"service": "issue-feedback", "at": "2026-11-20T16:00:00+08:00"}}""";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEADER,
                "00-" + TRACE + "-00f067aa0ba902b7-00",
                // A later version, with more parts than are known
                "01-" + TRACE + "-00f067aa0ba902b7-01",
                "cc-" + TRACE + "-00f067aa0ba902b7-01-what-comes-later"
            })
    void aTraceComesBackWithTheAnswer(String sent) {
        assertThat(new ApiClient(port)
                        .get("/v1/programmes", "traceparent", sent)
                        .header("traceparent"))
                .isEqualTo(sent);
        assertThat(new ApiClient(port).get("/nowhere", "traceparent", sent).header("traceparent"))
                .isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                TRACE,
                "ff-" + TRACE + "-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                HEADER + "-more",
                HEADER + "0",
                "01-" + TRACE + "-00f067aa0ba902b7-01more",
                "00-" + TRACE + "-00f067aa0ba902b7",
                "00-<script>-00f067aa0ba902b7-01"
            })
    void aHeaderOfAnotherFormIsPassedOver(String sent) {
        var answer = new ApiClient(port).get("/v1/programmes", "traceparent", sent);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().firstValue("traceparent")).isEmpty();
    }

    @Test
    void withoutAReceiverNothingMakesOrSendsTraces() {
        assertThat(context.getBeansOfType(Tracer.class)).isEmpty();
        assertThat(context.getBeansOfType(OpenTelemetry.class)).isEmpty();
        assertThat(context.getBeansOfType(TracingObservationHandler.class)).isEmpty();
        assertThat(context.getBeanDefinitionNames()).noneMatch(name -> name.contains(".tracing."));
    }

    @Test
    void ofTwoHeadersNoneIsTaken() {
        String answer = RawHttp.exchange(
                port,
                "GET /v1/programmes HTTP/1.1",
                "Host: localhost",
                "traceparent: " + HEADER,
                "traceparent: " + HEADER);
        assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("traceparent");
    }

    @Test
    void linesOfTheLogShowTheTraceBehindTheIdOfTheRequest(CapturedOutput output) {
        ApiClient client = new ApiClient(port);
        client.decide(QUESTION, "X-Request-ID", "traced-1", "traceparent", HEADER);
        client.decide(QUESTION, "X-Request-ID", "untraced-1");
        assertThat(output.getOut())
                .contains("[traced-1 " + TRACE + "]", "decided request=traced-1 ")
                .contains("[untraced-1]", "decided request=untraced-1 ");
    }
}
