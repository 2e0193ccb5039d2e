package io.quanyi.workshop.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.workshop.CommandLineRun;
import io.quanyi.workshop.spreadsheet.WorkbookFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of requests is decided row by row, and no row is lost. */
class DecideCommandTests {

    private static final String PROGRAMME = "kingdee-galaxy-public";

    private static final String ENTITLED = """
            {"key":"K1","programme":"kingdee-galaxy-public","subscription":{"plan":"preferred","product":"星空",\
            "deployment":"public-cloud","serviceStart":"2026-01-01","serviceEnd":"2026-12-31"},\
            "question":{"service":"issue-feedback","at":"2026-11-20T16:00:00+08:00"}}""";

    private static final String HEAD = "key,customerId,plan,product,deployment,serviceStart,serviceEnd,service,at\n";
    private static final String ROW =
            "K1,C-1,preferred,星空,public-cloud,2026-01-01,2026-12-31,issue-feedback,2026-11-20T16:00:00+08:00\n";

    @TempDir
    private Path folder;

    @Test
    void everyRowHasALineInItsOrder() throws IOException {
        List<String> requests = IntStream.rangeClosed(1, 500)
                .mapToObj(i -> ENTITLED.replace("K1", "K" + i))
                .collect(Collectors.toCollection(ArrayList::new));
        requests.set(99, requests.get(99).replace("preferred", "unheard-of"));
        requests.set(299, "no JSON");
        CommandLineRun run = decide(file("requests.ndjson", String.join("\n", requests)), "--threads", 4);
        List<String> lines = run.out().lines().toList();
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("500 rows: 498 decided, 2 refused\n");
        assertThat(lines.get(0)).startsWith("{\"kind\":\"run\",\"programme\":\"" + PROGRAMME + "\",\"release\":");
        assertThat(lines).hasSize(501);
        assertThat(IntStream.rangeClosed(1, 500))
                .allSatisfy(row -> assertThat(lines.get(row)).startsWith("{\"row\":" + row + ",\"kind\":\""));
        assertThat(lines.get(1)).contains("\"kind\":\"decision\",\"status\":200,\"key\":\"K1\"", "\"ENTITLED\"");
        assertThat(lines.get(100))
                .contains("\"kind\":\"problem\",\"status\":422,\"key\":\"K100\"", "\"code\":\"unknown-plan\"");
        assertThat(lines.get(300))
                .contains("\"status\":400", "\"code\":\"malformed\"", "json-syntax")
                .doesNotContain("key");
    }

    @Test
    void aTableIsDecidedLikeTheSameRequestsInJson() throws IOException {
        String json = answer(decide(file("a.ndjson", ENTITLED)), 1);
        String table = answer(decide(file("a.csv", "\uFEFF" + HEAD + "\r\n" + ROW.replace("\n", "\r\n"))), 1);
        assertThat(table).isEqualTo(json.replace("\"row\":1", "\"row\":3"));
    }

    @Test
    void theReleaseAndTheInstantAreThoseOfTheCall() throws IOException {
        Path file = file("a.csv", "plan,service\npreferred,issue-feedback\n");
        CommandLineRun run = decide(file, "--at", "2026-11-20T16:00:00+08:00", "--release", 1);
        assertThat(run.out()).contains("\"release\":1,\"digest\":", "\"at\":\"2026-11-20T16:00:00+08:00\"");
        assertThat(run.status()).as(run.out()).isLessThanOrEqualTo(1);
        CommandLineRun without = decide(file);
        assertThat(without.err()).contains("a.csv:1: column \"at\" is missing");
        assertThat(decide(file, "--release", 99).status()).isEqualTo(2);
        assertThat(decide(file, "--at", "0001-11-20T16:00:00+08:00").status()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "preferred | 46023 | /subscription/plan | unknown-plan",
                "2026-01-01 | 46023 | /subscription/serviceStart | not-a-date",
                "2026-12-31 | 31.12.2026 | /subscription/serviceEnd | not-a-date",
                "issue-feedback | 7 | /question/service | unknown-service",
                "2026-11-20T16:00:00+08:00 | 46346.67 | /question/at | not-an-instant",
                "2026-11-20T16:00:00+08:00 | '' | /question/at | member-missing",
                "preferred | '' | /subscription/plan | member-missing",
                "C-1 | [1 | /subscription/customerId | json-syntax",
                "K1 | K\u0007X | /key | text-not-of-form",
                "public-cloud | public-cloud,more | '' | row-cells"
            })
    void aCellOfAnotherFormIsRefusedWithItsPlace(String from, String to, String pointer, String code)
            throws IOException {
        CommandLineRun run = decide(file("a.csv", HEAD + ROW.replace(from, to) + ROW));
        assertThat(run.err()).endsWith("2 rows: 1 decided, 1 refused\n");
        assertThat(answer(run, 1)).contains("\"pointer\":\"" + pointer + "\",\"code\":\"" + code + "\"");
    }

