package io.quanyi.policy.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements of stretches of a text, and the lines of the text. Of two that overlap, the second replaces the text that is left. */
final class TextEdits {

    private final String text;
    private final List<Edit> edits = new ArrayList<>();

    private record Edit(TextRange span, String replacement) {}

    TextEdits(String text) {
        this.text = text;
    }

    void replace(TextRange span, String replacement) {
        edits.add(new Edit(span, replacement));
    }

    void insert(int at, String inserted) {
        replace(new TextRange(at, at), inserted);
    }

    /** The text with all replacements; those at the same place in the order in which they were made. */
    String text() {
        StringBuilder changed = new StringBuilder();
        int at = 0;
        edits.sort(Comparator.comparing(edit -> edit.span().start()));
        for (Edit edit : edits) {
            int start = Math.max(at, edit.span().start());
            changed.append(text, at, start).append(edit.replacement());
            at = Math.max(start, edit.span().end());
        }
        return changed.append(text.substring(at)).toString();
    }

    /** Removes a part: with its lines if nothing else stands on them, otherwise with the blanks on one side. */
    void remove(TextRange part) {
        int start = lineStart(part.start());
        if (isBlank(start, part.start()) && isBlank(part.end(), lineEnd(part.end()))) {
            replace(new TextRange(start, nextLine(part.end())), "");
            return;
        }
        int from = part.start();
        int to = part.end();
        if (isBlank(start, part.start())) {
            while (text.charAt(to) == ' ') {
                to++;
            }
        } else {
            while (text.charAt(from - 1) == ' ') {
                from--;
            }
        }
        replace(new TextRange(from, to), "");
    }

    /** Adds a line after the one on which a part ends; right behind the part if more of the rule stands on its line. */
    void addLine(TextRange after, String line) {
        int end = lineEnd(after.end());
        String rest = text.substring(after.end(), end).strip();
        boolean whole = (rest.isEmpty() || rest.startsWith("//")) && end < text.length();
        if (whole) {
            insert(end + 1, line + newLine());
        } else {
            insert(after.end(), newLine() + line);
        }
    }

    /** How far the line of a part is indented; as usual, if the part does not begin its line. */
    String indent(TextRange part) {
        int start = lineStart(part.start());
        return isBlank(start, part.start()) && start < part.start() ? text.substring(start, part.start()) : "    ";
    }

    String newLine() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    int lineStart(int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    int lineEnd(int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    int nextLine(int at) {
        return Math.min(text.length(), lineEnd(at) + 1);
    }

    private boolean isBlank(int from, int to) {
        return text.substring(from, to).isBlank();
    }
}
