package io.quanyi.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The forms in the templates: each that is posted has the token of its session, each field for a date has an end, and each that is required is marked. */
class FormTemplatesTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/io/quanyi/console");
    /** A label and its field, if that is required; a choice among radio buttons names its group. */
    private static final Pattern REQUIRED = Pattern.compile(
            "<label for=(?:(?!<label|<input|<select|<textarea).)*+<(?:input|select|textarea)[^>]*required[^>]*>",
            Pattern.DOTALL);

    private static final Pattern FORM = Pattern.compile("<form[^>]*method=\"post\".*?</form>", Pattern.DOTALL);
    private static final Pattern DATE = Pattern.compile("<input[^>]*type=\"date[^>]*>");

    /** Without it, a signed-in person is refused. */
    @Test
    void everyPostedFormHasTheToken() throws IOException {
        assertThat(all(FORM)).isNotEmpty().allMatch(form -> form.contains("{{>csrf.html}}"));
    }

    /** A browser takes six digits as the year of a date that has no end. */
    @Test
    void everyDateHasAYearOfFourDigits() throws IOException {
        assertThat(all(DATE))
                .isNotEmpty()
                .allMatch(field -> field.contains(
                        field.contains("type=\"date\"")
                                ? " min=\"1990-01-01\" max=\"2199-12-31\""
                                : " max=\"2199-12-31T23:59\""));
    }

    @Test
    void everyRequiredFieldIsMarkedInItsLabel() throws IOException {
        assertThat(all(REQUIRED)).hasSizeGreaterThan(15).allMatch(field -> field.contains("{{>needed.html}}"));
    }

    private static List<String> all(Pattern part) throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .flatMap(file -> parts(part, file))
                    .toList();
        }
    }

    private static Stream<String> parts(Pattern part, Path file) {
        try {
            return part.matcher(Files.readString(file)).results().map(MatchResult::group);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