    @Test
    void anotherProgrammeReleaseOrTimeOfKnowledgeIsRefused() throws IOException {
        String head = "programme,release,knownAt,plan,service,at\n";
        String at = ",preferred,issue-feedback,2026-11-20T16:00:00+08:00\n";
        CommandLineRun run =
                decide(file("a.csv", head + "kingdee-galaxy-onprem,2,2026-01-01T00:00:00Z" + at), "--release", 1);
        assertThat(answer(run, 1))
                .contains("\"/programme\"", "other-programme", "\"/release\"", "\"/knownAt\"", "row-other-release");
        assertThat(decide(file("b.csv", head + PROGRAMME + ",1," + at), "--release", 1)
                        .out())
                .doesNotContain("row-other-release");
    }

    @Test
    void aQuoteThatIsNotClosedSpoilsOneRow() throws IOException {
        CommandLineRun run = decide(file("a.csv", HEAD + ROW.replace("C-1", "\"C-1") + ROW));
        assertThat(run.err()).endsWith("2 rows: 1 decided, 1 refused\n");
        assertThat(answer(run, 1)).contains("sheet-quote-open");
    }

    @Test
    void columnsThatNoRequestHasAreNamedAtOnce() throws IOException {
        Path output = folder.resolve("out.ndjson");
        CommandLineRun run = decide(file("a.csv", "plna,service,service,at\nx,y,z,\n"), "--output", output, "--json");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("row-unknown-column", "plan", "row-doubled-column", "row-missing-column");
        assertThat(output).doesNotExist();
    }

    @Test
    void aListStandsInItsCellAsJson() throws IOException {
        String head = HEAD.replace("customerId", "contract.terms,specialServices");
        String row =
                ROW.replace("C-1", "\"[{\"\"service\"\":\"\"issue-feedback\"\",\"\"effect\"\":\"\"exclude\"\"}]\",[]");
        CommandLineRun run = decide(file("a.csv", head + row));
        assertThat(answer(run, 1)).contains("excluded-by-contract");
    }

    @Test
    void measuresHaveColumnsThatNameTheirPart() throws IOException {
        String head =
                HEAD.replace("customerId", "subscription.measures.seats,question.measures,question.measures.cores");
        CommandLineRun run = decide(file("a.csv", head + ROW.replace("C-1", "3,,8")));
        assertThat(answer(run, 1))
                .contains("/subscription/measures/seats", "/question/measures/cores", "unknown-measure");
        assertThat(decide(file("b.csv", HEAD.replace("customerId", "measures") + ROW), "--json")
                        .out())
                .contains("row-unknown-column", "subscription.measures");
    }

