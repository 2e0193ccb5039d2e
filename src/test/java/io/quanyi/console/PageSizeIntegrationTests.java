package io.quanyi.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests that pages of the console are sent compressed to those who ask for it, and answers to programs are not. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "quanyi.console.enabled=true")
class PageSizeIntegrationTests {

    /** The heaviest page has a quarter of it. */
    private static final int MAX_BYTES = 200 << 10;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/console/kingdee-premium-success/document", "/console/yonsuite-premier-success/matrix"})
    void aPageIsCompressed(String path) throws Exception {
        HttpResponse<byte[]> small = get(path, "gzip");
        assertThat(small.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(String.join(",", small.headers().allValues("Vary"))).containsIgnoringCase("Accept-Encoding");
        HttpResponse<byte[]> plain = get(path, "identity");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(small.body().length).isLessThan(plain.body().length / 3).isLessThan(MAX_BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/programmes", "/v1/programmes/kingdee-premium-success/matrix"})
    void anAnswerToAProgramIsNot(String path) throws Exception {
        assertThat(get(path, "gzip").headers().firstValue("Content-Encoding")).isEmpty();
    }

    private HttpResponse<byte[]> get(String path, String coding) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Encoding", coding)
                .build();
        return HTTP.send(request, BodyHandlers.ofByteArray());
    }
}
