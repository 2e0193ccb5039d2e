package io.quanyi.console.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import io.quanyi.release.publish.web.RunningService;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The yearly holidays in the console: the form, what it would change, and its publication in all programmes. */
@Tag("slow")
class HolidayIntegrationTests {

    private static final String CALENDARS = "/console/calendars";

    @TempDir
    private static Path folder;

    private static RunningService service;

    private PageClient publisher;
    private PageClient author;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                folder.resolve("audit.ndjson"),
                "--quanyi.console.enabled=true",
                "--quanyi.store.kind=folder",
                "--quanyi.store.folder=" + folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void open() {
        publisher = new PageClient(service.url(), RunningService.key(), "en");
        author = new PageClient(service.url(), RunningService.colleagueKey(), "en");
    }

    @Test
    void theHolidaysOfAYearAreReviewedPublishedInAllProgrammesAndCorrected() throws IOException {
        assertThat(publisher.page("/console")).contains("href=\"" + CALENDARS + "\"");
        String form = publisher.page(CALENDARS);
        assertThat(form).contains("<option value=\"cn\" selected>China (cn)</option>");
        assertThat(form)
                .contains("Yearly holidays", "Spring Festival", "value=\"2027\"")
                .doesNotContain("2026-02-15");
        String review = reviewed(author, holidays("2027-02-05", "2-11"));
        assertThat(author.page(review))
                .contains("Spring Festival", "2027-02-05", "Done.", "What changes", "becomes release")
                .contains("needs the role publisher")
                .doesNotContain("Publish in all programmes", "data-open");
        String revision = PageClient.field(author.page(review), "revision");
        assertThat(author.post(CALENDARS + "/publish", seen(revision)).statusCode())
                .isEqualTo(403);
        assertThat(publisher.page(review)).contains("Publish in all programmes");
        HttpResponse<String> published = publisher.post(CALENDARS + "/publish", seen(revision));
        assertThat(published.statusCode()).as(published.body()).isEqualTo(303);
        assertThat(publisher.page(published.headers().firstValue("Location").orElseThrow()))
                .contains("value=\"2027-02-05\"", "value=\"2027-02-11\"", "value=\"2027-02-06, 2027-02-07\"");
        assertThat(publisher.page("/console/kingdee-galaxy-public/history")).contains("Holidays of 2027");
        assertThat(publisher.page("/console/yonyou-aftersales-sla/history")).contains("Holidays of 2027");
        assertThat(publisher.page(review))
                .contains("this review holds no more")
                .doesNotContain("What changes", "Publish in all programmes");
        assertThat(publisher.post(CALENDARS + "/publish", seen(revision)).statusCode())
                .isEqualTo(412);
        assertThat(Files.readString(folder.resolve("audit.ndjson")))
                .contains("\"action\":\"publish\"", "\"action\":\"trial\",\"path\":\"/console/calendars\"");
    }

    @Test
    void aReviewShowsHowFarItIsIsBegunOnceAndIsCancelled() {
        List<Entry<String, String>> form = holidays("2027-02-05", "2-12");
        String review = begun(publisher, form);
        String page = publisher.page(review);
        assertThat(page)
                .contains("data-open", "id=\"job-progress\"", "Cancel", "2027-02-12", "draft-job.js")
                .doesNotContain("Publish in all programmes");
        assertThat(publisher.page(review + "/progress")).contains("data-open").doesNotContain("<html");
        assertThat(begun(publisher, form)).isEqualTo(review);
        HttpResponse<String> cancelled = publisher.post(review + "/cancel", List.of());
        assertThat(cancelled.headers().firstValue("Location")).contains(review);
        assertThat(publisher.page(review))
                .contains("It was cancelled.", "2027-02-12")
                .doesNotContain("data-open");
        String other = begun(publisher, form);
        assertThat(other).isNotEqualTo(review);
        // The next review of a person takes the place of the one before
        begun(publisher, holidays("2027-02-05", "2-13"));
        assertThat(publisher.page(other)).contains("It was cancelled.");
    }

    @Test
    void aReviewThatFailsNamesWhatIsWrongAndLeadsBack() {
        List<Entry<String, String>> early = changed(holidays("2027-02-05", "2-11"), "from", "2000-01-01T00:00");
        String review = reviewed(publisher, early);
        assertThat(publisher.page(review))
                .contains("It failed.", "<ul class=\"faults\">", "formaction=\"" + CALENDARS + "\"")
                .doesNotContain("Publish in all programmes");
    }

