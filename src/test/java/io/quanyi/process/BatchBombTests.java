package io.quanyi.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Eight batches of long answers at a time, each of which once took 141 MB, leave a small process as it was. */
@Tag("slow")
class BatchBombTests {

    private static final int AT_A_TIME = 8;
    private static final String QUESTION = """
            {"programme": "kingdee-premium-success",
             "subscription": {"plan": "premium", "product": "星空", "contract": {"terms": [
               {"service": "online-ticket", "effect": "respond-within", "target": {"amount": 2000, "unit": "working-day"}}]}},
             "question": {"service": "online-ticket", "at": "2026-11-24T10:00:00+08:00"}}""";

    @Test
    void batchesOfLongAnswersAreAnsweredOrRefused() throws Exception {
        byte[] bomb =
                ("[" + String.join(",", Collections.nCopies(500, QUESTION)) + "]").getBytes(StandardCharsets.UTF_8);
        try (ServiceProcess service = ServiceProcess.start("160m")) {
            HttpClient client = HttpClient.newHttpClient();
            HttpRequest batch = request(service, "/v1/decisions/batch")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(bomb))
                    .build();
            List<CompletableFuture<HttpResponse<Integer>>> answers = IntStream.range(0, AT_A_TIME)
                    .mapToObj(number -> client.sendAsync(
                            batch,
                            info -> HttpResponse.BodySubscribers.mapping(
                                    HttpResponse.BodySubscribers.ofByteArray(), content -> content.length)))
                    .toList();
            for (CompletableFuture<HttpResponse<Integer>> answer : answers) {
                assertThat(answer.join().statusCode()).isIn(200, 503);
                assertThat(answer.join().statusCode() == 503
                                || answer.join()
                                        .headers()
                                        .firstValue("Retry-After")
                                        .isEmpty())
                        .isTrue();
            }
            assertThat(answers)
                    .anySatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
            assertThat(client.send(request(service, "/actuator/health").build(), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
            assertThat(service.isAlive()).isTrue();
            assertThat(service.output()).doesNotContain("OutOfMemoryError");
        }
    }

    private static HttpRequest.Builder request(ServiceProcess service, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + path))
                .timeout(Duration.ofMinutes(2));
    }
}
