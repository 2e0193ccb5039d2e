package io.quanyi.workshop.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import io.quanyi.workshop.CommandLineRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that scaffolds pass check, fail test until they are filled in, and never touch sealed files. */
@Tag("slow")
class ScaffoldTests {

    private static final Pattern EXPECTED = Pattern.compile("\"TODO[:：](?: the outcome|写明应有的结果)\"");

    @TempDir
    private Path folder;

    @Test
    void aNewVersionIsTheNewestAgainUnderAnotherName() throws IOException {
        TinyRules.sealed().write(folder);
        CommandLineRun run = run("version", "tiny", "--policy", "2", "--catalogue", "2026-02-01");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("written: " + folder.resolve("tiny/policy/2/help.drl"))
                .contains("./quanyi impact tiny");
        for (String file : List.of("help.drl", "plans.drl", "help.cases.yaml", "clauses.yaml")) {
            assertThat(folder.resolve("tiny/policy/2/" + file))
                    .hasSameBinaryContentAs(folder.resolve("tiny/policy/1/" + file));
        }
        assertThat(folder.resolve("tiny/catalogue/2026-02-01.yaml"))
                .hasSameBinaryContentAs(folder.resolve("tiny/catalogue/2026-01-01.yaml"));
        assertThat(check()).isEqualTo("No faults: 1 release and 1 draft with 6 rules and 6 cases in all versions\n");
        assertThat(hidden()).isEmpty();
    }

