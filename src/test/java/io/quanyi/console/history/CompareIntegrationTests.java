package io.quanyi.console.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import io.quanyi.console.draft.DraftPages;
import io.quanyi.release.publish.web.RunningService;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the pages that compare two releases, on {@link TwoReleases}. */
@Tag("slow")
class CompareIntegrationTests {

    private static final String COMPARE = "/console/tiny/compare";
    private static final String IMPACT = COMPARE + "/1/2/impact";
    private static final String DOCUMENT = "/console/tiny/document";
    private static final String MATRIX = "/console/tiny/matrix";

    @TempDir
    private static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() {
        TwoReleases.tree().write(folder.resolve("rules"));
        service = RunningService.start(
                folder.resolve("audit.ndjson"),
                "--quanyi.console.enabled=true",
                "--quanyi.rules=" + folder.resolve("rules"),
                "--quanyi.store.kind=folder",
                "--quanyi.store.folder=" + folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void whatDiffersStandsInWordsCellsAndFiles() {
        assertThat(reader("en").page(COMPARE + "?from=1&to=2"))
                .contains("<title>Release 1 and release 2")
                .contains("<del>In high help is answered within 1 working day</del>")
                .contains("<ins>In high help is answered within 2 working days</ins>")
                .contains("<del>Low</del>", "<ins>Lower &lt;b&gt;</ins>")
                .contains("<span>Answered within 1 working day</span>", "<span>Answered within 2 working days</span>")
                .contains("<code>help.drl</code> was changed", "<code>catalogue.yaml</code> was changed")
                .doesNotContain("<code>plans.drl</code>", "Lower <b>", "<td>Lower");
        assertThat(reader("zh-CN").page(COMPARE))
                .contains("发布版本 1 与发布版本 2")
                .contains("<del>高档的帮助，1 个工作日内答复</del>", "<ins>高档的帮助，2 个工作日内答复</ins>")
                .contains("对照表中有差异的单元格");
    }

    @Test
    void aReleaseIsTheSameAsItself() {
        assertThat(author("en").page(COMPARE + "?from=2&to=2"))
                .contains("Both say the same.", "The matrix is the same in both.", "All files are the same.")
                .doesNotContain("method=\"post\"");
    }

    @Test
    void anAuthorIsOfferedADraftThatGoesBack() {
        assertThat(author("en").page(COMPARE + "?from=2&to=1"))
                .contains("Prepare to restore release 1", "action=\"/console/tiny/drafts\"")
                .contains("name=\"base\" value=\"2\"", "name=\"restores\" value=\"1\"");
        assertThat(author("en").page(COMPARE + "?from=1&to=2")).doesNotContain("action=\"/console/tiny/drafts\"");
        assertThat(reader("en").page(COMPARE + "?from=2&to=1")).doesNotContain("method=\"post\"");
    }

    @Test
    void theImpactIsFoundInTheBackgroundAndShownToAll() throws IOException, InterruptedException {
        HttpResponse<String> begun = author("en").post(IMPACT, Map.of());
        assertThat(begun.headers().firstValue("Location")).hasValue(COMPARE + "?from=1&to=2#impact");
        String page = ended(IMPACT, COMPARE + "?from=1&to=2");
        assertThat(page)
                .contains("<h3>Help · plan: High</h3>", "combination", "<summary>Rules behind the answers</summary>")
                .containsSubsequence("<b>Before</b>", "within 1 working day", "<b>After</b>", "within 2 working days")
                .contains(IMPACT + "/census")
                .doesNotContain("Find whose answers change");
        String example = PageClient.links(page).stream()
                .filter(link -> link.endsWith("&other.release=2&release=1"))
                .findFirst()
                .orElseThrow();
        assertThat(reader("en").page(example)).contains("Side by side", "within 2 working days");
        assertThat(reader("en").page(COMPARE + "?from=1&to=2"))
                .contains("<h3>Help · plan: High</h3>")
                .doesNotContain("/census");
        assertThat(reader("zh-CN").page(COMPARE)).containsSubsequence("变化前", "1 个工作日", "变化后", "2 个工作日");
        assertThat(reader("en").get(IMPACT).headers().firstValue("Location")).hasValue(COMPARE + "?from=1&to=2#impact");
        assertThat(Files.readString(folder.resolve("audit.ndjson"))).contains("\"trial\"");
    }

    @Test
    void theImpactIsNarrowedByTheAddress() throws InterruptedException {
        author("en").post(IMPACT, Map.of());
        ended(IMPACT, COMPARE);
        assertThat(reader("en").page(COMPARE + "?from=1&to=2&service=help&words=working"))
                .contains("1 of 1 change is shown", "value=\"working\"", "<h3>Help · plan: High</h3>");
        assertThat(reader("en").page(COMPARE + "?from=1&to=2&service=no-such&words=%3Cb%3E"))
                .contains("0 of ", "<option value=\"no-such\" selected>")
                .doesNotContain("<h3>Help", "<b>\"");
    }

    @Test
    void eachOrderHasAnImpactOfItsOwn() throws InterruptedException {
        author("en").post(COMPARE + "/2/1/impact", Map.of());
        assertThat(ended(COMPARE + "/2/1/impact", COMPARE + "?from=2&to=1"))
                .containsSubsequence("<h2 id=\"impact\">", "within 2 working days", "within 1 working day")
                .contains("&amp;other.release&#x3D;1&amp;release&#x3D;2");
    }

    @Test
    void theCustomersOfAFileAreCounted() throws InterruptedException {
        String census = IMPACT + "/census";
        assertThat(author("en").page(census)).contains("{&quot;plan&quot;:&quot;", "To the impact");
        HttpResponse<String> refused = author("en").upload(census, Map.of("customers", "{\"plan\":\"low\"}\nno\n"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("1 line cannot be counted", "Line 2");
        assertThat(author("en")
                        .upload(census, Map.of("customers", "{\"plan\":\"gold\"}\n"))
                        .body())
                .contains("1 line cannot be counted", "Line 1", "gold");
        assertThat(author("en").upload(census, Map.of("customers", "")).body()).contains("the file has no customers");
        assertThat(author("en")
                        .upload(census, Map.of("customers", "{\"plan\":\"high\"}\n{\"plan\":\"low\"}\n"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(ended(IMPACT, COMPARE + "?from=1&to=2")).contains("The answers change for 1 of 2 customers");
    }

    @Test
    void anImpactIsBegunAndEndedOnlyByThoseWhoMay() {
        assertThat(reader("en").post(IMPACT, Map.of()).statusCode()).isEqualTo(403);
        assertThat(author("en")
                        .post(IMPACT + "/cancel", Map.of("job", "nothing"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(author("en").post(COMPARE + "/1/9/impact", Map.of()).statusCode())
                .isEqualTo(422);
        for (String path : List.of("/1/x/impact", "/1/-2/impact", "/1/2147483648/impact")) {
            assertThat(author("en").post(COMPARE + path, Map.of()).statusCode()).isEqualTo(405);
        }
    }

    @Test
    void theHistoryAndTheMatrixLeadToComparisons() {
        assertThat(PageClient.links(reader("en").page("/console/tiny/history")))
                .contains(COMPARE + "?from=2&to=1", COMPARE + "?from=1&to=2");
        assertThat(PageClient.links(reader("en").page(MATRIX + "?release=2&compare=1")))
                .contains(COMPARE + "?from=2&to=1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "from=9&to=1 | 422 | 9",
                "from=1&to=0 | 400 | 0",
                "from=one | 400 | one",
                "colour=red | 400 | colour"
            })
    void anAddressThatIsNotRightSaysWhy(String query, int status, String named) {
        var answer = reader("en").get(COMPARE + "?" + query);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(named);
    }

    @Test
    void theStartDrawsTheReleasesAndNamesThem() {
        assertThat(reader("en").page("/console"))
                .contains("<svg class=\"releases\"", "<rect class=\"over\" x=\"0\"", "<rect class=\"now\" x=\"100\"")
                .contains("<summary>Earlier releases</summary>", "<li>Release 1")
                .contains("<b>In force: </b>release 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on=2026-07-01 | Release 2, as of Wed 2026-07-01 00:00<",
                "on=2026-07-01&known=2026-05-01 | Release 2, as of Wed 2026-07-01 00:00, as known at the end of 2026-05-01<",
                "on=2026-07-01&known=2026-04-30 | Release 1, as of Wed 2026-07-01 00:00, as known at the end of 2026-04-30<",
                "on=2026-05-31&known=2026-05-31 | Release 1, as of Sun 2026-05-31 00:00, as known at the end of 2026-05-31<",
                "release=2&known=2026-01-01 | Release 2, as of Mon 2026-06-01 00:00<"
            })
    void theMatrixIsShownAsItWasKnownOnADay(String query, String shown) {
        assertThat(reader("en").page(MATRIX + "?" + query)).contains(shown);
    }

    @Test
    void aCellLeadsToItsQuestionForTheSameDayAndKnowledge() {
        String question = "/console/tiny/ask?question.service=help&subscription.plan=high";
        PageClient reader = reader("en");
        String known = question + "&question.at=2026-07-01T00:00&knownAt=2026-04-30T15:59:59Z";
        assertThat(PageClient.links(reader.page(MATRIX + "?on=2026-07-01&known=2026-04-30")))
                .contains(known);
        assertThat(reader.page(known)).contains(" · Release 1<", "A response is due by Wed 2026-07-01 17:30");
        String pinned = question + "&question.at=2026-06-01T00:00&release=2";
        assertThat(PageClient.links(reader.page(MATRIX + "?release=2"))).contains(pinned);
        assertThat(reader.page(pinned)).contains(" · Release 2<", "A response is due by Tue 2026-06-02 17:30");
    }

    @Test
    void besideAnotherReleaseTheMatrixShowsOnlyWhatDiffers() {
        String page = reader("en").page(MATRIX + "?on=2026-07-01&compare=1");
        assertThat(page)
                .contains("Release 2 and Release 1 differ in 1 of 4 cells.")
                .contains("<b>Release 2: </b><span>included</span><span>Answered within 2 working days</span>")
                .contains("<b>Release 1: </b><span>included</span><span>Answered within 1 working day</span>")
                .contains("<th scope=\"row\">Help</th>")
                .doesNotContain("<th scope=\"row\">More</th>");
        assertThat(PageClient.links(page))
                .contains("/console/tiny/ask?question.service=help&subscription.plan=high&question.at=2026-07-01T00:00"
                        + "&other.release=1");
        assertThat(reader("en").page(MATRIX + "?release=2&compare=2"))
                .contains("Release 2 and Release 2 differ in 0 of 4 cells.")
                .doesNotContain("<table");
        assertThat(reader("zh-CN").page(MATRIX + "?release=2&compare=1")).contains("发布版本 2 与发布版本 1：共 4 个单元格，其中 1 个不同。");
    }

    @Test
    void besideADraftTheMatrixMarksTheCellsThatTheDraftChanges() {
        DraftPages draft = DraftPages.begin(author("en"), "tiny", "<b>Three days</b>");
        String id = draft.path().substring(draft.path().lastIndexOf('/') + 1);
        draft.edit("help.drl", "workingDays(2)", "workingDays(3)");
        String page = author("en").page(MATRIX + "?compare=" + id);
        assertThat(page)
                .contains("Release 2 and Draft “&lt;b&gt;Three days&lt;/b&gt;” differ in 1 of 4 cells.")
                .contains("<option value=\"" + id + "\" selected>")
                .contains("<b>Draft: </b><span>included</span><span>Answered within 3 working days</span>")
                .doesNotContain("<b>Three");
        String both = "/console/tiny/ask?question.service=help&subscription.plan=high&other.release=" + id;
        assertThat(PageClient.links(page)).contains(both);
        assertThat(author("en").page(both)).contains("Side by side", "within 3 working days");
        draft.edit("help.drl", "workingDays(3)", "workingDays(");
        assertThat(author("en").get(MATRIX + "?compare=" + id).statusCode()).isEqualTo(422);
    }

    @Test
    void besideAnotherReleaseTheDocumentShowsOnlyTheClausesThatChange() {
        String page = reader("en").page(DOCUMENT + "?release=1&compare=2");
        assertThat(page)
                .contains("From Release 1 to Release 2, 1 of 4 clauses change")
                .contains("<del>In high help is answered within 1 working day</del>")
                .contains("<ins>In high help is answered within 2 working days</ins>")
                .contains("<del>1 个工作日内答复</del>", "<ins>2 个工作日内答复</ins>");
        assertThat(page.split("<section class=\"clause\"", -1)).hasSize(2);
        assertThat(reader("en").page(DOCUMENT + "?release=2&compare=2"))
                .contains("From Release 2 to Release 2, 0 of 4 clauses change")
                .doesNotContain("<section class=\"clause\"");
    }

    @Test
    void besideADraftTheDocumentShowsItsRulesAndClauses() {
        DraftPages draft = DraftPages.begin(author("en"), "tiny", "Rules");
        String id = draft.path().substring(draft.path().lastIndexOf('/') + 1);
        draft.edit("help.drl", "@id(T-HE-01)", "@id(T-HE-09)");
        draft.edit("help.cases.yaml", "T-HE-01", "T-HE-09");
        draft.edit("help.drl", "Help comes with low", "Help comes with <u>low");
        assertThat(author("en").page(DOCUMENT + "?compare=" + id))
                .contains("<h3>Removed: Rule <span class=\"soft\">T-HE-01</span></h3>")
                .contains("<h3>Added: Rule <span class=\"soft\">T-HE-09</span></h3>")
                .contains("<del>Help comes with low</del>", "<ins>Help comes with &lt;u&gt;low</ins>")
                .doesNotContain("<u>", "T-HE-02");
        assertThat(author("zh-CN").page(DOCUMENT + "?compare=" + id))
                .contains("从发布版本 2 到草稿“Rules”：共 4 条条款，其中 1 条的文字或依据它的规则有变化。");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "known=2025-12-31 | 422 | 2025-12-31",
                "known=yesterday | 400 | yesterday",
                "compare=9 | 422 | 9",
                "compare=nothing | 404 | nothing"
            })
    void aMatrixThatCannotBeShownSaysWhy(String query, int status, String named) {
        var answer = reader("en").get(MATRIX + "?" + query);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(named);
    }

    /** The page of an impact after its job has ended. */
    private static String ended(String impact, String page) throws InterruptedException {
        reader("en").awaitJob(impact);
        return author("en").page(page);
    }

    private static PageClient reader(String language) {
        return new PageClient(service.url(), RunningService.readerKey(), language);
    }

    private static PageClient author(String language) {
        return new PageClient(service.url(), RunningService.key(), language);
    }
}
