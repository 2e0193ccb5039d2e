package io.quanyi.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a decision point as an enforcement point would. */
public final class DecisionPointClient {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final String language;

    /** @param path the path of the decision point; empty for that of all programmes */
    public DecisionPointClient(int port, String path) {
        this("http://127.0.0.1:" + port + path, "en");
    }

    private DecisionPointClient(String base, String language) {
        this.base = base;
        this.language = language;
    }

    /** The same caller, who reads another language. */
    public DecisionPointClient in(String other) {
        return new DecisionPointClient(base, other);
    }

    /** An answer. */
    public record Answer(int status, java.net.http.HttpHeaders headers, String text) {

        public JsonNode json() {
            assertThat(status).as(text).isEqualTo(200);
            assertThat(header("Content-Type")).isEqualTo("application/json");
            return JsonMapper.shared().readTree(text);
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** The lines of a refusal, which is text. */
        public List<String> refusal() {
            assertThat(header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
            return text.lines().toList();
        }
    }

    /** Posts JSON to an endpoint, by the last parts of its path. */
    public Answer ask(String endpoint, String body, String... headers) {
        return post(endpoint, "application/json", body, headers);
    }

    public Answer post(String endpoint, String type, String body, String... headers) {
        return call("POST", endpoint, type, body, headers);
    }

    /** Calls an endpoint with any method. */
    public Answer call(String method, String endpoint, String type, String body, String... headers) {
        String[] all = Stream.concat(Stream.of("Content-Type", type, "Accept-Language", language), Stream.of(headers))
                .toArray(String[]::new);
        return send(HttpRequest.newBuilder(URI.create(base + "/access/v1/" + endpoint))
                .method(method, BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .headers(all)
                .build());
    }

    public Answer get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
            String text = new String(response.body(), StandardCharsets.UTF_8);
            assertThat(response.statusCode()).as(text).isLessThan(500);
            assertThat(text).doesNotContain("Exception", "io.quanyi.", "org.springframework");
            return new Answer(response.statusCode(), response.headers(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
