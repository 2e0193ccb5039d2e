package io.quanyi.workshop;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes tables that show texts as they are, whatever characters they have. */
final class Markdown {

    private Markdown() {}

    static String head(String... cells) {
        return row(cells) + row(Arrays.stream(cells).map(cell -> "---").toArray(String[]::new));
    }

    static String row(String... cells) {
        return Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    static String text(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("[\\\\`*_\\[\\]<>|#~]", "\\\\$0");
    }

    static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }
}
