package io.quanyi.console.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import io.quanyi.release.publish.web.RunningService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the news: the activities of others since the last look. */
class NewsIntegrationTests {

    private static final String PROGRAMME = "/console/kingdee-galaxy-public";
    private static final String NEWS = PROGRAMME + "/news";

    @TempDir
    private static Path folder;

    private static RunningService service;
    private static PageClient author;
    private static PageClient colleague;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                folder.resolve("audit.ndjson"),
                "--quanyi.console.enabled=true",
                "--quanyi.store.kind=folder",
                "--quanyi.store.folder=" + folder.resolve("data"));
        author = new PageClient(service.url(), RunningService.key(), "en");
        colleague = new PageClient(service.url(), RunningService.colleagueKey(), "en");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void whatOthersDidIsShownWithWhoAndWhatAndNotWhatOneDidOneself() {
        String draft = begin("Two people");
        String tag = PageClient.field(author.page(draft + "/text?file=catalogue.yaml"), "tag");
        String text = PageClient.area(author.page(draft + "/text?file=catalogue.yaml"), "text");
        author.post(draft + "/text?file=catalogue.yaml", Map.of("tag", tag, "text", text + "# more\n"));
        colleague.post(draft + "/comments", Map.of("text", "Is <b>this</b> so?"));
        author.post(draft + "/comments/c1/resolve", Map.of("text", ""));
        assertThat(colleague.page(NEWS))
                .containsSubsequence("Draft “Two people” was changed", "catalogue.yaml", "Draft “Two people” was begun")
                .contains("all")
                .contains("A comment on draft “Two people” was settled")
                .doesNotContain("Is <b>", "Is &lt;b&gt;");
        assertThat(author.page(NEWS))
                .contains("Comment on draft “Two people”", "Is &lt;b&gt;this", draft + "/comments#c1", "colleague")
                .doesNotContain("“Two people” was begun", "“Two people” was changed");
        assertThat(author.page(PROGRAMME + "/history"))
                .contains("Who did what", "Draft “Two people” was changed", "Comment on draft “Two people”");
    }

    @Test
    void theLastLookIsKeptInTheBrowserAlone() throws IOException, InterruptedException {
        begin("Seen");
        assertThat(colleague.page(NEWS + "?since=2020-01-01T00:00:00Z")).contains("“Seen” was begun");
        assertThat(colleague.page(NEWS + "?since=2099-01-01T00:00:00Z")).contains("Nothing.");
        HttpResponse<String> seen = colleague.post(NEWS, Map.of("until", "2099-01-01T00:00:00Z"));
        assertThat(seen.statusCode()).isEqualTo(303);
        String cookie = seen.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .contains("quanyi-looked=2099-01-01T00:00:00Z", "Path=" + NEWS, "HttpOnly", "SameSite=Strict");
        assertThat(withCookie("quanyi-looked=2099-01-01T00:00:00Z")).contains("Nothing.");
        assertThat(withCookie("quanyi-looked=yesterday")).contains("“Seen” was begun");
        assertThat(Files.readString(folder.resolve("audit.ndjson"))).doesNotContain("/news");
    }

    @Test
    void whoMayReadMaySayWhatTheyHaveSeen() {
        PageClient reader = new PageClient(service.url(), RunningService.readerKey(), "en");
        assertThat(reader.post(NEWS, Map.of("until", "2026-11-30T00:00:00Z")).statusCode())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2026-11-30", "+999999999-01-01T00:00:00Z"})
    void whatIsNoInstantIsRefused(String instant) {
        assertThat(author.post(NEWS, Map.of("until", instant)).statusCode()).isEqualTo(400);
        assertThat(author.get(NEWS + "?since=" + instant.replace("+", "%2B")).statusCode())
                .isEqualTo(400);
    }

    private static String begin(String title) {
        return author.post(PROGRAMME + "/drafts", Map.of("title", title))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static String withCookie(String cookie) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.url() + NEWS))
                .headers("X-API-Key", RunningService.colleagueKey(), "Accept-Language", "en", "Cookie", cookie)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}
