package io.quanyi.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that every pattern of a text has a name in words, so that no message shows a regular expression. */
class ConstraintsTests {

    private static final Pattern USED = Pattern.compile("@Pattern\\(regexp = (?:\"([^\"]*)\"|(?:\\w+\\.)?(\\w+))\\)");

    @Test
    void everyExpressionOfAMemberHasWords() throws IOException {
        Set<String> expressions = expressions();
        assertThat(expressions).hasSizeGreaterThan(10);
        assertThat(expressions).allSatisfy(expression -> {
            String form = new Constraints(null, Pattern.compile(expression), null, null, 0).form();
            Fault fault = Fault.at("", "text-not-of-form", "x", form);
            for (Language language : Language.values()) {
                assertThat(fault.message(language)).doesNotContain("[", "|", "\\", "*");
            }
        });
    }

    private static Set<String> expressions() throws IOException {
        String all = sources();
        Set<String> expressions = new TreeSet<>();
        USED.matcher(all).results().forEach(use -> {
            if (use.group(1) != null) {
                expressions.add(use.group(1));
            } else {
                constants(all, use.group(2)).forEach(expressions::add);
            }
        });
        return expressions;
    }

    private static List<String> constants(String all, String name) {
        return Pattern.compile("String " + name + " = \"([^\"]*)\";")
                .matcher(all)
                .results()
                .map(constant -> constant.group(1).replace("\\\\", "\\"))
                .filter(text -> !text.startsWith(".") && !text.startsWith("^"))
                .toList();
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(ConstraintsTests::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
