package io.quanyi.console.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A draft with a file by somebody who wants more than to state a norm: each of its screens is a whole page, or refuses with one. */
@Tag("slow")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "quanyi.console.enabled=true")
class HostileDraftIntegrationTests {

    private static final String MARKUP = "</textarea><img src=x onerror=alert(1)><script>alert(1)</script>{{7*7}}";

    private static final List<String> SCREENS = List.of(
            "",
            "/rules",
            "/rules/GAL-EF-04",
            "/rules/new",
            "/catalogue",
            "/catalogue/plan?id=exclusive",
            "/impact",
            "/cases",
            "/cases?untried=yes",
            "/mutations",
            "/comments",
            "/publish");

    @LocalServerPort
    private int port;

    private PageClient browser;
    private DraftPages pages;

    @BeforeEach
    void begin() {
        browser = new PageClient("http://127.0.0.1:" + port, "none", "en");
        pages = DraftPages.begin(browser, "kingdee-galaxy-public", "Hostile");
    }

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("emergency-fault.drl", "rule \"" + MARKUP),
                Arguments.of(
                        "emergency-fault.drl", "rule \"" + MARKUP + "\" @id(GAL-EF-04) @clause(\"" + MARKUP + "\")"),
                Arguments.of("emergency-fault.drl", "\u0000\u001b[2J\u202e" + MARKUP),
                Arguments.of("emergency-fault.drl", "rule ".repeat(50_000)),
                Arguments.of(
                        "emergency-fault.cases.yaml", "cases:\n  - zh: '" + MARKUP + "'\n    en: '" + MARKUP + "'"),
                Arguments.of("emergency-fault.cases.yaml", "a: &a [*a, *a, *a, *a, *a, *a, *a, *a]"),
                Arguments.of(
                        "catalogue.yaml",
                        "products:\n  - { id: '" + MARKUP + "', names: { zh-CN: '" + MARKUP + "' } }"),
                Arguments.of("catalogue.yaml", "[".repeat(50_000)),
                Arguments.of("clauses.yaml", "clauses:\n  - { clause: '" + MARKUP + "', text: \u202e }"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void itsScreensAreWholePages(String file, String text) {
        pages.save(file, text);
        isWhole(browser.get(pages.path() + "/text?file=" + file));
        SCREENS.forEach(screen -> isWhole(browser.get(pages.path() + screen)));
        isWhole(browser.post(pages.path() + "/cases", List.of()));
        isWhole(browser.post(pages.path() + "/impact", List.of()));
        assertThat(pages.text(file).strip()).isEqualTo(text.strip());
    }

    private static void isWhole(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri().toString()).isLessThan(500);
        if (answer.statusCode() != 303) {
            assertThat(answer.body())
                    .as(answer.uri().toString())
                    .endsWith("</html>\n")
                    .doesNotContain("<img src=x", "<script>alert");
        }
    }
}
