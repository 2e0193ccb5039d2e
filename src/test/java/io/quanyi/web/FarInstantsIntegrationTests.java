package io.quanyi.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.ApiClient.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Every instant and number that the description allows is answered or refused in words, by every call and in every programme. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class FarInstantsIntegrationTests {

    private static final List<String> INSTANTS = List.of(
            "1899-12-31T23:59:59Z",
            "1900-01-01T00:00:00Z",
            "1900-01-01T00:00:00+18:00",
            "1970-01-01T00:00:00Z",
            "2193-06-01T10:00:00+08:00",
            "2199-12-31T16:00:00Z",
            "2199-12-31T23:59:59.999999999Z",
            "2199-12-31T23:59:59-18:00",
            "2200-01-01T00:00:00Z",
            "9999-12-31T23:59:59Z");

    private final ApiClient client;

    FarInstantsIntegrationTests(@LocalServerPort int port) {
        client = new ApiClient(port);
    }

    static Stream<String> instants() {
        return INSTANTS.stream();
    }

    @ParameterizedTest
    @MethodSource("instants")
    void whatIsReadAtAnInstantIsShownOrRefused(String instant) {
        String written = URLEncoder.encode(instant, StandardCharsets.UTF_8);
        for (String programme : programmes()) {
            for (String query : List.of("", "/matrix", "/catalogue")) {
                answered("/v1/programmes/" + programme + query + "?at=" + written);
            }
            answered("/v1/programmes/" + programme + "/changes?from=" + written);
            answered("/v1/programmes/" + programme + "/changes?to=" + written);
        }
    }

    private void answered(String path) {
        assertThat(client.get(path).status()).as(path).isIn(200, 400, 404, 422);
    }

    @ParameterizedTest
    @MethodSource("instants")
    void everyServiceAtAnInstantIsAnsweredOrRefused(String instant) {
        for (String programme : programmes()) {
            for (String plan : plans(programme)) {
                for (String service : new String[] {"", "\"knownAt\":\"" + instant + "\","}) {
                    asked(programme, plan, service, "\"at\":\"" + instant + "\"");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"quantity\":100000",
                "\"personDays\":100000",
                "\"personDays\":0.01",
                "\"requestedStart\":\"0000-01-01\"",
                "\"requestedStart\":\"9999-12-31\"",
                "\"asOf\":\"2199-12-31T23:59:59Z\"",
                "\"resolvedAt\":\"2199-12-31T23:59:59Z\",\"asOf\":\"2199-12-31T23:59:59Z\""
            })
    void theEndsOfAMembersRangeAreAnsweredOrRefused(String member) {
        for (String programme : programmes()) {
            for (String plan : plans(programme)) {
                asked(programme, plan, "", "\"at\":\"2026-06-01T10:00:00+08:00\"," + member);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2000, working-day, 2026-06-01T10:00:00+08:00",
        "2000, working-day, 2193-06-01T10:00:00+08:00",
        "2000, working-hour, 2199-06-01T10:00:00+08:00",
        "2000, hour, 2199-12-31T10:00:00+08:00",
        "0.25, working-hour, 1900-01-01T00:00:00Z"
    })
    void anAgreedTimeOfAnyLengthIsCountedOrRefused(String amount, String unit, String instant) {
        String terms =
                "[{\"service\":\"online-ticket\",\"effect\":\"respond-within\",\"target\":{\"amount\":%s,\"unit\":\"%s\"}}]"
                        .formatted(amount, unit);
        Answer sheet = client.post(
                "/v1/entitlements",
                "application/json",
                "{\"programme\":\"kingdee-premium-success\",\"subscription\":{\"plan\":\"premium\",\"contract\":{\"terms\":"
                        + terms + "}},\"question\":{\"at\":\"" + instant + "\"}}");
        assertNoServerFault(sheet);
    }

    private void asked(String programme, String plan, String member, String question) {
        assertNoServerFault(client.post(
                "/v1/entitlements",
                "application/json",
                "{\"programme\":\"%s\",%s\"subscription\":{\"plan\":\"%s\"},\"question\":{%s}}"
                        .formatted(programme, member, plan, question)));
    }

    /** Neither the sheet nor an entry of it, which is what a decision about that service alone is. */
    private static void assertNoServerFault(Answer sheet) {
        assertThat(sheet.status()).as(sheet.text()).isIn(200, 400, 404, 422);
        sheet.json()
                .path("decisions")
                .forEach(entry -> assertThat(entry.path("status").asInt(0))
                        .as(entry.toString())
                        .isLessThan(500));
    }

    private List<String> programmes() {
        return ids(client.get("/v1/programmes").json().path("programmes"));
    }

    private List<String> plans(String programme) {
        return ids(
                client.get("/v1/programmes/" + programme + "/catalogue").json().path("plans"));
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids =
                list.valueStream().map(one -> one.path("id").asString()).toList();
        assertThat(ids).isNotEmpty();
        return ids;
    }
}
