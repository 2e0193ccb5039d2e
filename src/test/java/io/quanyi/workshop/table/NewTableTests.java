package io.quanyi.workshop.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import io.quanyi.workshop.CommandLineRun;
import io.quanyi.workshop.spreadsheet.WorkbookFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table becomes rules and cases, is compared with them once it has changed, and is read back by the matrix. */
@Tag("slow")
class NewTableTests {

    private static final String RULES = "tiny/policy/1/help-targets.drl";
    private static final String CASES = "tiny/policy/1/help-targets.cases.yaml";

    private static final String TABLE = """
            plan,severity,response,resolution,window,clause
            low,P1,2 hours,4 hours,—,二
            low,P2,4 working hours,—,Working hours,二
            高,P1,30 分钟,4 hours,—,二；一 帮助
            高,P2,0.5 working days,—,desk,二
            """;

    @TempDir
    private Path folder;

    private Path table;

    @BeforeEach
    void aProgrammeWithSeveritiesAndNoTargets() throws IOException {
        tiny().write(folder);
        table = folder.resolve("sla.csv");
        Files.writeString(table, TABLE);
    }

    private static TinyRules tiny() {
        return TinyRules.draft()
                .change(
                        "tiny/catalogue/2026-01-01.yaml",
                        "windows:",
                        "severities:\n  - { id: P1, names: { zh-CN: 一级, en: Urgent } }\n"
                                + "  - { id: P2, names: { zh-CN: 二级, en: Normal } }\nwindows:")
                .change(
                        "tiny/policy/1/help.drl",
                        "insert(new Response(workingDays(1), \"desk\"));",
                        "insert(new Channel(\"phone\"));")
                .change(
                        "tiny/policy/1/help.cases.yaml",
                        "question: { service: help,",
                        "question: { service: help, severity: P1,")
                .change("tiny/policy/1/help.cases.yaml", ", response: { dueAt: 2026-11-23T16:00:00+08:00 } }", " }")
                .change("tiny/policy/1/help.cases.yaml", ", response: null", "");
    }

    @Test
    void eachRowBecomesARuleThatTheMatrixReadsBack() throws IOException {
        CommandLineRun run = make();
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("new: T-HE2-01 Help – Low, Urgent: Answered within 2 hours; Solved within 4 hours");
        assertThat(text(RULES))
                .startsWith("""
                package tiny.help_targets

                import io.quanyi.facts.*
                import static io.quanyi.servicetime.Target.*

                // row plan=low severity=P1; written\s""")
                .contains("""
                rule "Help – High, Normal: Answered within 0.5 working days"
                    @zh("帮助，高、二级：0.5 个工作日内响应")
                    @id(T-HE2-04) @clause("二")
                when
                    Question(service == "help", severity == "P2")
                    Plan(id == "high")
                then
                    insert(new Response(workingDays(0.5), "desk"));
                end
                """)
                .contains("@clause(\"二\", \"一 帮助\")", "insert(new Response(minutes(30)));");
        assertThat(CommandLineRun.of("check", "--rules", folder))
                .extracting(CommandLineRun::status, CommandLineRun::err)
                .containsExactly(0, "");
        assertThat(matrix()).isEqualTo("""
                service  plan  severity  response                                          resolution
                -------  ----  --------  ------------------------------------------------  ---------------------
                Help     Low   Urgent    Answered within 2 hours                           Solved within 4 hours
                Help     Low   Normal    Answered within 4 working hours (Working hours)   —
                Help     High  Urgent    Answered within 30 minutes                        Solved within 4 hours
                Help     High  Normal    Answered within 0.5 working days (Working hours)  —
                """);
    }

