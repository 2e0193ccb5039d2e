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

/** Every form that is posted carries the token of its session: without it, a signed-in person is refused. */
class FormTemplatesTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/io/quanyi/console");
    private static final Pattern FORM = Pattern.compile("<form[^>]*method=\"post\".*?</form>", Pattern.DOTALL);

    @Test
    void everyPostedFormHasTheToken() throws IOException {
        List<String> forms;
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            forms = files.filter(file -> file.toString().endsWith(".html"))
                    .flatMap(FormTemplatesTests::forms)
                    .toList();
        }
        assertThat(forms).isNotEmpty().allMatch(form -> form.contains("{{>csrf.html}}"));
    }

    private static Stream<String> forms(Path file) {
        try {
            return FORM.matcher(Files.readString(file)).results().map(MatchResult::group);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
