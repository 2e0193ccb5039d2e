package io.quanyi.workshop.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.TinyRules;
import io.quanyi.workshop.CommandLineRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An author is led from nothing to a draft that can be published: each call of {@code next} names what is left. */
@Tag("slow")
class GuideTests {

    private static final String CLAUSES = "tiny/policy/1/clauses.yaml";

    private static final String THREE_MORE = """
              - { number: 四, quote: 更多服务须另行购买, gloss: More is bought, decides: true }
              - { number: 五, quote: 附录, gloss: Annex, decides: true }
              - { number: 六, item: 帮助, quote: 帮助包括电话, gloss: By phone, decides: true }
            """;

    @TempDir
    private Path folder;

    @Test
    void aProgrammeThatDoesNotExistIsBegun() {
        TinyRules.sealed().write(folder);
        assertThat(run("next", "acme"))
                .isEqualTo(new CommandLineRun(
                        0,
                        "Next: run ./quanyi new programme acme --vendor NAME, which creates all files, to be filled in.\n",
                        ""));
        assertThat(run("next", "tyni").status()).isEqualTo(2);
    }

    @Test
    void anEmptyFolderIsLedFromItsHolidaysToItsFirstProgramme() throws IOException {
        assertThat(run("next", "acme").out()).startsWith("Next: run ./quanyi new calendar with");
        Path notice = Files.writeString(folder.resolve("notice.csv"), "name,from\nNeujahr,2027-01-01\n");
        CommandLineRun begun = run(
                "new",
                "calendar",
                "--from",
                notice,
                "--country",
                "de",
                "--title",
                "Feiertage",
                "--published-on",
                "2026-05-01",
                "--name",
                "Neujahr=New Year");
        assertThat(begun.err()).isEmpty();
        assertThat(begun.out()).contains("readings.yaml").doesNotContain("fault");
        assertThat(run("next", "acme").out()).startsWith("Next: run ./quanyi new programme acme");
        assertThat(run("new", "programme", "acme", "--vendor", "Acme", "--zone", "Europe/Berlin")
                        .err())
                .isEmpty();
        assertThat(text("acme/catalogue/2027-01-01.yaml")).contains("calendar: de");
    }

    @Test
    void whatIsPublishedNeedsANewVersionToBeChanged() throws IOException {
        TinyRules.sealed().write(folder);
        assertThat(run("next", "tiny").out()).contains("./quanyi new version tiny");
        assertThat(run("new", "version", "tiny", "--policy", "2").status()).isZero();
        assertThat(run("next", "tiny").out())
                .contains("[x] All cases pass\n[ ] The cases notice mutations of the rules\n"
                        + "      tiny/policy/2/help.drl:6:1: T-HE-01: id == \"low\" dropped\n[ ] The change alters")
                .contains("Next: run ./quanyi coverage tiny --write-cases");
        assertThat(run("coverage", "tiny", "--write-cases").out()).contains("1 case written");
        assertThat(run("next", "tiny").out()).contains("[ ] Rules and cases are filled in");
        String cases = "tiny/policy/2/help.cases.yaml";
        Files.writeString(
                folder.resolve(cases),
                text(cases)
                        .replaceAll("TODO (T-HE|how)", "Done $1")
                        .replaceAll("grantedByPlan: \"TODO[^\"]*\"", "grantedByPlan: low")
                        .replaceAll(
                                "reasons: \"TODO[^\"]*\"",
                                "reasons: [{ code: granted-by-inheritance, rule: T-HE-01 }]"));
        assertThat(run("next", "tiny").out())
                .contains("[x] The cases notice mutations of the rules\n[ ] The change alters")
                .contains("Next: look at ./quanyi impact tiny.", "./quanyi publish tiny or ./quanyi seal tiny.");
    }

    @Test
    void aNewProgrammeIsLedStepByStep() throws IOException {
        TinyRules.draft().write(folder);
        assertThat(run("new", "programme", "acme", "--vendor", "Acme").status()).isZero();
        assertThat(run("next", "acme").out())
                .startsWith(
                        "[ ] Programme, catalogue and clauses are filled in\n      acme/programme.yaml:2: names: { zh-CN: TODO")
                .contains("      and ")
                .contains("Next: fill in what is marked TODO, with every clause of the document in clauses.yaml.");
        for (String file : List.of("programme.yaml", "catalogue/2026-01-01.yaml", "policy/2026.1/clauses.yaml")) {
            fillIn("acme/" + file);
        }
        String rules = "acme/policy/2026.1/plans.drl";
        assertThat(run("next", "acme").out())
                .contains(
                        "[ ] Rules cite clauses of the document\n      acme/policy/2026.1/period.drl:7: @id(AC-PE-01) @clause(")
                .contains("      " + rules + ":7: @id(AC-PL-01) @clause(\"TODO AC-PL-01\")\n")
                .contains("Next: put in place of each TODO in @clause the clause of the document")
                .doesNotContain("new rule acme --all");
        fillIn("acme/policy/2026.1/period.drl");
        fillIn("acme/policy/2026.1/support.drl");
        assertThat(run("next", "acme").out())
                .contains("[ ] Rules cite clauses of the document\n      " + rules + ":7:");
        String written = text(rules);
        Files.writeString(folder.resolve(rules), written.replace("TODO AC-PL-01\")", "done AC-PE-01\")"));
        assertThat(run("next", "acme").out())
                .contains("[x] Rules cite clauses of the document\n")
                .contains("[ ] Every clause that decides has a rule\n      done AC-PL-01: no rule yet: done")
                .contains("Next: run ./quanyi new rule acme --all");
        Files.writeString(folder.resolve(rules), written);
        fillIn(rules);
        assertThat(run("next", "acme").out()).contains("[ ] Rules and cases are filled in\n", "cases.yaml:3: - name:");
        for (String file : List.of("plans", "period", "support")) {
            fillIn("acme/policy/2026.1/" + file + ".cases.yaml");
        }
        assertThat(run("next", "acme").out())
                .contains("[x] The check finds no faults\n[ ] All cases pass\n")
                .contains("/outcome: expected done");
    }