    @Test
    void thePolicyAloneCanBeNew() {
        TinyRules.sealed().write(folder);
        assertThat(run("version", "tiny", "--policy", "2").status()).isZero();
        assertThat(folder.resolve("tiny/policy/2/help.drl")).exists();
        assertThat(folder.resolve("tiny/catalogue")).isDirectoryNotContaining("glob:**2026-02*");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            version tiny                            | name a new version
            version tiny --policy 0                 | 0 would not be the newest policy
            version tiny --policy 1                 | 1 would not be the newest policy
            version tiny --catalogue 2025-12-31     | 2025-12-31 would not be the newest catalogue
            version tiny --policy ../2              | "../2" cannot be the name of a version
            version tiny --policy 2 --catalogue .x  | ".x" cannot be the name of a version
            version tyni --policy 2                 | unknown programme "tyni"; known: tiny
            service tiny more                       | policy 1 of tiny is sealed and never changes
            service tiny more --policy 2            | catalogue 2026-01-01 of tiny is sealed and never changes
            service tiny More --policy 2            | "More" cannot be the name here
            service tiny help --policy 2 --catalogue 2026-02-01 | tiny already has a service help
            rule tiny help                          | policy 1 of tiny is sealed and never changes
            rule tiny halp --policy 2               | tiny has no service "halp"; its services: help, sp-more
            rule tiny help --policy 2 --clause 九    | tiny/policy/2/clauses.yaml has no clause "九"
            programme tiny --vendor X               | programme tiny exists already
            programme Big --vendor X                | "Big" cannot be the name here
            programme a/b --vendor X                | "a/b" cannot be the name here
            programme big --vendor X --policy ..    | ".." cannot be the name of a version
            programme calendars --vendor X          | programme calendars exists already
            """)
    void aWrongCallWritesNothing(String call, String message) {
        TinyRules.sealed().write(folder);
        SourceTree before = SourceTree.ofFolder(folder);
        CommandLineRun run = run(call.split(" +"));
        assertThat(run.err()).startsWith(message);
        assertThat(run.status()).isEqualTo(2);
        assertThat(digest()).isEqualTo(SourceTree.digest(before.under("")));
        assertThat(folder.resolve("tiny/policy/2")).doesNotExist();
    }

    @Test
    void everythingWrongWithTheVersionsIsSaidAtOnce() {
        TinyRules.sealed().write(folder);
        assertThat(run("service", "tiny", "more").err())
                .contains("policy 1 of tiny is sealed", "catalogue 2026-01-01 of tiny is sealed");
    }

    @Test
    void aDraftIsNotCopiedAgain() {
        TinyRules.draft().write(folder);
        CommandLineRun other = run("version", "tiny", "--policy", "2");
        assertThat(other.status()).isEqualTo(2);
        assertThat(other.err()).contains("policy 1 of tiny is already a draft");
        assertThat(run("version", "tiny", "--policy", "1").err()).contains("there is nothing to copy");
        assertThat(run("service", "tiny", "more", "--policy", "1").status()).isZero();
    }

    @Test
    void aNewServicePassesCheckAndFailsTestUntilItIsFilledIn() throws IOException {
        TinyRules.draft().write(folder);
        CommandLineRun run = run("service", "tiny", "on-site-visit");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("written: " + folder.resolve("tiny/policy/1/on-site-visit.drl"))
                .contains("changed: " + folder.resolve("tiny/catalogue/2026-01-01.yaml"))
                .contains("what is marked TODO about on-site-visit");
        assertThat(check()).isEqualTo("No faults: 0 releases and 1 draft with 4 rules and 5 cases in all versions\n");
        assertThat(text("tiny/policy/1/on-site-visit.drl")).contains("@id(T-OSV-01)");
        assertThat(test().err())
                .contains(folder.resolve("tiny/policy/1/on-site-visit.cases.yaml")
                        + ":3:11: case \"TODO T-OSV-01: a customer")
                .contains("/outcome: expected TODO: the outcome, but the rules give ENTITLED")
                .contains("/outcome: expected TODO: the outcome, but the rules give NOT_ENTITLED")
                .contains("2 faults");
        fillIn("tiny/policy/1/on-site-visit.cases.yaml", "ENTITLED", "NOT_ENTITLED");
        assertThat(test())
                .isEqualTo(new CommandLineRun(
                        0, "All cases pass: 0 releases and 1 draft with 5 cases in all versions\n", ""));
    }

    @Test
    void aNewServiceLeavesWhatIsSealedAsItIs() throws IOException {
        TinyRules.sealed().write(folder);
        String sealed = sealed();
        CommandLineRun run = run("service", "tiny", "visit", "--policy", "2", "--catalogue", "2026-02-01");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).doesNotContain("changed: ");
        assertThat(sealed()).isEqualTo(sealed);
        assertThat(text("tiny/catalogue/2026-02-01.yaml")).contains("  - id: visit\n    kind: plan\n");
        assertThat(check()).isEqualTo("No faults: 1 release and 1 draft with 7 rules and 8 cases in all versions\n");
    }

    @Test
    void aNewRuleHasTheNextNumberAndItsTwoCases() throws IOException {
        TinyRules.draft().write(folder);
        String rules = text("tiny/policy/1/help.drl");
        String cases = text("tiny/policy/1/help.cases.yaml");
        CommandLineRun run = run("rule", "tiny", "help");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("about T-HE-03");
        assertThat(text("tiny/policy/1/help.drl")).startsWith(rules).contains("@id(T-HE-03) @clause(\"TODO T-HE-03\")");
        assertThat(text("tiny/policy/1/help.cases.yaml")).startsWith(cases);
        assertThat(check()).isEqualTo("No faults: 0 releases and 1 draft with 4 rules and 5 cases in all versions\n");
        assertThat(test().err()).contains("case \"TODO T-HE-03: a customer to whom the rule applies\"", "2 faults");
        fillIn("tiny/policy/1/help.cases.yaml", "ENTITLED", "ENTITLED");
        assertThat(test().status()).isZero();
    }

    @Test
    void newCasesStateWhatTheirServiceAsksForAndNameTheRulesThatFire() throws IOException {
        TinyRules.draft()
                .change(
                        "tiny/policy/1/help.drl",
                        "    Plan(id == \"low\")\n",
                        "    Plan(id == \"low\")\n    Product(id == \"thing\")\n")
                .change("tiny/policy/1/help.cases.yaml", "plan: low }", "plan: low, product: thing }")
                .write(folder);
        assertThat(run("rule", "tiny", "help").err()).isEmpty();
        assertThat(text("tiny/policy/1/help.cases.yaml"))
                .contains("""
                            subscription: { plan: high, product: thing }
                            question: { service: help, at: 2026-06-15T12:00:00+08:00 }
                            expect: { outcome: "TODO: the outcome" }
                            fires: [T-HE-03, T-HE-01, T-HE-02, T-PL-01]
                        """)
                .contains("    fires: [T-HE-01]\n    silent: [T-HE-03]\n");
    }

    @Test
    void aRuleThatAsksOnlyForItsServiceNeedsNoSilentCase() throws IOException {
        TinyRules rules = TinyRules.draft().change("tiny/policy/1/help.drl", "    Plan(id == \"low\")\n", "");
        rules.write(folder);
        String cases = text("tiny/policy/1/help.cases.yaml").replaceAll("silent: \\[T-HE-01]", "silent: []");
        Files.writeString(folder.resolve("tiny/policy/1/help.cases.yaml"), cases);
        assertThat(check()).doesNotContain("T-HE-01");
        rules.change(
                        "tiny/policy/1/help.drl",
                        "Question(service == \"help\")",
                        "Question(service == \"help\", channel == \"phone\")")
                .write(folder);
        Files.writeString(folder.resolve("tiny/policy/1/help.cases.yaml"), cases);
        assertThat(check()).contains("T-HE-01");
    }

    @Test
    void aNewRuleMayRestOnAClauseThatThereIs() throws IOException {
        TinyRules.sealed().write(folder);
        String sealed = sealed();
        assertThat(run("rule", "tiny", "help", "--clause", "一 帮助", "--policy", "2")
                        .err())
                .isEmpty();
        assertThat(text("tiny/policy/2/help.drl")).contains("@id(T-HE-03) @clause(\"一 帮助\")");
        assertThat(text("tiny/policy/2/clauses.yaml")).doesNotContain("TODO");
        assertThat(sealed()).isEqualTo(sealed);
        assertThat(check()).isEqualTo("No faults: 1 release and 1 draft with 7 rules and 8 cases in all versions\n");
    }

    @Test
    void theFirstRuleAboutAServiceBeginsItsFiles() throws IOException {
        TinyRules.draft().write(folder);
        assertThat(run("rule", "tiny", "sp-more").err()).isEmpty();
        assertThat(text("tiny/policy/1/sp-more.drl"))
                .startsWith("package tiny.sp_more\n")
                .contains("@id(T-SM-01)");
        assertThat(check()).isEqualTo("No faults: 0 releases and 1 draft with 4 rules and 5 cases in all versions\n");
    }

    @Test
    void aNewProgrammePassesCheckAndFailsTestUntilItIsFilledIn() throws IOException {
        TinyRules.sealed().write(folder);
        CommandLineRun run = run("programme", "great-care", "--vendor", "Somebody: O'Neill & 某厂商");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("./quanyi check great-care");
        assertThat(text("great-care/programme.yaml")).contains("'Somebody: O''Neill & 某厂商'");
        assertThat(text("great-care/catalogue/2026-01-01.yaml")).contains("calendar: cn");
        assertThat(folder.resolve("great-care/releases.yaml")).doesNotExist();
        assertThat(check()).isEqualTo("No faults: 1 release and 1 draft with 6 rules and 9 cases in all versions\n");
        assertThat(test().err()).contains("policy/2026.1/support.cases.yaml:3:11: case \"TODO GC-SU-01", "6 faults");
        fillIn("great-care/policy/2026.1/support.cases.yaml", "ENTITLED", "NOT_ENTITLED");
        fillIn("great-care/policy/2026.1/plans.cases.yaml", "ENTITLED", "NOT_ENTITLED");
        fillIn("great-care/policy/2026.1/period.cases.yaml", "NOT_ENTITLED", "NOT_ENTITLED");
        assertThat(test().err()).isEmpty();
    }

    @Test
    void aNewProgrammeIsNamedInTheLanguageOfItsDocument() throws IOException {
        TinyRules.sealed().write(folder);
        assertThat(run("programme", "acme", "--vendor", "Acme", "--document-language", "en")
                        .err())
                .isEmpty();
        assertThat(text("acme/programme.yaml")).contains("language: en\n", "title: TODO title of the document");
        assertThat(text("acme/policy/2026.1/support.drl"))
                .contains("rule \"TODO AC-SU-01: what the clause says, as a sentence\"\n    @zh(\"TODO AC-SU-01：");
        assertThat(text("acme/policy/2026.1/support.cases.yaml")).contains("TODO AC-SU-01: a customer to whom");
        assertThat(check()).startsWith("No faults: 1 release and 1 draft");
        fillIn("acme/policy/2026.1/support.cases.yaml", "ENTITLED", "NOT_ENTITLED");
        fillIn("acme/policy/2026.1/plans.cases.yaml", "ENTITLED", "NOT_ENTITLED");
        fillIn("acme/policy/2026.1/period.cases.yaml", "NOT_ENTITLED", "NOT_ENTITLED");
        assertThat(test().err()).isEmpty();
        assertThat(run("programme", "other", "--vendor", "X", "--document-language", "zh-CN")
                        .status())
                .isZero();
        assertThat(text("other/programme.yaml")).contains("language: zh-CN\n", "title: TODO 厂商文件的标题");
        assertThat(run("programme", "third", "--vendor", "X", "--document-language", "fr")
                        .status())
                .isEqualTo(2);
    }

    @Test
    void aRuleForEveryCustomerAsksForNoPlanAndNeedsNoSilentCase() throws IOException {
        TinyRules.sealed().write(folder);
        assertThat(run("programme", "acme", "--vendor", "Acme").err()).isEmpty();
        String catalogue = "acme/catalogue/2026-01-01.yaml";
        String only = "plans:\n  - id: only\n    names: { zh-CN: 唯一, en: Only }\n\n";
        Files.writeString(folder.resolve(catalogue), text(catalogue).replaceFirst("(?s)plans:.*?\n\n", only));
        for (String name : List.of("plans", "period", "support")) {
            Files.delete(folder.resolve("acme/policy/2026.1/" + name + ".drl"));
            Files.delete(folder.resolve("acme/policy/2026.1/" + name + ".cases.yaml"));
        }
        Files.writeString(
                folder.resolve("acme/policy/2026.1/clauses.yaml"),
                "clauses:\n  - { number: 1, quote: Help, gloss: Help, decides: true }\n");
        assertThat(run("rule", "acme", "support", "--clause", "1").err()).isEmpty();
        assertThat(text("acme/policy/2026.1/support.drl")).contains("when\n    Question(service == \"support\")\nthen");
        assertThat(text("acme/policy/2026.1/support.cases.yaml"))
                .contains("subscription: { plan: only }")
                .doesNotContain("silent:");
        assertThat(check()).startsWith("No faults: 1 release and 1 draft");
        fillIn("acme/policy/2026.1/support.cases.yaml", "ENTITLED", "");
        assertThat(test().err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PRC, 0", "Europe/Berlin, 0", "EST, 0", "SystemV/PST8, 2", "+08:00, 2", "UTC+8, 2", "Nowhere/Land, 2"})
    void aZoneIsNamedAsInTheFilesOfRules(String zone, int status) {
        TinyRules.sealed().write(folder);
        assertThat(run("programme", "great-care", "--vendor", "X", "--zone", zone)
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Shanghai, 1, calendar: cn, 2026-06-15T12:00:00+08:00",
        "PRC, 1, calendar: cn, 2026-06-15T12:00:00+08:00",
        "Europe/Berlin, 1, '# calendar: ', 2026-06-15T12:00:00+02:00",
        "Europe/Berlin, 2, calendar: de, 2026-06-15T12:00:00+02:00"
    })
    void aNewProgrammeHasTheCalendarOfItsZoneAndAsksAtItsOwnNoon(
            String zone, int programmes, String calendar, String noon) throws IOException {
        TinyRules rules = TinyRules.draft();
        if (programmes == 2) {
            rules = rules.twice()
                    .with(
                            "calendars/2026-01-01/de/2026.yaml",
                            text(rules, "calendars/2026-01-01/cn/2026.yaml").replace("id: cn", "id: de"))
                    .change("twin/catalogue/2026-01-01.yaml", "zone: Asia/Shanghai", "zone: Europe/Berlin")
                    .change("twin/catalogue/2026-01-01.yaml", "calendar: cn", "calendar: de");
        }
        rules.write(folder);
        assertThat(run("programme", "care", "--vendor", "X", "--zone", zone).err())
                .isEmpty();
        assertThat(text("care/catalogue/2026-01-01.yaml")).contains("    " + calendar);
        assertThat(text("care/policy/2026.1/support.cases.yaml")).contains("at: " + noon + " }");
    }

    private static String text(TinyRules rules, String path) {
        SourceFile file = Objects.requireNonNull(rules.tree().file(path));
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aProgrammeWithoutCalendarsIsNotBegun() {
        TinyRules.draft().without("calendars").without("tiny").write(folder);
        assertThat(run("programme", "big", "--vendor", "X").err()).startsWith("the rules have no calendars");
    }

    @Test
    void whatIsThereIsNeverOverwritten() {
        TinyRules.draft().with("tiny/policy/1/visit.cases.yaml", "mine").write(folder);
        String before = digest();
        CommandLineRun run = run("service", "tiny", "visit");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("visit.cases.yaml: a file of this name exists already");
        assertThat(digest()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            policy/1/plans.drl          | @clause("三")        |                   | plans.drl:5:1: rule T-PL-01 needs @clause
            policy/1/help.drl           | id == "low"         | id == "lwo"       | help.drl:10:16: unknown plan "lwo"
            policy/1/help.drl           | then                | than              | help.drl:
            policy/1/help.cases.yaml    | fires: [T-HE-01]    | fires: [T-HE-99]  | help.cases.yaml:
            catalogue/2026-01-01.yaml   | calendar: cn        | calendar: hk      | 2026-01-01.yaml:7:9: window "desk"
            catalogue/2026-01-01.yaml   | window: desk,       | window: dsek,     | 2026-01-01.yaml:
            policy/1/clauses.yaml       | quote: 提供帮助,      |                   | clauses.yaml:
            programme.yaml              | zone: Asia/Shanghai | zone: Asia/Nowhere | programme.yaml:
            """)
    void aDraftWithFaultsGetsItsScaffoldsAndKeepsItsFaults(String file, String text, String other, String fault)
            throws IOException {
        for (String call : List.of("service tiny visit", "rule tiny help", "programme other --vendor X")) {
            Path copy = folder.resolve(call.substring(0, call.indexOf(' ')));
            TinyRules.draft()
                    .change("tiny/catalogue/2026-01-01.yaml", "en: Phone }", "en: Phone }, window: desk, contact: '1'")
                    .change("tiny/" + file, text, other == null ? "" : other)
                    .write(copy);
            String faults = CommandLineRun.of("check", "tiny", "--rules", copy).err();
            assertThat(faults).contains(fault);
            List<Object> arguments = new ArrayList<>(List.of("new"));
            arguments.addAll(List.of(call.split(" ")));
            arguments.addAll(List.of("--rules", copy));
            CommandLineRun run = CommandLineRun.of(arguments.toArray());
            assertThat(run.err()).isEmpty();
            assertThat(run.status()).isZero();
            assertThat(run.out()).contains("/clauses.yaml");
            if (!call.startsWith("programme")) {
                assertThat(run.out()).contains("The rules had ", " before, and still have ");
            }
            assertThat(messages(CommandLineRun.of("check", "tiny", "--rules", copy)))
                    .isEqualTo(messages(new CommandLineRun(1, "", faults)));
        }
    }

