package io.quanyi.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.TinyRules;
import io.quanyi.text.Language;
import io.quanyi.text.TextRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the output of commands: no English in Chinese, no Chinese in English, no seam where a text was put together. */
class RenderedTextTests {

    private static final Path SHIPPED = Path.of("rules");

    /** Requests that show prices, limits, clocks, suggestions, near misses and refusals. */
    private static final List<String> REQUESTS = List.of("""
            {"programme":"kingdee-galaxy-public","subscription":{"plan":"preferred","product":"星空","deployment":"public-cloud",\
            "serviceStart":"2026-01-01","serviceEnd":"2026-12-31"},"question":{"service":"emergency-fault","at":"2026-09-30T16:00:00+08:00"}}""", """
            {"programme":"kingdee-galaxy-public","subscription":{"plan":"basic"},"question":{"service":"sp-emergency-support",\
            "at":"2026-11-20T16:00:00+08:00"}}""", """
            {"programme":"kingdee-premium-success","subscription":{"plan":"premium"},"question":{"service":"im-group",\
            "quantity":9,"at":"2026-11-20T16:00:00+08:00"}}""", """
            {"programme":"kingdee-aftersales-general","subscription":{"plan":"year-service","product":"kingdee-kis-standard",\
            "serviceStart":"2025-01-01","serviceEnd":"2025-12-31"},"question":{"service":"hotline","at":"2026-11-20T16:00:00+08:00"}}""", """
            {"programme":"yonsuite-premier-success","subscription":{"plan":"premier"},"question":{"service":"critical-moment-support",\
            "requestedStart":"2026-11-25","at":"2026-11-20T20:00:00+08:00"}}""", """
            {"programme":"yonyou-aftersales-sla","subscription":{"plan":"gold","product":"yonyou-u8"},"question":{"service":"incident-support",\
            "severity":"P1","at":"2026-11-20T20:00:00+08:00"}}""", """
            {"programme":"kingdee-galaxy-public","subscription":{"plan":"golden"},"question":{"service":"no-such","at":"2026-11-20T20:00:00+08:00"}}""");

    @TempDir
    private Path folder;

    @Test
    void anExplanationInChineseIsChinese() throws IOException {
        for (String request : REQUESTS) {
            String told = explained(request, Language.CHINESE);
            assertChinese(told);
            assertThat(told).doesNotContain("Asia/Shanghai", "CNY", "+08:00", "None", "[", " 为 ");
        }
    }

    @Test
    void anExplanationInEnglishQuotesTheDocumentAndIsEnglishBeside() throws IOException {
        for (String request : REQUESTS) {
            String told = explained(request, Language.ENGLISH);
            assertThat(TextRules.strays(Language.ENGLISH, told)).isEmpty();
            assertThat(told.lines().filter(line -> line.matches(".*(?:counted|weekend|holiday|outside).*")))
                    .allSatisfy(
                            line -> assertThat(line.replaceAll("“[^”]*”", "")).doesNotContainPattern("\\p{IsHan}"));
        }
    }

    @Test
    void aHolidayIsNamedInTheLanguageOfTheReader() throws IOException {
        String request = REQUESTS.get(0);
        assertThat(explained(request, Language.ENGLISH))
                .contains("holiday “National Day”")
                .doesNotContain("国庆节");
        assertThat(explained(request, Language.CHINESE)).contains("节假日“国庆节”").doesNotContain("National Day");
    }

