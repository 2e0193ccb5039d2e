package io.quanyi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps docs/glossary.md and the names of classes consistent: one word per concept, and one class per simple name. */
class GlossaryTests {

    private static final Path GLOSSARY = Path.of("docs/glossary.md");
    private static final Pattern CLASS = Pattern.compile("`([A-Z][A-Za-z]*)`");
    private static final int COLUMNS = 4;

    /** Simple names of several classes, with the reason. */
    private static final Map<String, String> ALLOWED = Map.of(
            "package-info", "Java names it so in every package",
            "Language", "an outcome that rules insert under this name, and the language of texts");

    @Test
    void aSimpleClassNameIsUsedOnce() throws IOException {
        Map<String, List<String>> repeated = new TreeMap<>(classes());
        repeated.values().removeIf(files -> files.size() == 1);
        assertThat(repeated.keySet()).containsExactlyInAnyOrderElementsOf(ALLOWED.keySet());
    }

    @Test
    void everyClassOfTheGlossaryExists() throws IOException {
        List<String> named = rows().stream()
                .flatMap(row -> CLASS.matcher(row.get(COLUMNS - 1)).results())
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(named).hasSizeGreaterThan(50);
        assertThat(classes().keySet()).containsAll(named);
    }

    @Test
    void everyConceptHasOneWordInEachLanguageAndOneMeaning() throws IOException {
        List<List<String>> rows = rows();
        assertThat(rows)
                .hasSizeGreaterThan(50)
                .allSatisfy(row -> assertThat(row).hasSize(COLUMNS).noneMatch(String::isBlank));
        for (int column = 0; column < COLUMNS - 1; column++) {
            int place = column;
            assertThat(rows).extracting(row -> row.get(place)).doesNotHaveDuplicates();
        }
        assertThat(rows).allSatisfy(row -> assertThat(row.get(1)).matches("\\p{IsHan}+"));
    }

    /** The rows of all tables, without their heads. */
    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(GLOSSARY).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| word ") && !line.startsWith("| --- "))
                .map(line -> Stream.of(line.substring(2, line.length() - 2).split(" \\| ", -1))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    /** The source files of all top-level classes, by simple name. */
    private static Map<String, List<String>> classes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".java"))
                    .collect(Collectors.groupingBy(file -> file.substring(
                            file.replace('\\', '/').lastIndexOf('/') + 1, file.length() - ".java".length())));
        }
    }
}
