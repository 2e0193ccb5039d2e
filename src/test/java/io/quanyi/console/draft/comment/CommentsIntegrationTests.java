package io.quanyi.console.draft.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient.Answer;
import io.quanyi.console.PageClient;
import io.quanyi.release.publish.web.RunningService;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Comments on drafts, over HTTP and in the console, by several people. */
class CommentsIntegrationTests {

    private static final String PROGRAMME = "kingdee-galaxy-public";
    private static final String FILE = "catalogue.yaml";
    private static final String JSON = "application/json";
    private static final String HOSTILE = "</textarea><script>alert('x')</script>{{frame.csrf}}\n\u202E& \"quoted\"";

    @TempDir
    private static Path folder;

    private static RunningService service;

    private static PageClient author;
    private static PageClient colleague;
    private String api;
    private String page;

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

    @BeforeEach
    void begin() {
        String drafts = "/v1/programmes/" + PROGRAMME + "/drafts";
        Answer begun =
                service.send("POST", drafts, "{\"title\":\"Comments\"}", RunningService.key(), "Content-Type", JSON);
        api = begun.header("Location");
        page = "/console/" + PROGRAMME + "/drafts/" + begun.json().at("/id").asString();
    }

    @Test
    void aCommentIsAnsweredAndSettledAndChangesNothingOfTheDraft() {
        String tag = service.get(api).header("ETag");
        Answer written = comment("{\"file\":\"" + FILE + "\",\"line\":3,\"text\":\"Why?\\nSince when?\"}");
        assertThat(written.status()).as(written.text()).isEqualTo(201);
        assertThat(written.header("Location")).isEqualTo(api + "/comments/c1");
        assertThat(written.json().at("/line").asInt()).isEqualTo(3);
        assertThat(written.json().at("/text").asString()).isEqualTo("Why?\nSince when?");
        assertThat(written.json().at("/by").asString()).isEqualTo("key:colleague");
        Answer answered = service.send(
                "POST",
                api + "/comments/c1/answers",
                "{\"text\":\"Since May\"}",
                RunningService.key(),
                "Content-Type",
                JSON);
        assertThat(answered.json().at("/answers/0/text").asString()).isEqualTo("Since May");
        assertThat(list().json().at("/open").asInt()).isEqualTo(1);
        Answer settled = service.send("POST", api + "/comments/c1/resolve", null, RunningService.key());
        assertThat(settled.json().at("/resolvedBy").asString()).isEqualTo("key:all");
        assertThat(list().json().at("/open").asInt()).isZero();
        assertThat(service.get(api + "/comments/c1").json()).isEqualTo(settled.json());
        Answer draft = service.get(api);
        assertThat(draft.header("ETag")).isEqualTo(tag);
        assertThat(draft.text()).doesNotContain("comments.yaml", "key:colleague");
    }

    @Test
    void aCommentFollowsItsLineAndSaysWhenItIsGone() {
        comment("{\"file\":\"" + FILE + "\",\"line\":3,\"text\":\"This\"}");
        save(text -> "# one more line\n" + text);
        assertThat(list().json().at("/comments/0/line").asInt()).isEqualTo(4);
        assertThat(author.page(page + "/text?file=" + FILE)).contains("data-comment=\"4\"", "it was line 3");
        save(text -> text.lines().limit(3).reduce("", (one, other) -> one + other + "\n"));
        assertThat(list().json().at("/comments/0/line").isNull()).isTrue();
        assertThat(list().json().at("/comments/0/quoted").asString()).isNotEmpty();
        assertThat(author.page(page + "/comments")).contains("formerly line 3");
    }

