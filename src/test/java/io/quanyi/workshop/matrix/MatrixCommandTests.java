package io.quanyi.workshop.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.TinyRules;
import io.quanyi.workshop.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixCommandTests {

    private static final Path SHIPPED = Path.of("rules");

    @TempDir
    private Path folder;

    @Test
    void eachServiceIsSaidForEachPlan() {
        TinyRules.sealed().write(folder);
        assertThat(CommandLineRun.of("matrix", "tiny", "--rules", folder)).isEqualTo(new CommandLineRun(0, """
                        Services by plan: Tiny
                        release 1 (policy 1, catalogue 2026-01-01, calendars 2026-01-01); for a request at Mon\
                         2026-06-15 12:00, with a service period that begins on that day and no use so far

                        service  Low           High
                        -------  ------------  -----------------------------
                        Help     entitled      entitled
                                               Answered within 1 working day
                        More     not entitled  not entitled
                        """, ""));
    }

    @Test
    void itStandsStraightInChineseToo() {
        TinyRules.sealed().write(folder);
        assertThat(CommandLineRun.in(Locale.CHINA, "matrix", "tiny", "--rules", folder)
                        .out())
                .contains("\n服务  低      高\n----  ------  ----")
                .contains("\n更多  不包含  不包含\n");
    }

    @Test
    void theDraftIsShownWhereThereIsOneAndAReleaseWhereItIsNamed() {
        TinyRules rules = TinyRules.sealed();
        rules.copy("tiny/catalogue/2026-01-01.yaml", "tiny/catalogue/2026-02-01.yaml")
                .change("tiny/catalogue/2026-02-01.yaml", "en: Help", "en: Aid")
                .write(folder);
        assertThat(CommandLineRun.of("matrix", "tiny", "--rules", folder).out())
                .contains("draft (policy 1, catalogue 2026-02-01", "Aid  ");
        assertThat(CommandLineRun.of("matrix", "tiny", "--rules", folder, "--release", "1")
                        .out())
                .contains("release 1", "Help  ");
        assertThat(CommandLineRun.of("matrix", "tiny", "--rules", folder, "--release", "2")
                        .status())
                .isEqualTo(2);
    }

    @Test
    void theInstantAskedAboutIsShownInTheProgrammesZone() {
        TinyRules.sealed().write(folder);
        assertThat(CommandLineRun.of("matrix", "tiny", "--rules", folder, "--at", "2026-03-01T00:00:00Z")
                        .out())
                .contains("Sun 2026-03-01 08:00");
    }

    @Test
    void aProgramReadsItInJson() {
        TinyRules.sealed().write(folder);
        assertThat(CommandLineRun.of("matrix", "tiny", "--rules", folder, "--json")
                        .out()
                        .replaceAll("\\s+", ""))
                .contains("\"plans\":[{\"id\":\"low\",\"name\":\"Low\"}")
                .contains("\"plan\":\"high\",\"outcome\":\"ENTITLED\"")
                .contains("\"response\":{\"amount\":1,\"unit\":\"working-day\"}")
                .contains("\"reasons\":[\"not-in-plan\"]");
    }

    @Test
    void aPageStandsAloneAndShowsTextsAsTheyAre() throws IOException {
        TinyRules.sealed().write(folder);
        TinyRules.sealed()
                .with("tiny/releases.yaml", "releases: []\n")
                .change("tiny/catalogue/2026-01-01.yaml", "en: Help", "en: <b>Help")
                .write(folder);
        Path page = folder.resolve("out/matrix.html");
        CommandLineRun run = CommandLineRun.of("matrix", "tiny", "--rules", folder, "--html", page);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("written: " + page);
        assertThat(Files.readString(page))
                .contains("<html lang=\"en\">", "&lt;b&gt;Help", "<p class=\"entitled\">entitled</p>")
                .contains("<p class=\"soft\">Answered within 1 working day</p>")
                .doesNotContain("<script", "http", "<b>");
    }

    @Test
    void whatDependsOnAFactSaysOnWhich() {
        String out = CommandLineRun.of("matrix", "kingdee-premium-success", "--rules", SHIPPED)
                .out();
        assertThat(out)
                .contains("depends on: product", "depends on: contract amount, currency of the contract")
                .contains("at most 5 people in the group")
                .doesNotContain("/subscription/");
    }

    @Test
    void aCellThatVariesBySeverityShowsEach() {
        String out = CommandLineRun.of("matrix", "yonyou-aftersales-sla", "--rules", SHIPPED)
                .out();
        assertThat(out)
                .contains("depends on: severity", "P4 (low): entitled; 7×24 hours; Answered within 1 working day");
        assertThat(CommandLineRun.of("matrix", "yonsuite-premier-success", "--rules", SHIPPED)
                        .out())
                .as("what differs is said")
                .contains("Normal: entitled; 7×24 hours; For normal questions the IM service is recommended\n")
                .contains("Urgent: entitled; 7×24 hours\n");
        String json = CommandLineRun.of("matrix", "yonyou-aftersales-sla", "--rules", SHIPPED, "--json")
                .out();
        assertThat(json.replaceAll("\\s+", "")).contains("\"bySeverity\":[{\"severity\":\"P1\",\"name\":");
    }

    @Test
    void quotasAndWindowsAreSaid() {
        String out = CommandLineRun.of("matrix", "kingdee-galaxy-public", "--rules", SHIPPED, "--language", "zh-CN")
                .out();
        assertThat(out).contains("7×24 小时", "每");
    }

    @Test
    void targetTimesAreListedByPlanAndSeverity() {
        assertThat(CommandLineRun.of("matrix", "yonyou-aftersales-sla", "--by", "severity", "--rules", SHIPPED)
                        .out())
                .contains("service                           plan           severity        response")
                .contains(
                        "Gold service   P2 (high)       Answered within 2 hours                    Solved within 8 hours\n")
                .contains("Basic service  P4 (low)        Answered within 1 working day (5×8 hours)  —\n");
        assertThat(CommandLineRun.of(
                                "matrix",
                                "yonyou-aftersales-sla",
                                "--by",
                                "severity,channel",
                                "--json",
                                "--rules",
                                SHIPPED)
                        .out()
                        .replaceAll("\\s+", ""))
                .contains(
                        "\"by\":[\"severity\",\"channel\"]",
                        "\"values\":{\"severity\":\"P4\"},\"outcome\":\"ENTITLED\"")
                .contains("\"response\":{\"amount\":1,\"unit\":\"working-day\",\"window\":\"5x8\"}");
    }

    @Test
    void aConditionThatTimesCannotBeListedByIsAWrongCall() {
        TinyRules.sealed().write(folder);
        CommandLineRun unknown = CommandLineRun.of("matrix", "tiny", "--by", "severity,size", "--rules", folder);
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err())
                .startsWith("times cannot be listed by size; name one or several of: severity, region");
        CommandLineRun page = CommandLineRun.of(
                "matrix", "tiny", "--by", "severity", "--html", folder.resolve("m.html"), "--rules", folder);
        assertThat(page.err()).startsWith("leave out --html beside --by");
        assertThat(folder.resolve("m.html")).doesNotExist();
    }
}
