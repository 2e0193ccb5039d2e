package io.quanyi.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient;
import io.quanyi.ApiClient.Answer;
import io.quanyi.web.coding.Gzip;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Checks the forms of bodies: compressed, with a byte order mark, with numbers and instants in each of their forms. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BodiesIntegrationTests {

    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final String BATCH = "/v1/decisions/batch";
    private static final List<String> JSON_PATHS =
            List.of("/v1/decisions", BATCH, "/v1/entitlements", "/v1/alternatives", "/v1/explanations");
    private static final String QUESTION = """
            {"programme": "kingdee-galaxy-public", "subscription": {"plan": "basic"%s}, \
            "question": {"service": "community", "at": "2026-11-20T16:00:00+08:00"}}""";
    private static final String PLAIN = QUESTION.formatted("");

    private final ApiClient client;

    BodiesIntegrationTests(@LocalServerPort int port) {
        client = new ApiClient(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip", "identity, gzip", "gzip, identity"})
    void aBodyMayBeCompressed(String coding) {
        for (String path : List.of("/v1/decisions", "/v1/alternatives")) {
            Answer plain = client.post(path, JSON, PLAIN);
            Answer decoded = send(path, JSON, Gzip.of(PLAIN), coding);
            assertThat(decoded.status()).isEqualTo(200);
            assertThat(decoded.text()).isEqualTo(plain.text());
        }
    }

    @Test
    void aListAndAStreamMayBeCompressed() {
        String list = "[" + (PLAIN + ",").repeat(499) + PLAIN + "]";
        assertThat(send(BATCH, JSON, Gzip.of(list), "gzip").text())
                .isEqualTo(client.post(BATCH, JSON, list).text());
        String lines = (PLAIN + "\n\n").repeat(1_000) + PLAIN;
        Answer decoded = send(BATCH, LINES, Gzip.of(lines), "gzip");
        assertThat(decoded.lines())
                .hasSize(1_001)
                .allMatch(line -> line.path("status").asInt() == 200);
    }

    @Test
    void whatIsNoGzipIsNamedWhereverItIsSent() {
        byte[] whole = Gzip.of(PLAIN);
        List<byte[]> broken = List.of(
                PLAIN.getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(whole, whole.length - 1),
                Arrays.copyOf(whole, whole.length + 1),
                new byte[0]);
        for (byte[] body : broken) {
            for (String path : JSON_PATHS) {
                Answer answer = send(path, JSON, body, "gzip");
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.errors()).containsExactly("body-not-gzip");
            }
            Answer lines = send(BATCH, LINES, body, "gzip");
            assertThat(last(lines)).isEqualTo("body-not-gzip");
        }
    }

    @Test
    void aLineIsAnsweredBeforeWhatCannotBeDecoded() {
        byte[] whole = Gzip.of(PLAIN + "\n" + PLAIN + "\n");
        Answer lines = send(BATCH, LINES, Arrays.copyOf(whole, whole.length - 4), "gzip");
        assertThat(lines.lines()).hasSize(3);
        assertThat(lines.lines().get(1).path("status").asInt()).isEqualTo(200);
        assertThat(last(lines)).isEqualTo("body-not-gzip");
    }

    @ParameterizedTest
    @ValueSource(ints = {1_100_000, 100_000_000})
    void aBombIsTooLargeWhereverItIsSent(int length) {
        byte[] blanks = new byte[length];
        Arrays.fill(blanks, (byte) ' ');
        byte[] bomb = Gzip.of(blanks);
        for (String path : JSON_PATHS) {
            Answer answer = send(path, JSON, bomb, "gzip");
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.code()).isEqualTo("body-too-large");
        }
        assertThat(last(send(BATCH, LINES, bomb, "gzip"))).isEqualTo("decoded-too-large");
    }

    @Test
    void aLineThatIsTooLongEndsACompressedStreamAndNotAPlainOne() {
        String lines = " ".repeat(400_000) + "\n" + PLAIN + "\n";
        assertThat(client.post(BATCH, LINES, lines).lines()).hasSize(2);
        Answer decoded = send(BATCH, LINES, Gzip.of(lines), "gzip");
        assertThat(decoded.lines()).hasSize(2);
        assertThat(decoded.lines().get(0).at("/problem/errors/0/code").asString())
                .isEqualTo("line-too-long");
        assertThat(last(decoded)).isEqualTo("decoded-too-large");
    }

    @Test
    void aBodyThatGrowsByCompressionIsBoundedToo() {
        byte[] noise = new byte[1_100_000];
        new Random(1).nextBytes(noise);
        assertThat(send("/v1/decisions", JSON, Gzip.of(noise), "gzip").status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip", "gzip, br", "x", "-", ""})
    void aBodyOfAnotherCodingIsNotTakenForWhatItIsNot(String coding) {
        for (String type : List.of(JSON, LINES, "multipart/form-data; boundary=x")) {
            for (String path : List.of(
                    "/v1/decisions",
                    BATCH,
                    "/v1/programmes/kingdee-galaxy-public/releases",
                    "/v1/programmes/kingdee-galaxy-public/rollbacks",
                    "/v1/programmes/kingdee-galaxy-public/withdrawals",
                    "/v1/programmes/kingdee-galaxy-public/impact",
                    "/v1/calendars",
                    "/v1/refresh",
                    "/nowhere")) {
                Answer answer = send(path, type, PLAIN.getBytes(StandardCharsets.UTF_8), coding);
                assertThat(answer.status()).isEqualTo(415);
                assertThat(answer.code()).isEqualTo("unsupported-content-coding");
                assertThat(answer.header("Accept-Encoding")).isEqualTo("gzip, identity");
            }
        }
    }

    @Test
    void aByteOrderMarkIsNamedAndNoLineIsLostToIt() {
        for (String path : JSON_PATHS) {
            assertThat(client.post(path, JSON, "\uFEFF" + PLAIN).errors()).containsExactly("json-byte-order-mark");
        }
        Answer lines = client.post(BATCH, LINES, "\uFEFF" + PLAIN + "\n\uFEFF" + PLAIN + "\n");
        assertThat(lines.lines().get(0).path("status").asInt()).isEqualTo(200);
        assertThat(last(lines)).isEqualTo("json-byte-order-mark");
        assertThat(client.post(BATCH, JSON, "\uFEFF[" + PLAIN + "]").errors()).containsExactly("json-byte-order-mark");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5E+3", "5e3", "5000.000", "5000.0000000000", "50000e-1", "0.5E4"})
    void aNumberIsTakenHoweverItIsWritten(String written) {
        String contract = ", \"contract\": {\"amount\": %s, \"currency\": \"CNY\"}, \"imGroupMembers\": %s";
        Answer answer = client.decide(QUESTION.formatted(contract.formatted(written, written)));
        assertThat(answer.text())
                .isEqualTo(client.decide(QUESTION.formatted(contract.formatted("5000", "5000")))
                        .text());
        assertThat(answer.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "1e13, number-out-of-range",
        "1e-5, number-too-fine",
        "1.00001, number-too-fine",
        "1e400, number-not-plain",
        "1e-400, number-not-plain",
        "1e99999999999, number-not-plain",
        "0.0000000001, number-not-plain"
    })
    void aNumberThatCannotBeTakenIsNotRounded(String written, String code) {
        Answer answer = client.decide(QUESTION.formatted(", \"contract\": {\"amount\": " + written + "}"));
        assertThat(answer.errors()).containsExactly("/subscription/contract/amount " + code);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20t16:00:00+08:00, 2026-11-20T16:00:00+08:00",
        "2026-11-20t08:00:00z, 2026-11-20T16:00:00+08:00",
        "2026-11-20T08:00Z, 2026-11-20T16:00:00+08:00",
        "2026-11-20T08:00:00.000Z, 2026-11-20T16:00:00+08:00",
        "2026-11-20T08:00:00.123456789Z, 2026-11-20T16:00:00.123456789+08:00",
        "2026-11-20T03:00:00-05:00, 2026-11-20T16:00:00+08:00"
    })
    void anInstantIsTakenHoweverItIsWritten(String written, String decidedAt) {
        Answer answer = client.decide(PLAIN.replace("2026-11-20T16:00:00+08:00", written));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Quanyi-Decided-At")).isEqualTo(decidedAt);
    }

    @ParameterizedTest
    @CsvSource({
        "2016-12-31T23:59:60Z, leap-second",
        "2026-11-20T16:00:60+08:00, leap-second",
        "2026-11-20T16:00:00.0000000001Z, not-an-instant",
        "2026-11-20T16:00:00+18:01, not-an-instant",
        "2026-11-20 16:00:00Z, not-an-instant"
    })
    void anInstantThatNoClockShowsIsNamed(String written, String code) {
        Answer answer = client.decide(PLAIN.replace("2026-11-20T16:00:00+08:00", written));
        assertThat(answer.errors()).containsExactly("/question/at " + code);
    }

    private Answer send(String path, String type, byte[] body, String coding) {
        return client.send(
                "POST", path, BodyPublishers.ofByteArray(body), "Content-Type", type, "Content-Encoding", coding);
    }

    private static String last(Answer lines) {
        return lines.lines()
                .get(lines.lines().size() - 1)
                .at("/problem/errors/0/code")
                .asString();
    }
}