    private static List<String> messages(CommandLineRun run) {
        return run.err()
                .lines()
                .filter(line -> !line.contains(" | "))
                .map(line -> line.replaceFirst("(?::\\d+)+: ", ": "))
                .toList();
    }

    @Test
    void aFileThatCannotBeReadIsNotAddedTo() {
        TinyRules.draft()
                .change("tiny/policy/1/clauses.yaml", "decides: false,", "decides: [,")
                .write(folder);
        String before = digest();
        CommandLineRun run = run("rule", "tiny", "help");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("tiny/policy/1/clauses.yaml:3:").endsWith("1 fault\n");
        assertThat(digest()).isEqualTo(before);
    }

    @Test
    void aScaffoldThatWouldNotHoldIsNotWritten() {
        TinyRules.draft()
                .change("tiny/catalogue/2026-01-01.yaml", "services:", "elsewhere: { services: [visit] }\nservices:")
                .write(folder);
        String before = digest();
        CommandLineRun run = run("service", "tiny", "visit");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("tiny/catalogue/2026-01-01.yaml").contains("visit");
        assertThat(digest()).isEqualTo(before);
    }

    @Test
    void aListInBracketsIsNotAddedTo() {
        TinyRules.draft()
                .change("tiny/catalogue/2026-01-01.yaml", "services:\n  - {", "services: [{")
                .change("tiny/catalogue/2026-01-01.yaml", "Help } }\n  - {", "Help } }, {")
                .change("tiny/catalogue/2026-01-01.yaml", "en: More } }\n", "en: More } }]\n")
                .write(folder);
        String before = digest();
        assertThat(run("service", "tiny", "visit").err())
                .contains("2026-01-01.yaml: nothing can be added to the list \"services\"");
        assertThat(digest()).isEqualTo(before);
    }