    @Test
    void faultsAreNamedBeforeCases() {
        TinyRules.draft().change("tiny/policy/1/help.drl", "\"low\"", "\"lwo\"").write(folder);
        assertThat(run("next", "tiny").out())
                .contains("[ ] The check finds no faults\n      tiny/policy/1/help.drl:10:16: unknown plan \"lwo\"")
                .doesNotContain("[x] All cases");
        TinyRules.draft().change(CLAUSES, "decides: false,", "decides: [,").write(folder);
        assertThat(run("next", "tiny").out()).contains("[ ] Every clause that decides has a rule\n      " + CLAUSES);
    }

    @Test
    void clausesAreListedWithTheirRulesAlsoWhileRulesHaveFaults() {
        TinyRules.draft()
                .with(CLAUSES, clauses() + THREE_MORE)
                .change("tiny/policy/1/help.drl", "\"low\"", "\"lwo\"")
                .write(folder);
        assertThat(run("clauses", "tiny").out()).isEqualTo("""
                        零: decides nothing
                        一 帮助: T-HE-01
                        二: T-HE-02
                        三: T-PL-01
                        四: no rule yet: 更多服务须另行购买
                        五: no rule yet: 附录
                        六 帮助: no rule yet: 帮助包括电话
                        3 clauses without a rule; ./quanyi new rule tiny --all begins a rule for each.
                        """);
        assertThat(run("clauses", "tiny", "--without-rule").out())
                .startsWith("四: no rule yet")
                .doesNotContain("T-HE-01");
        assertThat(run("clauses", "tiny", "--without-rule", "--json").out().replaceAll("\\s", ""))
                .startsWith(
                        "{\"clauses\":[{\"reference\":\"四\",\"quote\":\"更多服务须另行购买\",\"decides\":true,\"catalogue\":[],\"rules\":[]}");
    }

    @Test
    void eachClauseWithoutARuleGetsOneAboutTheServiceThatItNames() throws IOException {
        TinyRules.draft().with(CLAUSES, clauses() + THREE_MORE).write(folder);
        CommandLineRun run = run("new", "rule", "tiny", "--all");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Still without a rule, because their words do not name exactly one service: 五\n")
                .contains("about T-SM-01, T-HE-03,");
        assertThat(text("tiny/policy/1/sp-more.drl")).contains("// 更多服务须另行购买\n", "@id(T-SM-01) @clause(\"四\")");
        assertThat(text("tiny/policy/1/help.drl")).contains("@id(T-HE-03) @clause(\"六 帮助\")");
        assertThat(run("clauses", "tiny", "--without-rule").out()).contains("五: no rule yet", "1 clause without");
        assertThat(run("new", "rule", "tiny", "--all").err())
                .startsWith("the words of these clauses")
                .contains("五");
        assertThat(run("new", "rule", "tiny", "help", "--all").out()).contains("T-HE-04");
        assertThat(run("check", "tiny").status()).isZero();
        assertThat(run("new", "rule", "tiny", "--all").err()).startsWith("every clause that decides has a rule");
    }

    @Test
    void aRuleNeedsItsServiceOrAll() {
        TinyRules.draft().write(folder);
        assertThat(run("new", "rule", "tiny").err()).startsWith("name the service of the rule, or --all");
        assertThat(run("new", "rule", "tiny", "--all", "--clause", "二").err()).startsWith("--all takes every clause");
    }

    private static String clauses() {
        return new String(
                Objects.requireNonNull(TinyRules.draft().tree().file(CLAUSES)).bytes(), StandardCharsets.UTF_8);
    }

    private CommandLineRun run(Object... arguments) {
        Object[] call = Stream.concat(Arrays.stream(arguments), Stream.of("--rules", folder))
                .toArray();
        return CommandLineRun.of(call);
    }

    private String text(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    private void fillIn(String path) throws IOException {
        Files.writeString(folder.resolve(path), text(path).replaceAll("TODO(?: (?!AC-)[^,}\"\\n]*)?", "done"));
    }
}
