package io.quanyi.console.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import io.quanyi.release.publish.web.RunningService;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Drafts on their way to publication in the console, where another person has to approve them. */
class DraftPublishIntegrationTests {

    private static final String DRAFTS = "/console/kingdee-galaxy-public/drafts";
    private static final String CATALOGUE = "/text?file=catalogue.yaml";
    private static final String FROM = "2099-01-01T00:00";

    @TempDir
    private static Path folder;

    private static RunningService service;

    private PageClient author;
    private PageClient approver;
    private String draft;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                folder.resolve("audit.ndjson"),
                "--quanyi.console.enabled=true",
                "--quanyi.store.kind=folder",
                "--quanyi.store.folder=" + folder.resolve("data"),
                "--quanyi.publishing.approvals=1");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void begin() {
        author = new PageClient(service.url(), RunningService.key(), "en");
        approver = new PageClient(service.url(), RunningService.colleagueKey(), "en");
        draft = location(author.post(DRAFTS, Map.of("title", "Publish")));
    }

    @Test
    void holidaysAreInNoDraftToApproveAndTheirFormSaysWhereTheyArePublished() {
        assertThat(author.page("/console/calendars"))
                .contains("holidays are in no draft that could be approved")
                .doesNotContain("needs the role publisher");
    }

    @Test
    void aDraftIsSubmittedApprovedByAnotherPersonAndPublished() throws IOException {
        edit();
        String open = author.page(draft + "/publish");
        assertThat(open)
                .contains(
                        "Done:",
                        "Open:",
                        "The cases have not been run",
                        "<button class=\"quiet\">Run the cases</button>",
                        "Asia/Shanghai")
                .containsPattern("note-zh-CN\">Reason, in Chinese <span class=\"needed\">\\(required\\)</span>");
        assertThat(submit(Map.of()).statusCode()).isEqualTo(303);
        String submitted = author.page(draft + "/publish");
        assertThat(submitted)
                .containsPattern(
                        "Open: </b><a href=\"/console/calendars\\?calendar&#x3D;cn&amp;year&#x3D;\\d{4}\">Holidays are published only until")
                .contains("Effective from Thu 2099-01-01 00:00", "Other people have to approve it", "Because")
                .doesNotContain(draft + "/approve");
        assertThat(step(author, "publish").statusCode()).isEqualTo(409);
        assertThat(step(author, "approve").statusCode()).isEqualTo(403);
        assertThat(approver.page(draft + "/publish"))
                .contains(draft + "/approve")
                .doesNotContain("action=\"" + draft + "/publish\">");
        assertThat(step(approver, "publish").statusCode()).isEqualTo(403);
        assertThat(location(step(approver, "approve"))).isEqualTo(draft + "/publish");
        assertThat(author.page(draft + "/publish")).contains("Approved by colleague");
        HttpResponse<String> published = step(author, "publish");
        assertThat(published.statusCode()).as(published.body()).isEqualTo(303);
        assertThat(author.page(draft + "/publish"))
                .contains("Published as release 2", "Effective from Thu 2099-01-01 00:00")
                .contains("/ask?question.at&#x3D;2098-12-31T23:59:00&amp;other.at&#x3D;2099-01-01T00:00:00")
                .doesNotContain("<form method=\"post\"");
        assertThat(author.page("/console/kingdee-galaxy-public/history")).contains("Because");
        assertThat(Files.readString(folder.resolve("audit.ndjson")))
                .contains("\"submit\"", "\"approve\"", "\"publish\"", "draft-not-approved")
                .contains("\"status\":303,\"release\":2");
        assertThat(service.get("/actuator/prometheus").text())
                .contains("quanyi_publish_total{action=\"publish\",outcome=\"accepted\"} 1.0");
        aLaterPlanBuildsOnWhatWasPublished();
    }

    @Test
    void theTitlesOfChangedRulesAreTheReasonWhereTheDraftHasNoneInALanguage() {
        String rules = draft + "/text?file=emergency-fault.drl";
        String page = author.page(rules);
        author.post(
                rules,
                Map.of(
                        "tag",
                        PageClient.field(page, "tag"),
                        "text",
                        PageClient.area(page, "text").replace("workingHours(2)", "workingHours(1)")));
        assertThat(author.page(draft + "/publish"))
                .containsPattern("name=\"note-zh-CN\"[^>]* value=\"尊享服务的紧急故障")
                .containsPattern("name=\"note-en\"[^>]* value=\"Publish\"");
    }

    /** A draft of the first release whose plan begins behind the second. */
    private void aLaterPlanBuildsOnWhatWasPublished() {
        begin();
        edit();
        assertThat(submit(Map.of("from", "2099-06-01T00:00")).statusCode()).isEqualTo(303);
        assertThat(author.page(draft))
                .contains("Release 2 has taken the place of release 1, which this draft changes.")
                .contains("Next: bring the draft up to date.</p>");
        assertThat(author.page(draft + "/publish")).contains("Release 2 has taken the place");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "note-en | '' | Reason, in English: needed",
                "note-zh-CN | ' ' | Reason, in Chinese: needed",
                "from | soon | is no date and time of the years 1990 to 2199",
                "from | 2200-01-01T00:00 | is no date and time of the years 1990 to 2199",
                "from | 2020-01-01T00:00 | begin in the past"
            })
    void aPlanThatIsNotCompleteIsShownAgainWithWhatIsWrong(String field, String value, String wrong) {
        edit();
        HttpResponse<String> refused = submit(Map.of(field, value));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains(wrong, field.equals("note-en") ? "因为" : "Because");
        assertThat(author.page(draft)).contains("in work");
    }

    @ParameterizedTest
    @CsvSource({"later, perhaps", "past, no", "accept, everything"})
    void aChoiceThatThePageDoesNotOfferIsRefused(String field, String value) {
        edit();
        HttpResponse<String> refused = submit(Map.of(field, value));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains(value, "is not one of the choices of the form");
        assertThat(author.page(draft)).contains("in work");
    }

    @Test
    void thePastIsRewrittenByThoseOnlyWhoSaySo() {
        edit();
        assertThat(submit(Map.of("from", "2020-01-01T00:00", "past", "yes")).statusCode())
                .isEqualTo(303);
        assertThat(author.page(draft + "/publish")).contains("It rewrites the past");
    }

    @Test
    void aPlanMayBeginInTheLastYearThatAnInstantMayHave() {
        edit();
        assertThat(submit(Map.of("from", "2199-12-31T23:59")).statusCode()).isEqualTo(303);
        assertThat(author.page(draft + "/publish")).contains("Effective from Tue 2199-12-31 23:59");
    }

    @Test
    void aProgrammeWithOneLanguageNeedsAReasonInThatOne() {
        edit("languages: [zh-CN]\n");
        assertThat(author.page(draft + "/publish"))
                .contains("name=\"note-zh-CN\"")
                .doesNotContain("name=\"note-en\"");
        assertThat(submit(Map.of("note-en", "", "note-zh-CN", "")).body())
                .contains("Reason, in Chinese: needed")
                .doesNotContain("Reason, in English");
        assertThat(submit(Map.of("note-en", "")).statusCode()).isEqualTo(303);
        assertThat(author.page(draft + "/publish")).containsOnlyOnce("<li>因为</li>");
    }

    @Test
    void anEditTakesASubmissionBack() {
        edit();
        submit(Map.of());
        edit();
        assertThat(author.page(draft + "/publish")).contains("in work").doesNotContain("Effective from Thu");
    }

    @Test
    void aStepIsForTheDraftThatWasSeen() throws IOException {
        edit();
        String seen = PageClient.field(author.page(draft + "/publish"), "revision");
        edit();
        HttpResponse<String> refused = author.post(
                draft + "/submit", Map.of("revision", seen, "note-zh-CN", "因为", "note-en", "Because", "from", FROM));
        assertThat(refused.statusCode()).isEqualTo(412);
        assertThat(refused.body()).contains("changed this draft");
        assertThat(Files.readString(folder.resolve("audit.ndjson")))
                .contains("\"status\":412,\"code\":\"draft-changed\"");
    }

    private void edit() {
        edit("# more\n");
    }

    private void edit(String line) {
        String page = author.page(draft + CATALOGUE);
        String text = line + PageClient.area(page, "text");
        author.post(draft + CATALOGUE, Map.of("tag", PageClient.field(page, "tag"), "text", text));
    }

    private HttpResponse<String> submit(Map<String, String> others) {
        Map<String, String> form = new HashMap<>(Map.of("note-zh-CN", "因为", "note-en", "Because", "from", FROM));
        form.put("revision", PageClient.field(author.page(draft + "/publish"), "revision"));
        form.putAll(others);
        return author.post(draft + "/submit", form);
    }

    private HttpResponse<String> step(PageClient person, String step) {
        String revision = PageClient.field(author.page(draft + "/publish"), "revision");
        return person.post(draft + "/" + step, Map.of("revision", revision));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