    @Test
    void aReviewThatIsNotThereIsNamed() {
        HttpResponse<String> unknown = publisher.get(CALENDARS + "/reviews/%3Cb%3E");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("Send the form again").doesNotContain("<b>\"");
        assertThat(publisher.post(CALENDARS + "/reviews/none/cancel", List.of()).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "first | 2027-13-01 | is no day",
                "last | 2-30 | is no day",
                "last | 2027-02-01 | 2027-02-01",
                "first | 2026-12-31 | is not in 2027",
                "name-en | '' | needs a name in Chinese and in English",
                "worked | 2027-02-15 | 2027-02-15",
                "statutory | <b>soon</b> | is no day",
                "title | '' | the notice needs its title",
                "published-on | yesterday | is not the day on which the notice was published",
                "note-zh-CN | ' ' | the reason of the publication is needed",
                "year | 27 | is no year",
                "from | soon | soon"
            })
    void aFormWithFaultsIsShownAgainWithWhatIsWrong(String field, String value, String wrong) {
        HttpResponse<String> refused = publisher.post(CALENDARS, changed(holidays("2027-02-05", "2-11"), field, value));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(refused.body())
                .contains("This cannot be published yet", "action=\"" + CALENDARS + "\"")
                .containsIgnoringCase(wrong)
                .doesNotContain("<b>soon");
    }

    @Test
    void aFormOfAnotherPageIsRefused() {
        List<Entry<String, String>> form = holidays("2027-02-05", "2-11");
        form.add(Map.entry("first", "2027-05-01"));
        assertThat(publisher.post(CALENDARS, form).statusCode()).isEqualTo(400);
        assertThat(publisher
                        .post(CALENDARS, changed(holidays("2027-02-05", "2-11"), "calendar", "../cn"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(publisher.get(CALENDARS + "?year=27").statusCode()).isEqualTo(400);
        assertThat(publisher.get(CALENDARS + "?calendar=xx").statusCode()).isEqualTo(400);
    }

    @Test
    void theFormIsLedBackToWithWhatWasEntered() {
        List<Entry<String, String>> form = changed(holidays("2027-02-05", "2-11"), "name-en", "\"><script>");
        form.add(Map.entry("step", "back"));
        HttpResponse<String> back = publisher.post(CALENDARS, form);
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.body()).contains("value=\"2-11\"", "&lt;script&gt;").doesNotContain("<script>");
    }

    /** Begins a review, waits for its end, and returns its address. */
    private static String reviewed(PageClient person, List<Entry<String, String>> form) {
        String review = begun(person, form);
        while (person.page(review).contains("data-open")) {
            LockSupport.parkNanos(100_000_000);
        }
        return review;
    }

    private static String begun(PageClient person, List<Entry<String, String>> form) {
        HttpResponse<String> answer = person.post(CALENDARS, form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static List<Entry<String, String>> seen(String revision) {
        List<Entry<String, String>> form = holidays("2027-02-05", "2-11");
        form.add(Map.entry("revision", revision));
        return form;
    }

    private static List<Entry<String, String>> holidays(String first, String last) {
        return new ArrayList<>(List.of(
                Map.entry("calendar", "cn"),
                Map.entry("year", "2027"),
                Map.entry("title", "国务院办公厅关于2027年部分节假日安排的通知"),
                Map.entry("published-on", "2026-11-04"),
                Map.entry("number", ""),
                Map.entry("name-zh-CN", "春节"),
                Map.entry("name-en", "Spring Festival"),
                Map.entry("first", first),
                Map.entry("last", last),
                Map.entry("statutory", "2-6, 2-7"),
                Map.entry("worked", "2027-02-14"),
                Map.entry("closed", ""),
                Map.entry("note-zh-CN", "2027 年放假安排"),
                Map.entry("note-en", "Holidays of 2027"),
                Map.entry("from", "")));
    }

    private static List<Entry<String, String>> changed(List<Entry<String, String>> form, String field, String value) {
        form.replaceAll(entry -> entry.getKey().equals(field) ? Map.entry(field, value) : entry);
        return form;
    }
}
