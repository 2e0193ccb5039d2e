package io.quanyi.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.RawHttp;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Forms and calls that a page of another site makes a browser send to a service without credentials. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "quanyi.console.enabled=true")
class CrossOriginIntegrationTests {

    private static final String FORM = "POST /console/kingdee-galaxy-public/drafts HTTP/1.1";
    private static final String CALL = "POST /v1/programmes/kingdee-galaxy-public/drafts HTTP/1.1";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Sec-Fetch-Site: ",
        "Origin: https://evil.example",
        "Origin: null",
        "Origin: http://localhost.evil.example:8080",
        "Origin: http://localhost:1",
        "Origin: http://localhost"
    })
    void anotherSiteIsRefused(String header) {
        assertThat(send(CALL, "localhost:" + port, header))
                .startsWith("HTTP/1.1 403")
                .contains("urn:quanyi:problem:cross-origin");
        assertThat(send(FORM, "localhost:" + port, header))
                .startsWith("HTTP/1.1 403")
                .contains("<h1>表单来自其他网站</h1>");
    }

    @ParameterizedTest
    @CsvSource({"Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: none", "X-Nothing: 1"})
    void ownPagesAndProgramsPass(String header) {
        assertThat(send(CALL, "localhost:" + port, header)).doesNotContain("cross-origin");
    }

    /** A proxy may have changed the host: what the browser says of the site counts more. */
    @ParameterizedTest
    @CsvSource({"http://localhost", "https://localhost", "http://LOCALHOST"})
    void theOwnOriginPasses(String origin) {
        assertThat(send(CALL, "localhost:" + port, "Origin: " + origin + ":" + port))
                .doesNotContain("cross-origin");
        assertThat(send(CALL, "localhost", "Origin: https://quanyi.example", "Sec-Fetch-Site: same-origin"))
                .doesNotContain("cross-origin");
    }

    @ParameterizedTest
    @CsvSource({"evil.example", "127.0.0.1.evil.example", "localhost.evil.example"})
    void aSiteWhoseNameLeadsToThisMachineIsRefused(String host) {
        String own = "Origin: http://" + host + ":" + port;
        assertThat(send(FORM, host + ":" + port, own, "Sec-Fetch-Site: same-origin"))
                .startsWith("HTTP/1.1 421");
    }

    @ParameterizedTest
    @CsvSource({"cross-site", "same-site"})
    void linksOfOtherSitesPass(String site) {
        assertThat(send("GET /console HTTP/1.1", "localhost:" + port, "Sec-Fetch-Site: " + site))
                .startsWith("HTTP/1.1 200");
    }

    private String send(String line, String host, String... headers) {
        return RawHttp.exchange(
                port,
                Stream.concat(Stream.of(line, "Host: " + host, "Content-Length: 0"), Stream.of(headers))
                        .toArray(String[]::new));
    }
}