    @Test
    void aCellOfAHundredMegabytesIsRefusedAndNotHeld() throws IOException {
        Path file = file("a.csv", HEAD + ROW);
        byte[] part = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            for (int i = 0; i < 100; i++) {
                out.write(part);
            }
            out.write(("," + ROW + ROW).getBytes(StandardCharsets.UTF_8));
        }
        CommandLineRun run = decide(file);
        assertThat(run.err()).isEqualTo("3 rows: 2 decided, 1 refused\n");
        assertThat(answer(run, 2)).contains("line-too-long");
    }

    @Test
    void aCustomerWhoIsThereTwiceIsAnsweredTwice() throws IOException {
        CommandLineRun run = decide(file("a.csv", HEAD + ROW + ROW));
        assertThat(run.status()).isZero();
        assertThat(answer(run, 1)).isEqualTo(answer(run, 2).replace("\"row\":3", "\"row\":2"));
    }

    @ParameterizedTest
    @CsvSource({"a.csv, 1, 0", "a.ndjson, 0, 1"})
    void anEmptyTableHasNoRowsAndAnEmptyFileNoColumns(String name, int empty, int lines) throws IOException {
        CommandLineRun none = decide(file(name, ""));
        assertThat(none.status()).isEqualTo(empty);
        assertThat(none.out().lines()).hasSize(lines);
        CommandLineRun rows = decide(file("b.csv", HEAD));
        assertThat(rows.status()).isZero();
        assertThat(rows.err()).isEqualTo("0 rows: 0 decided, 0 refused\n");
    }

    @Test
    void anInterruptedRunIsContinuedToTheSameBytes() throws IOException {
        Path file = file("a.csv", HEAD + ROW.repeat(70) + "bad\n" + ROW.repeat(70));
        Path output = folder.resolve("out.ndjson");
        assertThat(decide(file, "--output", output).out()).isEqualTo("141 rows: 140 decided, 1 refused\n");
        byte[] whole = Files.readAllBytes(output);
        assertThat(decide(file, "--output", output).err()).contains("is there already");
        for (int length : new int[] {0, 10, 2000, whole.length / 2, whole.length - 1, whole.length}) {
            Files.write(output, Arrays.copyOf(whole, length));
            CommandLineRun run = decide(file, "--output", output, "--resume", "--json");
            assertThat(run.out().replaceAll("\\s", "")).isEqualTo("{\"rows\":141,\"decided\":140,\"refused\":1}");
            assertThat(Files.readAllBytes(output)).isEqualTo(whole);
        }
    }

    @Test
    void anotherRunIsNotContinued() throws IOException {
        Path file = file("a.csv", HEAD + ROW);
        Path output = folder.resolve("out.ndjson");
        assertThat(decide(file, "--output", output, "--resume").status()).isZero();
        byte[] written = Files.readAllBytes(output);
        assertThat(decide(file("b.csv", HEAD + ROW + ROW), "--output", output, "--resume")
                        .err())
                .contains("out.ndjson cannot be continued");
        assertThat(decide(file, "--output", output, "--resume", "--language", "zh-CN")
                        .status())
                .isEqualTo(2);
        assertThat(decide(file, "--output", file, "--resume").status()).isEqualTo(2);
        assertThat(decide(file, "--resume").err()).contains("add --output");
        assertThat(Files.readAllBytes(output)).isEqualTo(written);
    }

    @Test
    void aWorkbookIsDecidedLikeATableAndARowWithAFaultyCellIsRefused() throws IOException {
        String head = WorkbookFile.row(HEAD.strip());
        String row = WorkbookFile.row(ROW.strip());
        String date = row.replace(WorkbookFile.text("2026-01-01"), "<c t=\"d\"><v>2026-01-01</v></c>");
        String formula = row.replace(WorkbookFile.text("preferred"), "<c><f>A1</f><v>1</v></c>");
        String more = row + WorkbookFile.text("more");
        CommandLineRun run = decide(workbook(WorkbookFile.of(head, row, date, formula, more, row)));
        assertThat(run.err()).isEqualTo("5 rows: 2 decided, 3 refused\n");
        assertThat(answer(run, 1)).isEqualTo(answer(decide(file("a.csv", HEAD + ROW)), 1));
        assertThat(answer(run, 2)).contains("\"row\":3", "sheet-date", "cell F3 is a number that is shown as a date");
        assertThat(answer(run, 3)).contains("sheet-formula");
        assertThat(answer(run, 4)).contains("the row has 10 cells, and the first row names 9 columns");
        assertThat(answer(run, 5)).startsWith("{\"row\":6,\"kind\":\"decision\"");
    }

    @Test
    void aWorkbookWithoutRowsOrWithMergedCellsIsRefusedWhole() throws IOException {
        assertThat(decide(workbook(WorkbookFile.of())).err()).contains("no first row that names the columns");
        WorkbookFile merged = WorkbookFile.of(WorkbookFile.row(HEAD.strip()), WorkbookFile.row(ROW.strip()))
                .change("</sheetData>", "</sheetData><mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>");
        CommandLineRun run = decide(workbook(merged));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("cells A1:B1 are merged");
    }

    @Test
    void aChinesePersonIsToldInChinese() throws IOException {
        CommandLineRun run = CommandLineRun.in(
                Locale.CHINA, "decide", PROGRAMME, file("a.csv", HEAD + ROW + "x\n"), "--rules", "rules");
        assertThat(run.err()).isEqualTo("共 2 行：判定 1 行，拒绝受理 1 行\n");
        assertThat(run.out()).contains("此行有 1 格，首行列出 9 列");
    }

    @Test
    void aFileOfAnotherKindIsRefused() throws IOException {
        assertThat(decide(file("a.txt", ROW)).err()).contains("ends in .ndjson, .csv or .xlsx");
        assertThat(decide(folder.resolve("none.csv")).err()).contains("no such file");
        assertThat(decide(file("a.xlsx", ROW)).err()).contains("no sound .xlsx workbook");
    }

    private static CommandLineRun decide(Path file, Object... more) {
        List<Object> call = new ArrayList<>(List.of("decide", PROGRAMME, file, "--rules", "rules"));
        call.addAll(List.of(more));
        return CommandLineRun.of(call.toArray());
    }

    /** The line of a row, counted from 1 without the line of the run. */
    private static String answer(CommandLineRun run, int line) {
        return run.out().lines().skip(line).findFirst().orElse("");
    }

    private Path workbook(WorkbookFile content) throws IOException {
        return Files.write(folder.resolve("requests.xlsx"), content.bytes());
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
