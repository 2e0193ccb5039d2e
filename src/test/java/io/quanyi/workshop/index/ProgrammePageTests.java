package io.quanyi.workshop.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.checks.Case;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProgrammePageTests {

    private static final Path RULES = Path.of("rules");
    private static final Pattern LINE_LINK = Pattern.compile("\\]\\(([^()]+)#L(\\d+)\\)");
    private static final Pattern CITED = Pattern.compile("@clause\\(((?:\"[^\"]*\"[\\s,]*)+)\\)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    static Stream<IndexedProgramme> shipped() {
        return IndexedProgramme.all(SourceTree.ofFolder(RULES)).stream();
    }

    @Test
    void aPageListsClausesWithTheirRulesAndCasesAndRulesWithTheirClauses() {
        assertThat(page(TinyRules.draft())).isEqualTo("""
                # Tiny

                小方案

                - Document 厂商文件: 一页纸
                - Policy 政策: [1](policy/1/clauses.yaml)
                - Catalogue 服务目录: [2026-01-01](catalogue/2026-01-01.yaml)
                - Writing rules 规则的写法: [How to write a rule](../README.md)

                ## Clauses, their rules and cases 条款、规则与用例

                Every clause that decides something, in the order of the document; below each rule the cases in which it fires. Links lead to the lines of rules and cases.<br>
                有规定的条款，按厂商文件的顺序排列；每条规则下面是触发它的用例。链接指向规则和用例所在的行。

                ### <a id="clause-2"></a>`一 帮助`

                > 提供帮助

                - [T-HE-01](policy/1/help.drl#L6) Help comes with low<br>
                  低档包含帮助
                  - [high is answered on the next working day](policy/1/help.cases.yaml#L5)
                  - [low is helped](policy/1/help.cases.yaml#L11)

                ### <a id="clause-3"></a>`二`

                > 1 个工作日内答复

                - [T-HE-02](policy/1/help.drl#L15) In high help is answered within 1 working day<br>
                  高档的帮助，1 个工作日内答复
                  - [high is answered on the next working day](policy/1/help.cases.yaml#L5)

                ### <a id="clause-4"></a>`三`

                > 高档包含低档

                - [T-PL-01](policy/1/plans.drl#L5) High contains low<br>
                  高档包含低档
                  - [high is answered on the next working day](policy/1/help.cases.yaml#L5)

                ## Clauses that decide nothing 没有规定的条款

                No rule rests on these clauses; each says why.<br>
                没有规则依据这些条款，原因逐条写明。

                - `零` 前言<br>
                  A courtesy<br>
                  客套

                ## Rules and their clauses 规则与条款

                Every rule, file by file, with the clauses that it cites.<br>
                全部规则，按文件排列，并列出所依据的条款。

                ### [help.drl](policy/1/help.drl)

                - [T-HE-01](policy/1/help.drl#L6) Help comes with low<br>
                  低档包含帮助
                  - Clauses 依据条款: [`一 帮助`](#clause-2)
                - [T-HE-02](policy/1/help.drl#L15) In high help is answered within 1 working day<br>
                  高档的帮助，1 个工作日内答复
                  - Clauses 依据条款: [`二`](#clause-3)
                  - Readings 解读: A01

                ### [plans.drl](policy/1/plans.drl)

                - [T-PL-01](policy/1/plans.drl#L5) High contains low<br>
                  高档包含低档
                  - Clauses 依据条款: [`三`](#clause-4)
                """);
    }

    @Test
    void theLanguageOfTheDocumentComesFirst() {
        String page = page(TinyRules.draft().change("tiny/programme.yaml", ", language: en", ""));
        assertThat(page)
                .startsWith("# 小方案\n\nTiny\n")
                .contains("[规则怎么写](../README.zh-CN.md)")
                .contains("> 提供帮助<br>\n> There is help\n");
    }

    @Test
    void theNewestPolicyIsShown() {
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
        assertThat(page(rules))
                .contains("[T-PL-09](policy/2/plans.drl#L3) Newer\n  - No case 没有用例\n")
                .doesNotContain("T-HE-01");
    }

    @Test
    void aClauseIsFoundAsItIsCitedWhateverItsCharacters() {
        String odd = "7*24 *and* _so_ | <b> [x](y) ~~ `tick` # end";
        String page = page(TinyRules.draft()
                .change("tiny/policy/1/clauses.yaml", "item: 帮助", "item: '" + odd + "'")
                .change("tiny/policy/1/help.drl", "@clause(\"一 帮助\")", "@clause(\"一 " + odd + "\")"));
        assertThat(page).contains("### <a id=\"clause-2\"></a>``一 " + odd + "``");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyClauseThatARuleCitesIsFoundByAPlainSearch(IndexedProgramme programme) throws IOException {
        String page = Files.readString(
                RULES.resolve(programme.release().programme().id()).resolve("README.md"));
        List<String> cited = new ArrayList<>();
        for (RuleInfo rule : programme.release().policy().rules()) {
            cited.addAll(rule.clauses());
        }
        Path policy = RULES.resolve(programme.release().programme().id())
                .resolve("policy")
                .resolve(programme.release().id().policy());
        try (Stream<Path> files = Files.list(policy)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".drl")).toList()) {
                cited.addAll(citations(Files.readString(file)));
            }
        }
        assertThat(cited).isNotEmpty();
        assertThat(page).contains(cited);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyClauseRuleAndCaseIsOnThePageAndWhatDecidesComesFirst(IndexedProgramme programme) {
        String page = ProgrammePage.of(programme.release(), programme.cases());
        programme.release().clauses().all().forEach(clause -> assertThat(page).contains(clause.reference()));
        int silent = page.indexOf("## 没有规定的条款");
        programme.release().clauses().all().stream()
                .filter(clause -> clause.decides())
                .forEach(clause -> assertThat(page.indexOf(Markdown.code(clause.reference())))
                        .isLessThan(silent));
        for (RuleInfo rule : programme.release().policy().rules()) {
            assertThat(page).contains("[" + rule.id() + "](");
        }
        for (Case asked : programme.cases().stream()
                .flatMap(file -> file.cases().stream())
                .toList()) {
            if (!asked.fires().isEmpty()) {
                assertThat(page).contains(Markdown.text(asked.name().written()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyLinkLeadsToTheLineOfTheRuleOrOfTheCase(IndexedProgramme programme) throws IOException {
        Path folder = RULES.resolve(programme.release().programme().id());
        List<MatchResult> links = LINE_LINK
                .matcher(ProgrammePage.of(programme.release(), programme.cases()))
                .results()
                .toList();
        assertThat(links).isNotEmpty();
        for (MatchResult link : links) {
            List<String> lines =
                    Files.readAllLines(folder.resolve(link.group(1)).normalize());
            String line = lines.get(Integer.parseInt(link.group(2)) - 1);
            assertThat(line).matches(link.group(1).endsWith(".drl") ? "rule \".*" : "\\s*(- )?name: .*");
        }
    }

    private static List<String> citations(String rules) {
        return CITED.matcher(rules)
                .results()
                .flatMap(clauses -> QUOTED.matcher(clauses.group(1)).results())
                .map(clause -> clause.group(1))
                .toList();
    }

    private static String page(TinyRules rules) {
        IndexedProgramme programme = IndexedProgramme.all(rules.tree()).get(0);
        return ProgrammePage.of(programme.release(), programme.cases());
    }
}
