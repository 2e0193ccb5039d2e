package io.quanyi.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.RawHttp;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests at addresses of the console that no screen answers: the server, filters and Spring refuse them, and a page says why. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "quanyi.console.enabled=true")
class RefusedRequestsIntegrationTests {

    private static final String DRAFTS = "/console/kingdee-galaxy-public/drafts";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST /console | Content-Length: 0 | 405 | This address takes no form",
                "PUT /console/kingdee-galaxy-public/drafts | Content-Length: 0 | 405 | This address takes no form",
                "DELETE /console/operation | X-Nothing: 1 | 405 | This address takes no form",
                "TRACE /console | X-Nothing: 1 | 501 | Not implemented",
                "FETCH /console | X-Nothing: 1 | 501 | Not implemented",
                "GET /console?q=%zz | X-Nothing: 1 | 400 | The request is not valid",
                "GET /console?q=%ff | X-Nothing: 1 | 400 | The request is not valid",
                "GET /console?=1 | X-Nothing: 1 | 400 | The request is not valid",
                "GET /console/%zz | X-Nothing: 1 | 400 | The request is not valid",
                "GET /console/%ff | X-Nothing: 1 | 400 | The request is not valid",
                "GET /console/%00 | X-Nothing: 1 | 400 | The request is not valid",
                "GET /console/a%2Fb | X-Nothing: 1 | 400 | The request is not valid",
                "GET /console/a;b=1 | X-Nothing: 1 | 400 | The request is not valid",
                "GET /console/../console/operation;a | X-Nothing: 1 | 400 | The request is not valid",
                "GET /console/nowhere/at/all | X-Nothing: 1 | 404 | There is nothing at this address",
                "POST /console/sign-in | Content-Type: */* | 415 | The form was sent in a way that is not read here",
                "POST /console/sign-in | Content-Encoding: br | 415 | Unsupported content coding",
                "POST /console/kingdee-galaxy-public/drafts | Content-Length: 99999999 | 413 | The form is too large",
                "GET /console | Host: evil.example | 421 | Wrong host",
                "GET /console | Transfer-Encoding: nonsense | 501 | Not implemented"
            })
    void aRefusalIsAPage(String line, String header, int status, String title) {
        isPage(send(line + " HTTP/1.1", header), status, title);
    }

    @Test
    void aFormThatIsNoneIsAPage() {
        String line = "POST " + DRAFTS + " HTTP/1.1";
        String other = "The form is not complete or not right";
        isPage(send(line, "Content-Type: application/json", "Content-Length: 0"), 400, other);
        isPage(send(line, "Content-Type: text/plain", "Content-Length: 0"), 400, other);
        isPage(send(line, "Content-Type: multipart/form-data", "Content-Length: 0"), 400, other);
        isPage(send(line, "Content-Type: multipart/form-data; boundary=b", "Content-Length: 0"), 400, other);
        isPage(send(line, FORM, "Content-Encoding: gzip", "Content-Length: 0"), 400, other);
        isPage(send(line, FORM, "Transfer-Encoding: chunked", "", "zz"), 400, "The request is not valid");
    }

    @Test
    void tooMuchIsAPage() {
        String many = String.join("&", Collections.nCopies(65, "q=1"));
        isPage(send("GET /console?" + many + " HTTP/1.1", "X-Nothing: 1"), 400, "The request is not valid");
        isPage(send("GET /console HTTP/1.1", "X-Much: " + "a".repeat(20_000)), 400, "The request is not valid");
    }

    /** A person reads the refusal in the language that the head of a page has chosen, and can change it there. */
    @Test
    void aRefusalIsInTheLanguageOfTheReader() {
        String chosen = send("PUT /console/operation HTTP/1.1", "Cookie: quanyi-language=zh-CN", "Content-Length: 0");
        assertThat(chosen)
                .startsWith("HTTP/1.1 405")
                .contains("<html lang=\"zh-CN\">", "<h1>该地址不接受表单提交</h1>", "/console/language/en?back&#x3D;/console\"");
        assertThat(send("GET /console?a=%22%3E%zz HTTP/1.1", "X-Nothing: 1"))
                .contains("/console/language/zh-CN?back&#x3D;/console?a%3D%2522%253E%25zz\"");
    }

    /** Addresses for programs answer refused requests with a problem document. */
    @Test
    void addressesOfProgramsHaveDocuments() {
        assertThat(send("GET /consoles HTTP/1.1", "X-Nothing: 1"))
                .startsWith("HTTP/1.1 404")
                .contains("\r\nContent-Type: application/problem+json");
    }

    private void isPage(String answer, int status, String title) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains(
                        "\r\nContent-Type: text/html;charset=UTF-8\r\n",
                        "\r\nContent-Language: en\r\n",
                        "\r\nContent-Security-Policy: default-src 'none'; style-src 'self'",
                        "<html lang=\"en\">",
                        "<h1>" + title,
                        "<ul class=\"faults\">")
                .doesNotContain("application/problem+json");
    }

    private String send(String line, String... headers) {
        boolean host = Arrays.stream(headers).anyMatch(header -> header.startsWith("Host:"));
        Stream<String> own = Stream.of(line, host ? "X-Host: own" : "Host: localhost:" + port, "Accept-Language: en");
        return RawHttp.exchange(port, Stream.concat(own, Stream.of(headers)).toArray(String[]::new));
    }
}
