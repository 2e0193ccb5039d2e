package io.quanyi.workshop.index;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes Markdown in which texts are shown literally, even if they contain markup. */
final class Markdown {

    /** Characters that are markup anywhere in a line. */
    private static final String ANYWHERE = "[\\\\`\\[\\]<|]";

    /** Characters that are markup only at the beginning of a line. */
    private static final String IN_FRONT = "[#>+-].*";

    private Markdown() {}

    static String head(String... cells) {
        return row(cells) + row(Arrays.stream(cells).map(cell -> "---").toArray(String[]::new));
    }

    static String row(String... cells) {
        return Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** A text on one line, with as few escapes as possible, so that a search for its words finds it. */
    static String text(String text) {
        String line = text.strip().replaceAll("\\s+", " ").replaceAll(ANYWHERE, "\\\\$0");
        for (String pair : new String[] {"*", "_", "~"}) {
            boolean paired = line.indexOf(pair) != line.lastIndexOf(pair);
            line = paired ? line.replace(pair, "\\" + pair) : line;
        }
        return line.matches(IN_FRONT) ? "\\" + line : line;
    }

    /** A text in a code span, where no character is markup; for a table use {@link #codeCell}. */
    static String code(String text) {
        String fence = "`";
        while (text.contains(fence)) {
            fence += "`";
        }
        boolean touching = text.startsWith("`") || text.endsWith("`");
        return touching ? fence + " " + text + " " + fence : fence + text + fence;
    }

    /** A code span in a table, where a vertical bar would end the cell. */
    static String codeCell(String text) {
        return code(text).replace("|", "\\|");
    }

    /** A link to a line of a file. */
    static String link(String shown, String path, int line) {
        return link(shown, path + "#L" + line);
    }

    static String link(String shown, String target) {
        return "[" + shown + "](" + target + ")";
    }
}