    @Test
    void theCasesPassOnceTheirInstantsAreWorkedOut() throws IOException {
        make();
        assertThat(text(CASES)).contains("""
                  # row plan=high severity=P2
                  - name: "Help – High, Normal: Answered within 0.5 working days"
                    zh: "帮助，高、二级：0.5 个工作日内响应"
                    note: "TODO how the answer follows from the words of the document"
                    subscription: { plan: high }
                    question: { service: help, severity: P2, at: 2026-06-15T12:00:00+08:00 }
                    expect:
                      response: { target: { amount: 0.5, unit: working-day }, window: desk, dueAt: "TODO: the instant" }
                    fires: [T-HE2-02, T-HE2-04]
                    silent: [T-HE2-03]
                """);
        assertThat(text(CASES))
                .contains(
                        """
                    note: "2026-06-15 12:00 plus 2 hours: 2026-06-15 14:00; 2026-06-15 12:00 plus 4 hours: 2026-06-15 16:00"
                """,
                        "unit: hour }, dueAt: 2026-06-15T14:00:00+08:00 }",
                        "unit: minute }, dueAt: 2026-06-15T12:30:00+08:00 }");
        assertThat(test().err()).contains("2 faults", "/response/dueAt: expected TODO: the instant");
        String cases = text(CASES);
        for (String due : List.of("17:00", "17:00")) {
            cases = cases.replaceFirst("\"TODO: the instant\"", "2026-06-15T" + due + ":00+08:00");
        }
        Files.writeString(folder.resolve(CASES), cases);
        assertThat(test())
                .extracting(CommandLineRun::status, CommandLineRun::err)
                .containsExactly(0, "");
    }

    @Test
    void aWorkbookAndAColumnForEachSeverityMakeTheSameRules() throws IOException {
        make();
        String rules = text(RULES);
        Files.delete(folder.resolve(RULES));
        Files.delete(folder.resolve(CASES));
        table = folder.resolve("sla.xlsx");
        Files.write(
                table,
                WorkbookFile.of(
                                WorkbookFile.row("服务计划,一级,P1 解决时限,Normal,P2 resolution,服务时间,条款"),
                                WorkbookFile.row("低,2 小时,4 小时内,4 个工作小时,无,desk,二"),
                                WorkbookFile.row("High,30 min,4h,半个工作日,—,工作时间,二; 一 帮助"))
                        .bytes());
        assertThat(make().err()).isEmpty();
        assertThat(text(RULES)
                        .replace("@clause(\"二\", \"一 帮助\")", "@clause(\"二\")")
                        .replaceAll("written .*", ""))
                .isEqualTo(rules.replace("@clause(\"二\", \"一 帮助\")", "@clause(\"二\")")
                        .replaceAll("written .*", ""));
    }

    @Test
    void aTableIsComparedWithTheRulesItMade() throws IOException {
        make();
        assertThat(make()).isEqualTo(new CommandLineRun(0, "The rules about help say what the table says.\n", ""));
        Files.writeString(
                table,
                TABLE.replace("low,P1,2 hours,4 hours,—,二\n", "").replace("4 working hours", "3 working hours")
                        + "低,P1,1 hour,4 hours,—,二\n");
        String before = digest();
        CommandLineRun run = make();
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("""
                other than the rule: T-HE2-02, now Help – Low, Normal: Answered within 3 working hours
                other than the rule: T-HE2-01, now Help – Low, Urgent: Answered within 1 hour; Solved within 4 hours
                Nothing was written: the rules about help differ from the table. With --replace they become what the table says.
                """);
        assertThat(digest()).isEqualTo(before);
    }

    @Test
    void whatTheAuthorFilledInStaysWhereTheTableHasNotChanged() throws IOException {
        make();
        edit(CASES, "subscription: { plan: low }", "subscription: { plan: low, product: thing }");
        edit(CASES, "fires: [T-HE2-01]", "fires: [T-HE-01, T-HE2-01]");
        Files.writeString(
                table,
                TABLE.replace("low,P1,2 hours", "low,P1,3 hours")
                        .replace("高,P2,0.5 working days,—,desk,二\n", "高,P2,1 working hour,—,desk,二\n"));
        CommandLineRun run = make("--replace");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("changed: " + folder.resolve(RULES));
        assertThat(text(CASES))
                .contains(
                        "subscription: { plan: low, product: thing }",
                        "fires: [T-HE2-01, T-HE-01]",
                        "amount: 3, unit: hour");
        assertThat(text(RULES)).contains("hours(3)", "workingHours(1)").doesNotContain("workingDays");
        assertThat(make().out()).isEqualTo("The rules about help say what the table says.\n");
    }

