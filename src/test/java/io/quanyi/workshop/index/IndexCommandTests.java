package io.quanyi.workshop.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.TinyRules;
import io.quanyi.workshop.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexCommandTests {

    private static final Pattern EXAMPLE = Pattern.compile("insert\\(new (\\w+)\\([^`]*\\)\\);");
    private static final List<String> PAGES =
            List.of("README.md", "README.zh-CN.md", "tiny/README.md", "reference.md", "reference.zh-CN.md");

    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void write() throws IOException {
        folder = Files.createDirectory(temp.resolve("rules"));
        TinyRules.draft().write(folder);
        for (String readme : List.of("README.md", "README.zh-CN.md")) {
            Files.writeString(
                    folder.resolve(readme),
                    "# Rules\nby people\n" + GeneratedPage.BEGIN + "\nold\n" + GeneratedPage.END + "\nthe end\n");
        }
    }

    @Test
    void theShippedPagesAreUpToDate() {
        CommandLineRun run = CommandLineRun.of("index", "--check", "--rules", "rules");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("rules/kingdee-galaxy-public/README.md", "rules/reference.zh-CN.md", "docs/readings.md");
    }

    @Test
    void everyPageIsWrittenAndNamed() throws IOException {
        String out = index().out();
        for (String page : PAGES) {
            assertThat(out).contains(folder.resolve(page).toString());
            assertThat(text(page)).contains(GeneratedPage.BEGIN + "\n\n").contains("\n" + GeneratedPage.END + "\n");
        }
        assertThat(text("README.md")).contains("| [Tiny](tiny/README.md) | 1 | 3 | 3 |");
        assertThat(text("README.zh-CN.md")).contains("| [小方案](tiny/README.md) | 1 | 3 | 3 |");
        assertThat(text("tiny/README.md")).contains("# Tiny\n");
        assertThat(text("reference.md")).contains("# Reference of the rules\n");
        assertThat(text("reference.zh-CN.md")).contains("# 规则参考\n");
    }

    @Test
    void aProgramIsToldInOneDocument() throws IOException {
        assertThat(CommandLineRun.of("index", "--json", "--rules", folder).out())
                .startsWith("{")
                .contains("\"written\"", "\"tiny/README.md\"")
                .endsWith("}\n");
    }

    @Test
    void pagesThatOnlySomeKeepAreNotMade() throws IOException {
        Files.delete(folder.resolve("README.zh-CN.md"));
        assertThat(index().out()).doesNotContain("README.zh-CN.md", "readings.md");
        assertThat(folder.resolve("README.zh-CN.md")).doesNotExist();
        Path readings = Files.createDirectory(temp.resolve("docs")).resolve("readings.md");
        Files.writeString(readings, GeneratedPage.BEGIN + "\n" + GeneratedPage.END + "\n");
        index();
        assertThat(Files.readString(readings)).contains("### A01");
    }

    @Test
    void everyExampleMayBeCopiedIntoARule() throws IOException {
        index();
        TinyRules rules = TinyRules.draft();
        int number = 0;
        for (MatchResult example :
                EXAMPLE.matcher(text("reference.md")).results().toList()) {
            boolean plan = example.group(1).equals("Plan");
            rules = plan ? rules : rules.with("tiny/policy/1/e%d.drl".formatted(number), rule(number, example.group()));
            number++;
        }
        assertThat(number).isGreaterThan(20);
        Path examples = rules.write(Files.createDirectory(temp.resolve("examples")));
        CommandLineRun run = CommandLineRun.of("check", "--rules", examples);
        assertThat(run.err()
                        .lines()
                        .filter(line ->
                                !line.contains("no case says") && !line.contains(" | ") && !line.endsWith(" faults")))
                .isEmpty();
    }

    @Test
    void pagesThatAreOutOfDateAreFaultsAndStayAsTheyAre() throws IOException {
        index();
        TinyRules.draft().change("tiny/policy/1/help.drl", "T-HE-01", "T-HE-07").write(folder);
        Files.writeString(folder.resolve("reference.md"), text("reference.md").replace("# Reference", "# Preference"));
        String before = text("tiny/README.md");
        CommandLineRun run = check();
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("reference.md: the generated part is out of date"),
                        line -> assertThat(line).contains("tiny/README.md: the generated part is out of date"),
                        line -> assertThat(line).isEqualTo("2 faults"));
        assertThat(text("tiny/README.md")).isEqualTo(before);
        index();
        assertThat(text("tiny/README.md")).contains("T-HE-07");
        assertThat(check().status()).isZero();
    }

    @Test
    void aPageThatIsMissingIsOutOfDate() throws IOException {
        index();
        Files.delete(folder.resolve("tiny/README.md"));
        assertThat(check().err())
                .startsWith("tiny/README.md: the generated part is out of date")
                .endsWith("\n1 fault\n");
        assertThat(folder.resolve("tiny/README.md")).doesNotExist();
    }

    @Test
    void whatPeopleWroteAroundItStays() throws IOException {
        index();
        assertThat(text("README.md"))
                .startsWith("# Rules\nby people\n" + GeneratedPage.BEGIN + "\n")
                .endsWith(GeneratedPage.END + "\nthe end\n");
    }

    @Test
    void aFileWithoutTheMarkersIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("tiny/README.md"), "# By people\n");
        CommandLineRun run = CommandLineRun.of("index", "--rules", folder);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("tiny/README.md: the markers of the generated part are missing");
        assertThat(text("tiny/README.md")).isEqualTo("# By people\n");
    }

    @Test
    void theReleasesOfTheFolderDoNotKnowOfThePages() throws IOException {
        TinyRules.sealed().write(folder);
        index();
        assertThat(CommandLineRun.of("check", "--rules", folder).status()).isZero();
        assertThat(CommandLineRun.of("pack", "--rules", folder, temp.resolve("rules.zip")))
                .isEqualTo(new CommandLineRun(0, "", ""));
    }

    /** Two ways to write one outcome are about two services, so that they do not contradict each other. */
    private static String rule(int number, String insert) {
        return """
                package tiny.e%1$d
                import io.quanyi.facts.*
                import static io.quanyi.servicetime.Target.*
                rule "Example %1$d"
                    @zh("示例 %1$d")
                    @id(T-EX-%1$d) @clause("三")
                when
                    Question(service == "%3$s")
                then
                    %2$s
                end
                """.formatted(number, insert, number % 2 == 0 ? "help" : "sp-more");
    }

    private CommandLineRun check() {
        return CommandLineRun.of("index", "--check", "--rules", folder);
    }

    private CommandLineRun index() {
        CommandLineRun run = CommandLineRun.of("index", "--rules", folder);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        return run;
    }

    private String text(String page) throws IOException {
        return Files.readString(folder.resolve(page));
    }
}
