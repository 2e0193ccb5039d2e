package io.quanyi.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.facts.Fact;
import io.quanyi.facts.Outcome;
import io.quanyi.source.TinyRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexTests {

    private static final Pattern EXAMPLE = Pattern.compile("insert\\(new (\\w+)\\([^`]*\\)\\);");

    @TempDir
    private Path folder;

    @Test
    void theShippedIndexIsUpToDate() {
        CommandLineRun run = CommandLineRun.of("index", "--check", "--rules", "rules");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @Test
    void everyClauseIsListedWithItsRulesAndWhereTheyStand() throws IOException {
        write(TinyRules.draft());
        assertThat(index()).contains("""
                ### 小方案 Tiny

                Rules: [tiny](tiny/), policy 1. Document: 一页纸

                | clause | its words | rules |
                | --- | --- | --- |
                | 零 | 前言 | decides nothing: A courtesy |
                | 一 帮助 | 提供帮助 | T-HE-01 Help comes with low<br>in [help.drl](tiny/policy/1/help.drl) |
                | 二 | 1 个工作日内答复 | T-HE-02 In high help is answered within 1 working day<br>in [help.drl](tiny/policy/1/help.drl) |
                | 三 | 高档包含低档 | T-PL-01 High contains low<br>in [plans.drl](tiny/policy/1/plans.drl) |
                """);
    }

    @Test
    void theNewestPolicyIsListed() throws IOException {
        TinyRules rules = TinyRules.sealed()
                .copy("tiny/policy/1/clauses.yaml", "tiny/policy/2/clauses.yaml")
                .with("tiny/policy/2/plans.drl", """
                        package tiny.plans
                        import io.quanyi.facts.*
                        rule "Newer"
                            @id(T-PL-09) @clause("三")
                        when
                            Plan(id == "high")
                        then
                            insert(new Plan("low"));
                        end
                        """);
        write(rules);
        assertThat(index())
                .contains("| T-PL-09 Newer<br>in [plans.drl](tiny/policy/2/plans.drl) |")
                .doesNotContain("T-HE-01");
    }

    @Test
    void everyWordIsListed() throws IOException {
        write(TinyRules.draft());
        String index = index();
        assertThat(WordTables.leaves(Fact.class)).allSatisfy(fact -> {
            for (var field : fact.getRecordComponents()) {
                assertThat(index).contains("| `%s` | `%s` |".formatted(fact.getSimpleName(), field.getName()));
            }
        });
        assertThat(WordTables.leaves(Outcome.class))
                .allSatisfy(outcome -> assertThat(index).contains("`insert(new " + outcome.getSimpleName() + "("));
    }

    @Test
    void whatAbsenceMeansIsSaid() throws IOException {
        write(TinyRules.draft());
        assertThat(index())
                .contains(
                        "| `Amount` | `value` | a number from 0 to 1000000000000, with at most 4 digits after the point | asked for, if the decision depends on it: `/subscription/contract/amount` |",
                        "| `Place` | `region` | ISO 3166 region | taken as met, with the condition `assumed-region-covered`: `/subscription/usageRegion` |",
                        "| `Question` | `quantity` | a whole number from 0 to 100000 | always known |");
    }

    @Test
    void everyExampleMayBeCopiedIntoARule() throws IOException {
        write(TinyRules.draft());
        TinyRules rules = TinyRules.draft();
        int number = 0;
        for (MatchResult example : EXAMPLE.matcher(index()).results().toList()) {
            boolean plan = example.group(1).equals("Plan");
            rules = plan ? rules : rules.with("tiny/policy/1/e%d.drl".formatted(number), rule(number, example.group()));
            number++;
        }
        assertThat(number).isGreaterThan(20);
        Path examples = rules.write(Files.createDirectory(folder.resolve("examples")));
        CommandLineRun run = CommandLineRun.of("check", "--rules", examples);
        assertThat(run.err()
                        .lines()
                        .filter(line ->
                                !line.contains("no case says") && !line.contains(" | ") && !line.endsWith(" faults")))
                .isEmpty();
    }

    @Test
    void anIndexThatIsOutOfDateIsAFaultAndStaysAsItIs() throws IOException {
        write(TinyRules.draft());
        index();
        TinyRules.draft().change("tiny/policy/1/help.drl", "T-HE-01", "T-HE-07").write(folder);
        String before = readme();
        assertThat(CommandLineRun.of("index", "--check", "--rules", folder))
                .isEqualTo(new CommandLineRun(
                        1,
                        "",
                        folder + "/README.md: the generated part is out of date; run \"quanyi index\"\n1 fault\n"));
        assertThat(readme()).isEqualTo(before);
        assertThat(index()).contains("T-HE-07");
        assertThat(CommandLineRun.of("index", "--check", "--rules", folder).status())
                .isZero();
    }

    @Test
    void whatPeopleWroteAroundItStays() throws IOException {
        write(TinyRules.draft());
        assertThat(index())
                .startsWith("# Rules\nby people\n" + Index.BEGIN + "\n")
                .endsWith(Index.END + "\nthe end\n");
    }

    @Test
    void aFileWithoutTheMarkersIsLeftAlone() throws IOException {
        TinyRules.draft().write(folder);
        Files.writeString(folder.resolve("README.md"), "# Rules\n");
        CommandLineRun run = CommandLineRun.of("index", "--rules", folder);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("README.md: the markers of the generated part are missing");
        assertThat(readme()).isEqualTo("# Rules\n");
    }

    @Test
    void wordsOfADocumentAreNoMarkdown() {
        assertThat(Markdown.text("7*24 | a_b [x] <y>\n# z")).isEqualTo("7\\*24 \\| a\\_b \\[x\\] \\<y\\> \\# z");
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

    private void write(TinyRules rules) throws IOException {
        rules.write(folder);
        Files.writeString(
                folder.resolve("README.md"),
                "# Rules\nby people\n" + Index.BEGIN + "\nold\n" + Index.END + "\nthe end\n");
    }

    private String index() throws IOException {
        CommandLineRun run = CommandLineRun.of("index", "--rules", folder);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        return readme();
    }

    private String readme() throws IOException {
        return Files.readString(folder.resolve("README.md"));
    }
}
