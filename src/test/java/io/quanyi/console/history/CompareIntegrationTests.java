package io.quanyi.console.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageClient;
import io.quanyi.release.publish.web.RunningService;
import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of the page that compares two releases, on a programme whose second release changes a rule and renames a plan. */
@Tag("slow")
class CompareIntegrationTests {

    private static final String COMPARE = "/console/tiny/compare";

    @TempDir
    private static Path folder;

    private static RunningService service;

    @BeforeAll
    static void start() {
        twoReleases().write(folder.resolve("rules"));
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
    void anAuthorIsOfferedADraftThatShowsTheImpactOfGoingBack() {
        assertThat(author("en").page(COMPARE + "?from=2&to=1"))
                .contains("Prepare to restore release 1", "action=\"/console/tiny/drafts\"")
                .contains("name=\"base\" value=\"2\"", "name=\"restores\" value=\"1\"");
        assertThat(author("en").page(COMPARE + "?from=1&to=2"))
                .contains("Begin the draft")
                .doesNotContain("Prepare to restore");
        assertThat(reader("en").page(COMPARE + "?from=2&to=1")).doesNotContain("method=\"post\"");
    }

    @Test
    void theHistoryAndTheMatrixLeadToComparisons() {
        assertThat(PageClient.links(reader("en").page("/console/tiny/history")))
                .contains(COMPARE + "?from=2&to=1", COMPARE + "?from=1&to=2");
        assertThat(reader("en").page("/console/tiny/matrix?release=2"))
                .contains("name=\"from\" value=\"2\"", "<option>1</option>", "action=\"/console/tiny/compare#cells\"");
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

    private static PageClient reader(String language) {
        return new PageClient(service.url(), RunningService.readerKey(), language);
    }

    private static PageClient author(String language) {
        return new PageClient(service.url(), RunningService.key(), language);
    }

    private static TinyRules twoReleases() {
        TinyRules both = TinyRules.sealed()
                .copy("tiny/policy/1/clauses.yaml", "tiny/policy/2/clauses.yaml")
                .copy("tiny/policy/1/plans.drl", "tiny/policy/2/plans.drl")
                .copy("tiny/policy/1/help.drl", "tiny/policy/2/help.drl")
                .copy("tiny/policy/1/help.cases.yaml", "tiny/policy/2/help.cases.yaml")
                .change("tiny/policy/2/clauses.yaml", "1 个工作日内答复", "2 个工作日内答复")
                .change("tiny/policy/2/help.drl", "1 working day", "2 working days")
                .change("tiny/policy/2/help.drl", "1 个工作日内答复", "2 个工作日内答复")
                .change("tiny/policy/2/help.drl", "workingDays(1)", "workingDays(2)")
                .change("tiny/policy/2/help.cases.yaml", "2026-11-23T16:00", "2026-11-24T16:00")
                .copy("tiny/catalogue/2026-01-01.yaml", "tiny/catalogue/2026-06-01.yaml")
                .change("tiny/catalogue/2026-06-01.yaml", "en: Low }", "en: Lower <b> }");
        return both.with(
                "tiny/releases.yaml",
                "releases:\n" + TinyRules.sealed().entry(1, "publishedAt: 2026-01-01T00:00:00Z")
                        + """
                  - number: 2
                    policy: 2
                    catalogue: 2026-06-01
                    calendars: 2026-01-01
                    effectiveFrom: 2026-06-01T00:00:00+08:00
                    publishedAt: 2026-05-01T00:00:00Z
                    publishedBy: somebody
                    digest: %s
                """.formatted(digest(both.tree())));
    }

    private static String digest(SourceTree tree) {
        List<SourceFile> files = new ArrayList<>(tree.under("tiny/policy/2/"));
        files.addAll(tree.under("tiny/catalogue/2026-06-01.yaml"));
        files.addAll(tree.under("calendars/2026-01-01/"));
        return SourceTree.digest(files);
    }
}
