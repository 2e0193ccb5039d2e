package io.quanyi.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.TinyRules;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class QuanyiTests {

    private static final Path SHIPPED = Path.of("rules");

    @TempDir
    private Path folder;

    @Test
    void theShippedRulesHold() {
        CommandLineRun run = CommandLineRun.of("check", "--rules", SHIPPED);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("No faults");
    }

    @Test
    void allCasesOfTheShippedRulesComeOut() {
        CommandLineRun run = CommandLineRun.of("test", "--rules", SHIPPED);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("All cases pass");
    }

    @Test
    void rulesThatHoldAreCounted() {
        TinyRules.sealed().write(folder);
        assertThat(CommandLineRun.of("check", "--rules", folder))
                .isEqualTo(new CommandLineRun(
                        0, "No faults: 1 release and 0 drafts with 3 rules and 3 cases in all versions\n", ""));
        assertThat(CommandLineRun.of("test", "--rules", folder))
                .isEqualTo(new CommandLineRun(
                        0, "All cases pass: 1 release and 0 drafts with 3 cases in all versions\n", ""));
    }

    @Test
    void aFaultIsAFileALineAColumnAndASentence() {
        TinyRules.draft().change("tiny/policy/1/help.drl", "\"low\"", "\"lwo\"").write(folder);
        assertThat(CommandLineRun.of("check", "--rules", folder))
                .isEqualTo(new CommandLineRun(1, "", """
                        %s/tiny/policy/1/help.drl:10:16: unknown plan "lwo"; did you mean "low"?
                          10 |     Plan(id == "lwo")
                             |                ^
                        1 fault
                        """.formatted(folder)));
    }

    @Test
    void anIdIsProposedOnlyIfItIsAlike() {
        TinyRules.draft()
                .change("tiny/policy/1/help.drl", "\"low\"", "\"platinum\"")
                .write(folder);
        assertThat(CommandLineRun.of("check", "--rules", folder).err())
                .contains("help.drl:10:16: unknown plan \"platinum\"\n");
        TinyRules.draft()
                .change("tiny/policy/1/help.drl", "@clause(\"二\")", "@clause(\"附录九\")")
                .write(folder);
        assertThat(CommandLineRun.of("check", "--rules", folder).err())
                .contains("clauses.yaml does not list clause \"附录九\", which rule T-HE-02 cites: copy")
                .doesNotContain("did you mean");
        TinyRules.draft()
                .change("tiny/policy/1/help.drl", "@clause(\"一 帮助\")", "@clause(\"一 帮\")")
                .write(folder);
        assertThat(CommandLineRun.of("check", "--rules", folder).err()).contains("did you mean \"一 帮助\"?");
    }

    @Test
    void aFaultIsSaidInTheLanguageOfTheSystem() {
        TinyRules.draft().change("tiny/policy/1/help.drl", "\"low\"", "\"lwo\"").write(folder);
        assertThat(CommandLineRun.in(Locale.CHINA, "check", "--rules", folder).err())
                .contains("help.drl:10:16: ", "“lwo”");
    }

    @Test
    void allFaultsOfAllFilesAreSaidInOrder() {
        TinyRules.draft()
                .change("tiny/policy/1/help.drl", "\"low\"", "\"lwo\"")
                .change("tiny/policy/1/plans.drl", "@clause(\"三\")", "")
                .change("tiny/catalogue/2026-01-01.yaml", "calendar: cn", "calendar: hk")
                .write(folder);
        CommandLineRun run = CommandLineRun.of("check", "--rules", folder);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines().filter(line -> !line.contains(" | ")))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith(folder + "/tiny/catalogue/2026-01-01.yaml:7:9: window \"desk\" closes by"),
                        line -> assertThat(line).startsWith(folder + "/tiny/policy/1/help.drl:10:16: unknown plan"),
                        line -> assertThat(line)
                                .startsWith(folder + "/tiny/policy/1/plans.drl:5:1: rule T-PL-01 needs @clause"),
                        line -> assertThat(line).isEqualTo("3 faults"));
    }

    @Test
    void aCaseThatDoesNotComeOutFailsTheTestAndNotTheCheck() {
        TinyRules.draft()
                .change("tiny/policy/1/help.cases.yaml", "23T16:00:00", "23T15:00:00")
                .write(folder);
        assertThat(CommandLineRun.of("check", "--rules", folder).status()).isZero();
        CommandLineRun run = CommandLineRun.of("test", "--rules", folder);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .startsWith(
                        folder
                                + "/tiny/policy/1/help.cases.yaml:5:11: case \"high is answered on the next working day\":"
                                + " /response/dueAt: expected 2026-11-23T15:00:00+08:00, but the rules give 2026-11-23T16:00:00+08:00");
    }

    @Test
    void aSealedFileThatChangedFailsTheCheck() {
        TinyRules.sealed()
                .change("tiny/policy/1/help.drl", "Help comes", "Help came")
                .write(folder);
        assertThat(CommandLineRun.of("check", "--rules", folder).err())
                .contains("tiny/releases.yaml: the content of release 1 has been changed", "(sealed as sha256:");
    }

    @Test
    void aProgramIsToldOfFaultsInJson() {
        TinyRules.draft().change("tiny/policy/1/help.drl", "\"low\"", "\"lwo\"").write(folder);
        CommandLineRun run = CommandLineRun.of("check", "--json", "--rules", folder);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("\"code\" : \"unknown-id\"", "\"file\" : \"tiny/policy/1/help.drl\"", "\"line\" : 10");
    }

    @Test
    void aProgramIsToldOfSuccessInJson() {
        TinyRules.sealed().write(folder);
        assertThat(CommandLineRun.of("test", "--json", "--rules", folder).out().replaceAll("\\s", ""))
                .isEqualTo("{\"releases\":1,\"drafts\":0,\"rules\":3,\"cases\":3}");
    }

    @Test
    void theLanguageCanBeAskedFor() {
        TinyRules.sealed().write(folder);
        assertThat(CommandLineRun.of("check", "--language", "zh-CN", "--rules", folder)
                        .out())
                .isEqualTo("检查通过：发布版本 1 个、草稿 0 份；规则 3 条、用例 3 个（各版本合计）\n");
    }

    @Test
    void onlyTheProgrammesNamedAreChecked() {
        TinyRules.draft().change("tiny/policy/1/help.drl", "\"low\"", "\"lwo\"").write(folder);
        assertThat(CommandLineRun.of("check", "tiny", "--rules", folder).status())
                .isEqualTo(1);
        CommandLineRun other = CommandLineRun.of("check", "tyni", "--rules", folder);
        assertThat(other.status()).isEqualTo(2);
        assertThat(other.err()).contains("unknown programme \"tyni\"; known: tiny; did you mean \"tiny\"?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"chek", "check --rule x", "seal tiny", "pack a b", "check --rules no/such/folder"})
    void aWrongCallIsNoFaultOfTheRules(String call) {
        CommandLineRun run = CommandLineRun.of((Object[]) call.split(" "));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "check --help",
                "test --help",
                "seal --help",
                "explain --help",
                "pack --help",
                "index --help"
            })
    void everyCommandExplainsItself(String call) {
        CommandLineRun run = CommandLineRun.of((Object[]) call.split(" "));
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("Usage: quanyi");
    }
}