    @Test
    void aRowThatIsGoneTakesItsRuleAndItsCaseAlong() throws IOException {
        make();
        String all = text(RULES);
        Files.writeString(table, "plan,severity,response,clause\n*,P1,2 hours,二\n");
        CommandLineRun run = make("--replace");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("no longer in the table: T-HE2-04 Help – High, Normal", "new: T-HE2-05 Help – Urgent");
        assertThat(text(RULES)).contains("T-HE2-05").doesNotContain("T-HE2-01", "T-HE2-04");
        assertThat(text(CASES))
                .contains("# row of another service", "silent: [T-HE2-05]")
                .doesNotContain("T-HE2-01");
        Files.writeString(table, TABLE);
        assertThat(make("--replace").err()).isEmpty();
        assertThat(text(RULES).replaceAll("T-HE2-[0-9]+|written .*", ""))
                .isEqualTo(all.replaceAll("T-HE2-[0-9]+|written .*", ""));
    }

    @Test
    void aRuleThatWasEditedByHandIsNamedAndLeftAlone() throws IOException {
        make();
        edit(RULES, "@id(T-HE2-01) @clause(\"二\")", "@id(T-HE2-01) @clause(\"二\") @reading(A01)");
        assertThat(make().out()).isEqualTo("The rules about help say what the table says.\n");
        Files.writeString(
                table, TABLE.replace("low,P1,2 hours", "low,P1,3 hours").replace("高,P1,30 分钟", "高,P1,1 小时"));
        CommandLineRun run = make("--replace");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        "edited by hand and left as it is: T-HE2-01 (plan=low severity=P1); the table says Help – Low, Urgent:"
                                + " Answered within 3 hours")
                .contains("other than the rule: T-HE2-03, now");
        assertThat(text(RULES))
                .contains("@reading(A01)", "insert(new Response(hours(2)));", "insert(new Response(hours(1)));");
        assertThat(make("--replace").out())
                .contains("Nothing was written: what differs from the table about help was edited");
    }

    @Test
    void aSealedPolicyIsComparedAndItsCopyIsChanged() throws IOException {
        make();
        String digest = SourceTree.digest(Stream.of("tiny/policy/1/", "tiny/catalogue/", "calendars/2026-01-01/")
                .flatMap(prefix -> SourceTree.ofFolder(folder).under(prefix).stream())
                .toList());
        Files.writeString(
                folder.resolve("tiny/releases.yaml"),
                "releases:\n"
                        + TinyRules.draft()
                                .entry(1, "publishedAt: 2026-01-01T00:00:00Z")
                                .replaceAll("digest: .*", "digest: " + digest));
        Files.writeString(table, TABLE.replace("low,P1,2 hours", "low,P1,3 hours"));
        assertThat(make().out()).contains("other than the rule: T-HE2-01");
        assertThat(make("--replace").err()).startsWith("policy 1 of tiny is sealed");
        assertThat(make("--replace", "--policy", "2").err()).isEmpty();
        assertThat(text("tiny/policy/2/help-targets.drl")).contains("hours(3)");
        assertThat(text(RULES)).contains("hours(2)").doesNotContain("hours(3)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plan,severity          => plan,severty            | 1:2: cell B1: "severty" is no column
            plan,severity          => plan,severty            | did you mean "severity"?
            resolution,window      => response time,window    | 1:4: cell D1: "response time" is named already in C1
            severity,response      => severity,               | 1:3: cell C1 names no column, between columns that are named
            low,P1,2 hours         => low,P1,two days         | 2:3: cell C2 (column "response"): "two days" is no time; write for example 30 minutes
            low,P1,2 hours         => low,P1,                 | 2:3: cell C2 (column "response") is empty
            low,P1,2 hours         => ,P1,2 hours             | 2:1: cell A2 (column "plan") is empty
            low,P1                 => lowest,P1               | 2:1: cell A2 (column "plan"): "lowest" is not in the catalogue; allowed are low, 低, Low, high, 高, High, and * for all
            low,P1                 => low,Urgend              | did you mean "Urgent"?
            plan,severity          => plan,topic              | 2:2: cell B2 (column "topic"): "P1" is not in the catalogue, which has no such entries; add them
            low,P1                 => low,P2                  | 3:1: C3 and C2 are about the same requests
            low,P1                 => *,P1                    | 4:1: C4 and C2 are about the same requests
            4 hours,—,二           => 4 hours,desk,二         | 2:5: cell E2 (column "window"): the times of the row run by the clock
            —,Working hours        => —,—                     | 3:3: cell C3 (column "response"): "4 working hours" is working time
            —,Working hours        => —,desc                  | did you mean "desk"?
            hours,—,二             => hours,—,四              | 2:6: cell F2 (column "clause"): clauses.yaml has no clause "四"
            hours,—,二             => hours,—,二,x            | 2:7: cell G2 stands beside the table ("x")
            4 hours,—,二           => =1+1,—,二               | 2:4: cell D2 is a formula
            高                     => 低                      | no row is about high
            高,P1,30 分钟          => 高,P1,—                 | C4 states no response for high, which contains the plan of C2
            """)
    void aTableThatDoesNotHoldIsRefusedWithItsCell(String change, String fault) throws IOException {
        String[] texts = change.split(" *=> *", -1);
        Files.writeString(table, TABLE.replace(texts[0], texts[1]));
        assertThat(Files.readString(table)).isNotEqualTo(TABLE);
        String before = digest();
        CommandLineRun run = make();
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains(fault);
        assertThat(digest()).isEqualTo(before);
    }

    @Test
    void allFaultsAreSaidAtOnceInTheLanguageOfTheCall() throws IOException {
        Files.writeString(
                table,
                TABLE.replace("2 hours", "次工作日").replace("30 分钟", "0.01 分钟").replace("低", "x"));
        assertThat(CommandLineRun.in(Locale.CHINA, call()).err())
                .contains("单元格 C2（列“response”）：“次工作日”说的是哪一天", "单元格 C4（列“response”）：“0.01 分钟”超出范围", "2 处错误");
        Files.writeString(table, "a,b\n");
        assertThat(make().err()).contains("sla.csv: the table needs a row that names its columns, and a row below it");
        Files.writeString(table, "plan,severity\nlow,P1\n");
        assertThat(make().err())
                .contains("no column states a time", "no column says which clause", "no row is about high", "3 faults");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            halp --from sla.csv                 | tiny has no service "halp"
            help --from none.csv                | no such file: none.csv
            help --from sla.txt                 | is no table that can be read
            help --from sla.csv --sheet x       | has one sheet only
            help --from sla.csv --clause 九     | has no clause "九"
            help                                | missing: --from
            """)
    void aWrongCallWritesNothing(String call, String message) throws IOException {
        Files.writeString(folder.resolve("sla.txt"), TABLE);
        String before = digest();
        List<Object> arguments = new ArrayList<>(List.of("new", "table", "tiny", "--rules", folder));
        Stream.of(call.split(" "))
                .map(word -> word.startsWith("sla") ? folder.resolve(word) : word)
                .forEach(arguments::add);
        CommandLineRun run = CommandLineRun.of(arguments.toArray());
        assertThat(run.err()).contains(message);
        assertThat(run.status()).isEqualTo(2);
        assertThat(digest()).isEqualTo(before);
    }

    @Test
    void aProgramReadsTheComparison() {
        assertThat(make("--json").out().replaceAll("\\s+", ""))
                .contains("\"rows\":[{\"row\":\"plan=lowseverity=P1\"")
                .contains("\"rule\":\"T-HE2-01\",\"state\":\"new\"");
    }

    @Test
    void aShippedProgrammeTakesATableByRegionAndChannel() throws IOException {
        SourceTree shipped = SourceTree.ofFolder(Path.of("rules"));
        for (String prefix : List.of("yonyou-aftersales-sla/", "calendars/", "readings.yaml")) {
            for (SourceFile file : shipped.under(prefix)) {
                Path path = folder.resolve(file.path());
                Files.createDirectories(path.resolveSibling(""));
                Files.write(path, file.bytes());
            }
        }
        Files.writeString(table, """
                计划,严重级别,区域,渠道,首次响应,服务时间
                基础服务,P1 级（紧急故障）,中国,热线,1 小时,—
                基础服务,"P2,P3",中国,热线,4 个工作小时,5×8 小时
                金牌服务,P1,CN,hotline,30 分钟,—
                金牌服务,P2、P3,CN,hotline,1 小时,—
                基础服务;金牌服务,P1;P2;P3,TW,*,1 个工作日,5x8
                """);
        CommandLineRun run = CommandLineRun.of(
                "new",
                "table",
                "yonyou-aftersales-sla",
                "doc-updates",
                "--from",
                table,
                "--clause",
                "响应机制与SLA",
                "--policy",
                "2026.1",
                "--rules",
                folder);
        assertThat(run.err()).isEmpty();
        assertThat(CommandLineRun.of("check", "yonyou-aftersales-sla", "--rules", folder))
                .extracting(CommandLineRun::status, CommandLineRun::err)
                .containsExactly(0, "");
        assertThat(CommandLineRun.of(
                                "matrix", "yonyou-aftersales-sla", "--by", "severity,region,channel", "--rules", folder)
                        .out()
                        .lines()
                        .filter(line -> line.contains("Updates of the basic documents"))
                        .map(line -> line.replaceAll(" {2,}", "|").replace("Updates of the basic documents|", "")))
                .containsExactly(
                        "Basic service|P1 (emergency)|China|Hotline|Answered within 1 hour|—",
                        "Basic service|P1 (emergency)|Taiwan|Hotline|Answered within 1 working day (5×8 hours)|—",
                        "Basic service|P2 (high)|China|Hotline|Answered within 4 working hours (5×8 hours)|—",
                        "Basic service|P2 (high)|Taiwan|Hotline|Answered within 1 working day (5×8 hours)|—",
                        "Basic service|P3 (general)|China|Hotline|Answered within 4 working hours (5×8 hours)|—",
                        "Basic service|P3 (general)|Taiwan|Hotline|Answered within 1 working day (5×8 hours)|—",
                        "Gold service|P1 (emergency)|China|Hotline|Answered within 30 minutes|—",
                        "Gold service|P1 (emergency)|Taiwan|Hotline|Answered within 1 working day (5×8 hours)|—",
                        "Gold service|P2 (high)|China|Hotline|Answered within 1 hour|—",
                        "Gold service|P2 (high)|Taiwan|Hotline|Answered within 1 working day (5×8 hours)|—",
                        "Gold service|P3 (general)|China|Hotline|Answered within 1 hour|—",
                        "Gold service|P3 (general)|Taiwan|Hotline|Answered within 1 working day (5×8 hours)|—");
    }

    @Test
    void aNewProgrammeTakesATable() throws IOException {
        CommandLineRun.of("new", "programme", "great-care", "--vendor", "X", "--rules", folder);
        edit(
                "great-care/catalogue/2026-01-01.yaml",
                "windows:\n",
                "severities:\n  - { id: S1, names: { zh-CN: 甲, en: First } }\nwindows:\n");
        edit("great-care/policy/2026.1/support.drl", "Plan(id == \"advanced\")", "Plan(id == \"basic\")");
        Files.writeString(
                table,
                "plan,severity,response,window\nbasic,S1,2 working days,office-hours\nadvanced,S1,immediate,—\n");
        assertThat(CommandLineRun.of(
                                "new",
                                "table",
                                "great-care",
                                "support",
                                "--from",
                                table,
                                "--clause",
                                "TODO GC-SU-01",
                                "--rules",
                                folder)
                        .err())
                .isEmpty();
        assertThat(CommandLineRun.of("check", "great-care", "--rules", folder).err())
                .isEmpty();
        assertThat(CommandLineRun.of("matrix", "great-care", "--by", "severity", "--rules", folder)
                        .out())
                .contains("First     Answered within 2 working days (TODO office hours)", "First     Answered at once");
    }

    private CommandLineRun make(String... more) {
        return CommandLineRun.of(call(more));
    }

    private Object[] call(String... more) {
        return Stream.concat(
                        Stream.of("new", "table", "tiny", "help", "--from", table, "--rules", folder), Stream.of(more))
                .toArray();
    }

    private String matrix() {
        String out = CommandLineRun.of("matrix", "tiny", "--by", "severity", "--rules", folder)
                .out();
        return out.substring(out.indexOf("\n\n") + 2);
    }

    private CommandLineRun test() {
        return CommandLineRun.of("test", "--rules", folder);
    }

    private String text(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    private void edit(String path, String before, String after) throws IOException {
        assertThat(text(path)).contains(before);
        Files.writeString(
                folder.resolve(path),
                text(path)
                        .replaceFirst(
                                java.util.regex.Pattern.quote(before),
                                java.util.regex.Matcher.quoteReplacement(after)));
    }

    private String digest() {
        return SourceTree.digest(SourceTree.ofFolder(folder).under("tiny/"));
    }
}
