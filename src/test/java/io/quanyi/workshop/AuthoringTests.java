package io.quanyi.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.SourceFile;
import io.quanyi.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks the commands and outputs of docs/authoring.md. */
@Tag("slow")
class AuthoringTests {

    private static final String GALAXY = "kingdee-galaxy-public";
    private static final String COPY = GALAXY + "/policy/2025.2/";
    private static final String RULES = COPY + "emergency-fault.drl";

    /** Each derived by hand: an hour of 8:30–12:00 and 13:00–17:30, Monday to Friday. */
    private static final Map<String, List<String>> CASES = Map.of(
            COPY + "emergency-fault.cases.yaml",
            List.of(
                    "10 月 12 日（周一）8:30 至 10:30 计 2 小时=>10 月 12 日（周一）8:30 至 9:30 计 1 小时",
                    "amount: 2, unit: working-hour=>amount: 1, unit: working-hour",
                    "2026-10-12T10:30:00+08:00=>2026-10-12T09:30:00+08:00",
                    "2026-11-23T10:30:00+08:00=>2026-11-23T09:30:00+08:00",
                    "2026-03-03T14:00:00+08:00=>2026-03-03T12:00:00+08:00",
                    "question: { service: emergency-fault, at: 2026-03-03T10:00:00+08:00 }\n"
                            + "    expect: { response: { dueAt: 2026-03-03T12:00:00+08:00"
                            + "=>question: { service: emergency-fault, at: 2026-03-03T10:00:00+08:00 }\n"
                            + "    expect: { response: { dueAt: 2026-03-03T11:00:00+08:00",
                    "2026-03-03T13:00:01+08:00=>2026-03-03T11:00:01+08:00",
                    "2026-03-04T10:29:59+08:00=>2026-03-04T09:29:59+08:00",
                    "2026-03-04T10:30:00+08:00=>2026-03-04T09:30:00+08:00"),
            COPY + "sp-onsite-support.cases.yaml",
            List.of("2026-03-03T12:00:00+08:00=>2026-03-03T11:00:00+08:00"));

    @TempDir
    private Path folder;

    @BeforeEach
    void aFolderOfRules() throws IOException {
        SourceTree shipped = SourceTree.ofFolder(Path.of("rules"));
        for (String prefix : List.of(GALAXY + "/", "calendars/", "readings.yaml")) {
            for (SourceFile file : shipped.under(prefix)) {
                Path path = folder.resolve(file.path());
                Files.createDirectories(path.resolveSibling(""));
                Files.write(path, file.bytes());
            }
        }
    }

    @Test
    void fromAChangedSentenceToExactlyOneSentence() throws IOException {
        assertThat(run("new", "version", GALAXY, "--policy", "2025.2").status()).isZero();
        edit(RULES, "within 2 working hours=>within 1 working hour");
        edit(RULES, "2 个工作小时内响应=>1 个工作小时内响应");
        edit(RULES, "workingHours(2)=>workingHours(1)");

        assertThat(run("check", GALAXY).out()).contains("No faults: ");
        CommandLineRun old = run("test", GALAXY);
        assertThat(old.status()).isEqualTo(1);
        assertThat(old.err())
                .contains("emergency-fault.cases.yaml:56:11: case \"exclusive is answered within two working hours");
        for (Map.Entry<String, List<String>> file : CASES.entrySet()) {
            for (String change : file.getValue()) {
                edit(file.getKey(), change);
            }
        }
        assertThat(run("test", GALAXY))
                .extracting(CommandLineRun::status, CommandLineRun::err)
                .containsExactly(0, "");

        assertTold("docs/authoring.md", run("impact", GALAXY, "--language", "en"));
        assertTold("docs/authoring.zh-CN.md", run("impact", GALAXY, "--language", "zh-CN"));
    }

    @Test
    void aMisspeltPlanIsSaidAsTheDocumentShowsIt() throws IOException {
        run("new", "version", GALAXY, "--policy", "2025.2");
        edit(RULES, "id == \"exclusive\"=>id == \"exclusiv\"");
        assertSaid("docs/authoring.md", run("check", GALAXY, "--language", "en"));
        assertSaid("docs/authoring.zh-CN.md", run("check", GALAXY, "--language", "zh-CN"));
    }

    @Test
    void aPageForWhoeverApprovesStandsAlone() throws IOException {
        run("new", "version", GALAXY, "--policy", "2025.2");
        edit(RULES, "workingHours(2)=>workingHours(1)");
        Path page = folder.resolve("impact.html");
        assertThat(run("impact", GALAXY, "--html", page).status()).isZero();
        assertThat(Files.readString(page))
                .contains("<html lang=\"en\">", "GAL-EF-04", "2工作小时响应", "Answered within 1 working hour")
                .doesNotContain("<script", "http://", "https://", "{{");
    }

    @Test
    void aCensusIsCountedLineByLine() throws IOException {
        run("new", "version", GALAXY, "--policy", "2025.2");
        edit(RULES, "workingHours(2)=>workingHours(1)");
        Path census = folder.resolve("customers.ndjson");
        Files.writeString(census, """
                {"plan":"exclusive","serviceStart":"2026-01-01","serviceEnd":"2026-12-31"}

                {"plan":"basic","serviceStart":"2026-01-01","serviceEnd":"2026-12-31"}
                """);
        assertThat(run("impact", GALAXY, "--census", census).out())
                .contains(
                        "1 of 2 customers affected",
                        "3 combinations; 1 customer",
                        "Requests that both releases refuse are left out.");
        Files.writeString(census, "{\"plan\":\"exclusive\"}\n{\"plan\":7}\n");
        CommandLineRun faulty = run("impact", GALAXY, "--census", census);
        assertThat(faulty.status()).isEqualTo(1);
        assertThat(faulty.err()).startsWith(census + ":2 /plan: ");
        Files.writeString(census, "{\"plan\":\"basic\"}\n" + " ".repeat(1 << 20) + "{}\n");
        assertThat(run("impact", GALAXY, "--census", census).err()).startsWith(census + ":2: the line is longer than ");
        assertThat(run("impact", GALAXY, "--census", folder.resolve("none")).status())
                .isEqualTo(2);
    }

