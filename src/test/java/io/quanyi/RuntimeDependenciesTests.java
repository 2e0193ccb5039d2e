package io.quanyi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The libraries in the packaged jar are those of docs/dependencies.md, each with its reason. */
class RuntimeDependenciesTests {

    private static final Path DOCUMENT = Path.of("docs", "dependencies.md");
    private static final Pattern RESOLVED_LINE = Pattern.compile("([\\w.-]+:[\\w.-]+):jar:");
    private static final Pattern DOCUMENT_ROW = Pattern.compile("^\\| `([\\w.-]+:[\\w.-]+)` \\| (?:\\S.*) \\|$");

    /** Written by the build beside these classes ({@code mvn process-test-classes}): all that Maven resolves for the jar. */
    private final Path resolved;

    RuntimeDependenciesTests() throws URISyntaxException {
        URL classes = RuntimeDependenciesTests.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation();
        resolved = Path.of(classes.toURI()).resolveSibling("runtime-dependencies.txt");
    }

    @Test
    void theListIsWhatMavenResolves() throws IOException {
        assertThat(found(DOCUMENT, DOCUMENT_ROW)).isSorted().doesNotHaveDuplicates();
        assertThat(found(DOCUMENT, DOCUMENT_ROW)).containsExactlyInAnyOrderElementsOf(found(resolved, RESOLVED_LINE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compiler(?<!model-compiler|memory-compiler)$",
                ":ecj$",
                "javaparser",
                "antlr",
                "mvel",
                "codegen",
                "drools-drl",
                "websocket",
                "embed-el",
                "groovy",
                "nashorn|graal|jruby",
                "xstream"
            })
    void nothingThatTurnsTextIntoCodeIsPackaged(String kind) throws IOException {
        assertThat(found(resolved, RESOLVED_LINE))
                .isNotEmpty()
                .noneMatch(library -> Pattern.compile(kind).matcher(library).find());
    }

    private static List<String> found(Path file, Pattern pattern) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.flatMap(line -> pattern.matcher(line).results())
                    .map((MatchResult match) -> match.group(1))
                    .toList();
        }
    }
}