    @Test
    void aProgramIsToldWhatWasWritten() {
        TinyRules.draft().write(folder);
        CommandLineRun run = run("rule", "tiny", "sp-more", "--json");
        assertThat(run.out().replaceAll("\\s", ""))
                .startsWith("{\"faults\":0,\"added\":[\"" + folder.resolve("tiny/policy/1/sp-more.cases.yaml") + "\"")
                .endsWith("\"changed\":[\"" + folder.resolve("tiny/policy/1/clauses.yaml") + "\"]}");
    }

    @Test
    void itSpeaksChinese() {
        TinyRules.sealed().write(folder);
        assertThat(CommandLineRun.in(Locale.CHINA, "new", "rule", "tiny", "help", "--rules", folder)
                        .err())
                .contains("tiny 的政策 1 已封存");
    }

    @ParameterizedTest
    @ValueSource(strings = {"new --help", "new version --help", "new service --help", "new rule --help"})
    void everyCommandExplainsItself(String call) {
        CommandLineRun run = CommandLineRun.of((Object[]) call.split(" "));
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("Usage: quanyi new");
    }

    @Test
    void newAloneIsAWrongCall() {
        assertThat(CommandLineRun.of("new").status()).isEqualTo(2);
    }

    private CommandLineRun run(String... call) {
        List<Object> arguments = new ArrayList<>(List.of("new"));
        arguments.addAll(List.of(call));
        arguments.addAll(List.of("--rules", folder));
        return CommandLineRun.of(arguments.toArray());
    }