    @Test
    void aFamilyOfProductsIsNamedByItsProducts() throws IOException {
        String request = """
                {"programme":"kingdee-premium-success","subscription":{"plan":"premium","product":"kingdee-kis-mini"},\
                "question":{"service":"im-support","at":"2026-11-20T16:00:00+08:00"}}""";
        assertThat(explained(request, Language.CHINESE)).contains("（等 5 种产品）").doesNotContain("eas-cloud");
        assertThat(explained(request, Language.ENGLISH))
                .contains("(one of 5 products)")
                .doesNotContain("eas-cloud");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kingdee-galaxy-public",
                "kingdee-galaxy-onprem",
                "kingdee-premium-success",
                "kingdee-aftersales-general",
                "yonsuite-premier-success",
                "yonyou-aftersales-sla"
            })
    void aMatrixIsInOneLanguage(String programme) {
        String chinese = run(Language.CHINESE, "matrix", programme, "--rules", SHIPPED);
        assertChinese(chinese);
        assertThat(chinese).doesNotContain("+08:00");
        String english = run(Language.ENGLISH, "matrix", programme, "--rules", SHIPPED);
        assertThat(english)
                .doesNotContainPattern("\\p{IsHan}")
                .doesNotContainPattern("\\b1 (?:times|person-days|hours|days)\\b");
    }

    @Test
    void anImpactIsInOneLanguage() throws IOException {
        TinyRules.sealed()
                .copy("tiny/catalogue/2026-01-01.yaml", "tiny/catalogue/2026-02-01.yaml")
                .change("tiny/catalogue/2026-02-01.yaml", "13:00", "13:30")
                .write(folder);
        Files.createDirectories(folder.resolve("tiny/policy/2"));
        for (String file : List.of("help.drl", "plans.drl", "help.cases.yaml", "clauses.yaml")) {
            String text = Files.readString(folder.resolve("tiny/policy/1/" + file));
            Files.writeString(
                    folder.resolve("tiny/policy/2/" + file), text.replace("workingDays(1)", "workingDays(2)"));
        }
        Path page = folder.resolve("impact.html");
        String chinese = run(Language.CHINESE, "impact", "tiny", "--rules", folder, "--html", page);
        assertChinese(chinese.replace(folder.toString(), ""));
        assertThat(chinese).contains("变更影响：tiny，发布版本 1（", "服务时间“").doesNotContain("MONDAY", "null", "window ");
        assertChinese(Files.readString(page).replaceAll("(?s)<style>.*?</style>|<pre>.*?</pre>|<[^>]*>", ""));
        String english = run(Language.ENGLISH, "impact", "tiny", "--rules", folder);
        assertThat(english).contains("Window \"").doesNotContain("MONDAY", "null", "the rule rule");
    }

    @Test
    void coverageIsInOneLanguage() {
        TinyRules.sealed().write(folder);
        String chinese = run(Language.CHINESE, "coverage", "tiny", "--mutations", "--rules", folder);
        assertChinese(chinese.replaceAll("rule \"[^\"]*\"", ""));
        assertThat(run(Language.ENGLISH, "coverage", "tiny", "--mutations", "--rules", folder))
                .doesNotContain("the rule rule", "slip");
    }

    @ParameterizedTest
    @CsvSource({"check, 检查通过：发布版本 1 个、草稿 0 份", "test, 测试通过：发布版本 1 个、草稿 0 份"})
    void draftsAreCountedApartFromReleases(String command, String words) {
        TinyRules.sealed().write(folder);
        assertThat(run(Language.CHINESE, command, "--rules", folder)).contains(words);
    }

    @Test
    void aProgrammeThatHasPublishedNothingSaysSo() {
        TinyRules.draft().write(folder);
        for (Language language : Language.values()) {
            String told = CommandLineRun.of(
                            "matrix", "tiny", "--release", "1", "--rules", folder, "--language", language.tag())
                    .err();
            assertThat(told)
                    .startsWith(
                            language == Language.CHINESE
                                    ? "tiny 没有发布版本“1”，尚未发布过任何版本"
                                    : "tiny has no release \"1\"; nothing has been published yet");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule tiny help --policy 2",
                "service tiny visit --policy 2 --catalogue 2026-02-01",
                "programme big --vendor 某厂商"
            })
    void aScaffoldSaysInChineseWhatToFillIn(String call) throws IOException {
        TinyRules.sealed().write(folder);
        List<Object> all = new ArrayList<>(List.of("new"));
        all.addAll(Arrays.asList((Object[]) call.split(" ", -1)));
        all.addAll(List.of("--rules", folder));
        assertThat(run(Language.CHINESE, all.toArray())).contains("下一步：").doesNotContain("案例", "方案");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file))
                        .doesNotContain(
                                "TODO words", "TODO the clause", "TODO title", "# Every clause", "# The lowest");
            }
        }
    }

    private static void assertChinese(String told) {
        assertThat(told).containsPattern("\\p{IsHan}");
        assertThat(told.lines().map(line -> line.replaceAll("\\{\".*}|“[^”]*”", "")))
                .allSatisfy(line ->
                        assertThat(TextRules.strays(Language.CHINESE, line)).isEmpty())
                .allSatisfy(line -> assertThat(line)
                        .doesNotContainPattern("\\p{IsHan}[,;?!]\\p{IsHan}")
                        .doesNotContainPattern("[，。；：、] +\\p{IsHan}")
                        .doesNotContainPattern("\\d %"));
    }

    private String explained(String request, Language language) throws IOException {
        Path file = folder.resolve("request.json");
        Files.writeString(file, request);
        CommandLineRun run = CommandLineRun.of("explain", file, "--rules", SHIPPED, "--language", language.tag());
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    private static String run(Language language, Object... call) {
        List<Object> all = new ArrayList<>(List.of(call));
        all.addAll(List.of("--language", language.tag()));
        CommandLineRun run = CommandLineRun.of(all.toArray());
        assertThat(run.err()).isEmpty();
        return run.out();
    }
}
