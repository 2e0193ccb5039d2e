package io.quanyi.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.source.TinyRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A vendor who has one language writes texts in that one, and readers of the other see them as they are. */
@Tag("slow")
class OneLanguageTests {

    private static final String CATALOGUE = "tiny/catalogue/2026-01-01.yaml";

    @TempDir
    private Path folder;

    @Test
    void aProgrammeInEnglishPassesItsChecksAndIsSealedWithOneNote() throws IOException {
        english().write(folder);
        assertThat(run("test").err()).isEmpty();
        CommandLineRun sealed = run(
                "seal",
                "tiny",
                "--policy",
                "1",
                "--catalogue",
                "2026-01-01",
                "--calendars",
                "2026-01-01",
                "--published-at",
                "2026-06-01T08:00:00+08:00",
                "--by",
                "me",
                "--note-en",
                "one");
        assertThat(sealed.err()).isEmpty();
        assertThat(text("tiny/releases.yaml")).contains("      en: 'one'\n").doesNotContain("zh-CN");
        assertThat(run("check").out()).startsWith("No faults: 1 release");
    }

    @Test
    void readersOfTheOtherLanguageSeeTheTextAsItIs() {
        english().write(folder);
        CommandLineRun matrix = CommandLineRun.in(Locale.SIMPLIFIED_CHINESE, "matrix", "tiny", "--rules", folder);
        assertThat(matrix.err()).isEmpty();
        assertThat(matrix.out()).contains("Help", "High", "Low");
    }

    @Test
    void theIndexOfAnEnglishProgrammeIsInEnglish() throws IOException {
        english().write(folder);
        assertThat(run("index").err()).isEmpty();
        String page = text("tiny/README.md");
        assertThat(page)
                .contains("\n# Tiny\n\n- Document: 一页纸\n")
                .doesNotContain("条款", "规则")
                .contains("Help comes with low");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            tiny/catalogue/2026-01-01.yaml | languages: [en]   |                      | programme.yaml:2:8: member
            tiny/catalogue/2026-01-01.yaml | languages: [en]   |                      | 2026-01-01.yaml:2:32: member
            tiny/catalogue/2026-01-01.yaml | languages: [en]   | languages: [zh-CN]   | leaves out en, the language of the document
            tiny/catalogue/2026-01-01.yaml | languages: [en]   | languages: []        | leaves out en, the language of the document
            tiny/catalogue/2026-01-01.yaml | languages: [en]   | languages: [fr]      | "fr"
            readings.yaml                  | en: A working     | zh-CN: A working     | T-HE-02 is based on reading A01
            calendars/2026-01-01/cn/2026.yaml | en: New Year's Day | zh-CN: 元旦      | 2026.yaml:6:
            """)
    void aTextThatTheProgrammeNeedsIsMissed(String file, String stated, String otherwise, String fault) {
        TinyRules rules = file.equals(CATALOGUE) ? english() : english().change(file, stated, otherwise);
        TinyRules changed =
                file.equals(CATALOGUE) ? rules.change(file, stated, Objects.requireNonNullElse(otherwise, "")) : rules;
        changed.write(folder);
        CommandLineRun check = run("check");
        assertThat(check.status()).isEqualTo(1);
        assertThat(check.err()).contains(fault);
    }

    @Test
    void scaffoldsWriteOneLanguage() throws IOException {
        TinyRules.sealed().write(folder);
        assertThat(run("new", "programme", "acme", "--vendor", "Acme", "--languages", "en")
                        .err())
                .isEmpty();
        assertThat(run("new", "service", "acme", "visit").err()).isEmpty();
        assertThat(run("new", "rule", "acme", "visit").err()).isEmpty();
        Path csv = folder.resolve("times.csv");
        Files.writeString(csv, "plan,response,clause\nbasic,4 hours,TODO AC-SU-01\nadvanced,2 hours,TODO AC-SU-01\n");
        assertThat(run("new", "table", "acme", "support", "--from", csv).err()).isEmpty();
        try (Stream<Path> files = Files.walk(folder.resolve("acme"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("zh-CN:", "@zh", " zh:", "gloss");
            }
        }
        assertThat(run("check", "acme").out()).contains("No faults");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,en", "en,zh-CN"})
    void theLanguageOfTheDocumentIsOneOfTheProgramme(String document, String languages) {
        TinyRules.sealed().write(folder);
        CommandLineRun run = run(
                "new",
                "programme",
                "acme",
                "--vendor",
                "Acme",
                "--document-language",
                document,
                "--languages",
                languages);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("the document is in " + document);
        assertThat(folder.resolve("acme")).doesNotExist();
    }

    /** The programme without any Chinese name, title, reason or gloss. */
    private static TinyRules english() {
        TinyRules english = TinyRules.draft();
        for (SourceFile file : english.tree().under("")) {
            String text = Objects.requireNonNull(file.text(new Faults()));
            english = english.with(
                    file.path(),
                    text.replaceAll("zh-CN: [^,}]*, ", "")
                            .replaceAll(" @zh\\(\"[^\"]*\"\\)", "")
                            .replaceAll("gloss: [^,]*, ", ""));
        }
        return english.change(CATALOGUE, "products:", "languages: [en]\nproducts:");
    }

    private CommandLineRun run(Object... words) {
        Object[] call =
                Stream.concat(Stream.of(words), Stream.of("--rules", folder)).toArray();
        return CommandLineRun.of(call);
    }

    private String text(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }
}