    /** The output without remarks, which the tiny rules get before any scaffold. */
    private String check() {
        CommandLineRun run = CommandLineRun.of("check", "--rules", folder);
        return run.out()
                        .lines()
                        .filter(line -> !line.contains(": remark: ")
                                && !line.matches("Remarks that are as meant .*| +judged:| +- \\{ remark: .*"))
                        .map(line -> line + "\n")
                        .collect(Collectors.joining())
                + run.err();
    }

    private CommandLineRun test() {
        return CommandLineRun.of("test", "--rules", folder);
    }

    private String text(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    private void fillIn(String path, String fires, String silent) throws IOException {
        String text = text(path);
        String first = EXPECTED.matcher(text).replaceFirst(fires);
        Files.writeString(folder.resolve(path), EXPECTED.matcher(first).replaceFirst(silent));
    }

    private String digest() {
        return SourceTree.digest(SourceTree.ofFolder(folder).under(""));
    }

    private String sealed() {
        SourceTree tree = SourceTree.ofFolder(folder);
        List<SourceFile> files = new ArrayList<>(tree.under("tiny/policy/1/"));
        files.addAll(tree.under("tiny/catalogue/2026-01-01.yaml"));
        files.addAll(tree.under("tiny/releases.yaml"));
        return SourceTree.digest(files);
    }

    private List<Path> hidden() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }
}
