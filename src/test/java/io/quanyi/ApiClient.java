package io.quanyi;

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
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the running service as a caller would, and holds every answer against the description of the interface. */
public final class ApiClient {

    private static final ApiContract CONTRACT = ApiContract.read();
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;

    public ApiClient(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /** An answer that is what the description says. */
    public record Answer(int status, java.net.http.HttpHeaders headers, String text) {

        public JsonNode json() {
            return MAPPER.readTree(text);
        }

        /** A document a line. */
        public List<JsonNode> lines() {
            return text.lines().map(MAPPER::readTree).toList();
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** The code of a problem. */
        public String code() {
            return json().path("code").asString();
        }

        /** {@code pointer code} of each error of a problem. */
        public List<String> errors() {
            return json().path("errors")
                    .valueStream()
                    .map(error -> (error.path("pointer").asString() + " "
                                    + error.path("code").asString())
                            .strip())
                    .toList();
        }
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** Posts JSON to where decisions are made. */
    public Answer decide(String body, String... headers) {
        return decide(body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public Answer decide(byte[] body, String... headers) {
        return post("/v1/decisions", "application/json", body, headers);
    }

    public Answer post(String path, String type, String body, String... headers) {
        return post(path, type, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private Answer post(String path, String type, byte[] body, String... headers) {
        String[] all = Stream.concat(Stream.of("Content-Type", type), Arrays.stream(headers))
                .toArray(String[]::new);
        return send("POST", path, BodyPublishers.ofByteArray(body), all);
    }

    public Answer send(
            String method,
            String path,
            HttpRequest.@org.jspecify.annotations.Nullable BodyPublisher body,
            String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body == null ? BodyPublishers.noBody() : body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            String text = new String(response.body(), StandardCharsets.UTF_8);
            Answer answer = new Answer(response.statusCode(), response.headers(), text);
            CONTRACT.check(
                    method,
                    path,
                    answer.status(),
                    answer.headers().firstValue("Content-Type").orElse(null),
                    text);
            assertThat(text).doesNotContain("Exception", "io.quanyi.", "org.springframework", "tools.jackson");
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
