package io.quanyi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.text.Language;
import io.quanyi.text.TextRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages for authors, publishers and operators exist in both languages and say the same; links lead somewhere. */
class DocsTests {

    private static final Path DOCS = Path.of("docs");
    private static final Path RULES = Path.of("rules");
    private static final Path CODE = Path.of("src/main/java/io/quanyi");
    private static final Path TESTS = Path.of("src/test/java/io/quanyi");

    /** A class with its packages below the project's own. */
    private static final Pattern CLASS = Pattern.compile("(?<=`|io\\.quanyi\\.)(?:[a-z]+\\.)+[A-Z][A-Za-z]+(?=`)");

    /** For people who work on the code, in English only. */
    private static final Set<String> ABOUT_THE_CODE =
            Set.of("architecture.md", "dependencies.md", "glossary.md", "performance.md");

    static Stream<DocPage> inTwoLanguages() {
        return Stream.of(DOCS, RULES)
                .flatMap(folder -> DocPage.in(folder).stream())
                .filter(path -> !ABOUT_THE_CODE.contains(path.getFileName().toString()))
                .filter(path -> !path.equals(RULES.resolve("reference.md")))
                .map(DocPage::read)
                .filter(page -> !page.isChinese());
    }

    static Stream<DocPage> all() {
        return Stream.of(Path.of("."), DOCS, DOCS.resolve("adr"), RULES)
                .flatMap(folder -> DocPage.in(folder).stream())
                .map(DocPage::read);
    }

    static Stream<DocPage> inChinese() {
        return all().filter(DocPage::isChinese);
    }

    static Stream<Path> decisions() {
        return DocPage.in(DOCS.resolve("adr")).stream().filter(path -> !path.endsWith("README.md"));
    }

    @ParameterizedTest
    @MethodSource("inTwoLanguages")
    void aPageSaysTheSameInBothLanguages(DocPage english) {
        DocPage chinese = DocPage.read(english.otherLanguage());
        assertThat(chinese.headings()).isEqualTo(english.headings());
        assertThat(chinese.names()).isEqualTo(english.names());
        assertThat(chinese.blocks()).isEqualTo(english.blocks());
        assertThat(chinese.linkedFiles()).isEqualTo(english.linkedFiles());
    }

    @ParameterizedTest
    @MethodSource("inTwoLanguages")
    void eachLanguageLeadsToTheOther(DocPage english) {
        DocPage chinese = DocPage.read(english.otherLanguage());
        assertThat(english.text()).contains("\n[中文](" + chinese.path().getFileName() + ")\n");
        assertThat(chinese.text()).contains("\n[English](" + english.path().getFileName() + ")\n");
    }

    @Test
    void everyChinesePageHasAnEnglishOne() {
        assertThat(DocPage.in(DOCS))
                .filteredOn(path -> DocPage.read(path).isChinese())
                .allSatisfy(
                        path -> assertThat(DocPage.read(path).otherLanguage()).exists());
    }

    @Test
    void theReadmeHasTheSameSectionsInBothLanguages() {
        DocPage english = DocPage.read(Path.of("README.md"));
        DocPage chinese = DocPage.read(english.otherLanguage());
        assertThat(chinese.headings()).isEqualTo(english.headings());
        assertThat(chinese.linkedFiles()).isEqualTo(english.linkedFiles());
    }

    @ParameterizedTest
    @MethodSource("inChinese")
    void aChinesePageHasTheTermsOfTheTableAndIsSetAsChinese(DocPage page) {
        for (String sentence : page.sentences()) {
            assertThat(TextRules.terms(Language.CHINESE, sentence)).as(sentence).isEmpty();
            assertThat(TextRules.typography(sentence)).as(sentence).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void linksLeadToFilesAndHeadingsThatExist(DocPage page) {
        assertThat(page.links()).allSatisfy(link -> {
            String[] parts = link.split("#", 2);
            Path file = parts[0].isEmpty() ? page.path() : page.path().resolveSibling(parts[0]);
            assertThat(file).exists();
            if (parts.length == 2 && file.toString().endsWith(".md")) {
                assertThat(DocPage.read(file).anchors()).contains(parts[1]);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void aClassNamedWithItsPackageExists(DocPage page) {
        assertThat(CLASS.matcher(page.text()).results().map(MatchResult::group))
                .filteredOn(name -> Files.isDirectory(CODE.resolve(name.substring(0, name.indexOf('.')))))
                .allSatisfy(name -> assertThat(Stream.of(CODE, TESTS).map(code -> file(code, name)))
                        .as(name)
                        .anyMatch(Files::exists));
    }

    private static Path file(Path code, String name) {
        return code.resolve(name.replace('.', '/') + ".java");
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aDecisionHasADateAndAStatusAndIsListed(Path decision) throws IOException {
        assertThat(Files.readString(decision))
                .containsPattern(
                        "\n\nDate: 20\\d\\d-\\d\\d-\\d\\d[^\n]*\\. Status: (accepted|superseded)[^\n]*\\.\n\n## Context\n");
        assertThat(DocPage.read(DOCS.resolve("adr/README.md")).links())
                .contains(decision.getFileName().toString());
    }
}