    @Test
    void aRequestIsShownWithTheSentenceThatCoversIt() throws IOException {
        run("new", "version", GALAXY, "--policy", "2025.2");
        edit(RULES, "workingHours(2)=>workingHours(1)");
        String faster = asked("exclusive", "emergency-fault");
        String same = asked("basic", "emergency-fault");
        Path file = folder.resolve("requests.json");

        Files.writeString(file, faster + "\n\n" + same + "\n");
        CommandLineRun lines = run("impact", GALAXY, "--of", file);
        assertThat(lines.status()).isZero();
        assertThat(lines.out())
                .contains(
                        "1. Emergency fault handling: Answered within 2 working hours (5×8 hours) → Answered within"
                                + " 1 working hour (5×8 hours); sentence 1\n",
                        "2. Emergency fault handling: the same answer\n");
        assertThat(run("impact", GALAXY, "--of", file, "--language", "zh-CN").out())
                .contains("；见第 1 条变更\n", "2. 紧急故障处理：答复不变\n");

        Files.writeString(file, "[" + same + ",\n" + faster + "]");
        assertThat(run("impact", GALAXY, "--of", file, "--json").out())
                .contains("\"coverage\" : \"unchanged\"", "\"coverage\" : \"covered\"", "\"sentences\" : [ 1 ]");

        Files.writeString(file, faster.replace(", ", ",\n"));
        assertThat(run("impact", GALAXY, "--of", file).out()).contains("; sentence 1\n");
    }

    @Test
    void everyFaultOfEveryRequestIsNamed() throws IOException {
        Path file = folder.resolve("requests.json");
        String other = asked("basic", "emergency-fault").replace(GALAXY, "other");
        String wrong = "{\"programme\": \"" + GALAXY + "\", \"subscription\": {\"plan\": 7}}";
        Files.writeString(file, other + "\n" + wrong + "\n");
        CommandLineRun lines = run("impact", GALAXY, "--to", "1", "--of", file);
        assertThat(lines.status()).isEqualTo(1);
        assertThat(lines.err())
                .contains(
                        file + ":1 /programme: this is about programme \"other\" and not about \"" + GALAXY + "\"",
                        file + ":2 /question: ",
                        file + ":2 /subscription/plan: ");
        Files.writeString(file, "[" + other + "," + wrong + "]");
        assertThat(run("impact", GALAXY, "--to", "1", "--of", file).err())
                .contains(file + " /0/programme: ", file + " /1/subscription/plan: ");
        Files.writeString(file, "[" + other + ",");
        assertThat(run("impact", GALAXY, "--to", "1", "--of", file).err())
                .startsWith(file + ": not valid JSON at line");
        assertThat(run("impact", GALAXY, "--to", "1", "--of", folder.resolve("none"))
                        .status())
                .isEqualTo(2);
    }

    private static String asked(String plan, String service) {
        return ("{\"programme\": \"%s\", \"subscription\": {\"plan\": \"%s\", \"product\": \"kingdee-cloud-galaxy\"},"
                        + " \"question\": {\"service\": \"%s\", \"severity\": \"emergency\"}}")
                .formatted(GALAXY, plan, service);
    }

    @Test
    void withoutADraftThereIsNothingToCompare() {
        CommandLineRun run = run("impact", GALAXY);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(GALAXY + " has no draft");
        assertThat(run("impact", GALAXY, "--to", "2").err()).contains("has no release \"2\"");
        assertThat(run("impact", GALAXY, "--to", "1").out()).contains("No answer changes");
    }

    @Test
    void coverageIsSaidAsTextAsAPageAndInJson() throws IOException {
        Path page = folder.resolve("coverage.html");
        CommandLineRun text = run("coverage", GALAXY, "--html", page);
        assertThat(text.status()).isZero();
        assertThat(text.out())
                .contains(
                        "Coverage of Kingdee Cloud Galaxy service products (public cloud) by its",
                        "rules that fire in a case: 62/62",
                        "Not covered by any case",
                        "deployments: public-cloud · public cloud  ");
        assertThat(Files.readString(page)).contains("62/62").doesNotContain("<script", "{{");
        assertThat(run("coverage", GALAXY, "--json").out()).contains("\"kind\" : \"rule-fires\"");
    }

    private CommandLineRun run(Object... arguments) {
        return CommandLineRun.of(Stream.concat(Arrays.stream(arguments), Stream.of("--rules", folder))
                .toArray());
    }

    private void edit(String file, String change) throws IOException {
        Path path = folder.resolve(file);
        String[] texts = change.split("=>", -1);
        String before = Files.readString(path);
        assertThat(before).contains(texts[0]);
        Files.writeString(path, before.replace(texts[0], texts[1]));
    }

    /** All but the title, which names versions at length. */
    private static void assertTold(String document, CommandLineRun run) throws IOException {
        assertThat(Files.readString(Path.of(document)))
                .contains(run.out().substring(run.out().indexOf('\n') + 1));
    }

    private void assertSaid(String document, CommandLineRun run) throws IOException {
        assertThat(run.status()).isEqualTo(1);
        assertThat(Files.readString(Path.of(document))).contains(run.err().replace(folder.toString(), "rules"));
    }
}