    @Test
    void anOpenCommentHoldsBackThePublication() {
        save(text -> text + "\n# a remark\n");
        comment("{\"text\":\"Wait\"}");
        String plan = "{\"effectiveFrom\":\"2099-01-01T00:00:00+08:00\",\"note\":{\"zh-CN\":\"说明\",\"en\":\"Remark\"}}";
        String key = RunningService.key();
        service.send("POST", api + "/submit", plan, key, "Content-Type", JSON, "If-Match", "*");
        assertThat(author.page(page + "/publish")).contains("1 comment is open.", "Comments (1)");
        assertThat(author.page(page)).contains("The draft as a whole", "Wait");
        Answer early = service.send("POST", api + "/publish", null, key, "If-Match", "*");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("draft-comments-open");
        service.send("POST", api + "/comments/c1/resolve", null, key);
        // The plan has stayed
        Answer published = service.send("POST", api + "/publish", null, key, "If-Match", "*");
        assertThat(published.status()).as(published.text()).isEqualTo(201);
        assertThat(comment("{\"text\":\"Late\"}").code()).isEqualTo("draft-published");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'text':''} | 400 | /text draft-comment-empty",
                "{'text':' \\n '} | 400 | /text draft-comment-empty",
                "{} | 400 | /text member-missing",
                "{'text':'x','file':'catalogue.yaml'} | 400 | /line draft-comment-place",
                "{'text':'x','line':3} | 400 | /file draft-comment-place",
                "{'text':'x','file':'catalogue.yaml','line':3,'sentence':'y'} | 400 | /sentence draft-comment-two",
                "{'text':'x','file':'catalogue.yaml','line':90000} | 422 | /line draft-comment-line",
                "{'text':'x','file':'../draft.yaml','line':1} | 422 | /file unknown-draft-file",
                "{'text':'x','file':'comments.yaml','line':1} | 422 | /file unknown-draft-file",
                "{'text':'x','colour':'red'} | 400 | /colour unknown-member"
            })
    void whatIsNoCommentIsRefused(String body, int status, String error) {
        Answer refused = comment(body.replace('\'', '"'));
        assertThat(refused.status()).as(refused.text()).isEqualTo(status);
        assertThat(refused.errors()).contains(error);
    }

    @Test
    void aCommentIsBounded() {
        assertThat(comment("{\"text\":\"" + "x".repeat(1000) + "\"}").status()).isEqualTo(201);
        assertThat(comment("{\"text\":\"" + "x".repeat(1001) + "\"}").status()).isEqualTo(400);
        assertThat(service.get(api + "/comments/c9").errors()).containsExactly("unknown-draft-comment");
        assertThat(service.send("POST", api + "/comments/c9/resolve", null, RunningService.key())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void hostileWordsAreWordsOnEveryPage() {
        save(text -> HOSTILE + "\n" + text);
        comment(JsonMapper.shared().writeValueAsString(Map.of("file", FILE, "line", 1, "text", HOSTILE)));
        comment(JsonMapper.shared().writeValueAsString(Map.of("sentence", HOSTILE, "text", HOSTILE)));
        for (String screen : List.of("", "/comments", "/text?file=" + FILE, "/impact", "/publish")) {
            assertThat(author.page(page + screen))
                    .doesNotContain("<script>alert")
                    .doesNotContain("\u202E&amp; &quot;quoted&quot;</p>");
        }
    }

    @Test
    void whoMayOnlyReadMayNotComment() {
        PageClient reader = new PageClient(service.url(), RunningService.readerKey(), "en");
        assertThat(reader.page(page + "/comments")).doesNotContain("<textarea");
        assertThat(reader.post(page + "/comments", Map.of("text", "x")).statusCode())
                .isEqualTo(403);
        Answer refused = service.send(
                "POST", api + "/comments", "{\"text\":\"x\"}", RunningService.readerKey(), "Content-Type", JSON);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(service.send("GET", api + "/comments", null, RunningService.readerKey())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aPersonCommentsInTheConsole() throws IOException {
        HttpResponse<String> written = colleague.post(
                page + "/comments", Map.of("file", FILE, "line", "3", "text", "Is this so?", "then", "text"));
        assertThat(written.statusCode()).as(written.body()).isEqualTo(303);
        assertThat(written.headers().firstValue("Location")).contains(page + "/text?file=" + FILE);
        assertThat(author.page(page + "/text?file=" + FILE)).contains("Is this so?", "colleague", FILE + ", line 3");
        assertThat(author.post(page + "/comments/c1/answers", Map.of("text", "It is"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(colleague
                        .post(page + "/comments/c1/resolve", Map.of("text", ""))
                        .statusCode())
                .isEqualTo(303);
        assertThat(author.page(page + "/comments")).contains("It is", "Settled by colleague", "open it again");
        assertThat(Files.readString(folder.resolve("audit.ndjson")))
                .contains("\"comment\"", page + "/comments/c1/resolve");
        assertThat(colleague
                        .post(page + "/comments", Map.of("text", "x", "then", "elsewhere"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(colleague
                        .post(page + "/comments", Map.of("text", "x", "file", FILE, "line", "three"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(colleague.post(page + "/comments", Map.of("text", " ")).statusCode())
                .isEqualTo(400);
    }

    private Answer comment(String body) {
        return service.send("POST", api + "/comments", body, RunningService.colleagueKey(), "Content-Type", JSON);
    }

    private Answer list() {
        return service.get(api + "/comments");
    }

    private void save(UnaryOperator<String> edit) {
        Answer file = service.get(api + "/files/" + FILE);
        Answer saved = service.send(
                "PUT",
                api + "/files/" + FILE,
                edit.apply(file.text()),
                RunningService.key(),
                "Content-Type",
                "text/plain",
                "If-Match",
                file.header("ETag"));
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    }
}
