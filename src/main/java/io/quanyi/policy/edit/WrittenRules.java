package io.quanyi.policy.edit;

import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of one file as they are written. A change of one gives the file with the other characters as they were. */
public final class WrittenRules {

    private static final Pattern FACTS = Pattern.compile("(?m)^import\\s+io\\.quanyi\\.facts\\.\\*;?[ \\t]*\\R");
    private static final Pattern TIMES = Pattern.compile("(?m)^import\\s+static\\s+io\\.quanyi\\.servicetime\\.Target");
    private static final String IMPORT_TIMES = "import static io.quanyi.servicetime.Target.*";
    private static final String MARK = "\uFEFF";

    private final String path;
    private final String text;
    private final boolean marked;
    private final List<WrittenRule> rules;
    private final List<Integer> unreadable = new ArrayList<>();

    private WrittenRules(String path, String text, boolean marked) {
        this.path = path;
        this.text = text;
        this.marked = marked;
        this.rules = List.copyOf(new RuleParser(text).rules(unreadable));
    }

    /** The rules of a file; none if it is no text. */
    public static WrittenRules of(SourceFile file) {
        String text = file.text(new Faults());
        byte[] bytes = file.bytes();
        boolean marked = new String(bytes, 0, Math.min(3, bytes.length), StandardCharsets.UTF_8).startsWith(MARK);
        return new WrittenRules(file.path(), text == null ? "" : text, marked);
    }

    /**
     * A file without rules.
     *
     * @param path its path
     * @param programme the id of the programme, with which its package begins
     */
    public static WrittenRules fresh(String path, String programme) {
        String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.drl$", "");
        String header = "package " + (programme + "." + name).replace('-', '_') + "\n\nimport io.quanyi.facts.*\n";
        return new WrittenRules(path, header, false);
    }

    /** The rules, in the order written. */
    public List<WrittenRule> rules() {
        return rules;
    }

    /** The lines on which rules begin whose form is not that of the language, so that they are known as text only. */
    public List<Integer> unreadable() {
        return List.copyOf(unreadable);
    }

    /** The first rule with an id. */
    public Optional<WrittenRule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** The text of a rule with its comments, from {@code rule} to {@code end}. */
    public String text(WrittenRule rule) {
        return rule.span().in(text);
    }

    /** The line on which a rule begins, from 1. */
    public int line(WrittenRule rule) {
        return (int) text.chars()
                        .limit(rule.span().start())
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }

    /** The file. */
    public SourceFile file() {
        return new SourceFile(path, ((marked ? MARK : "") + text).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The rules with one changed.
     *
     * @param was a rule of this file
     * @param is the same rule with other parts
     */
    public WrittenRules with(WrittenRule was, WrittenRule is) {
        TextEdits edits = new TextEdits(text);
        importTimes(is, edits);
        new RuleText(text, edits).change(was, is);
        return edited(edits);
    }

    /** The rules with another text in the place of one. */
    public WrittenRules replacing(WrittenRule rule, String other) {
        TextEdits edits = new TextEdits(text);
        edits.replace(rule.span(), other);
        return edited(edits);
    }

    /** The rules without one of them, and without the comment right above it. */
    public WrittenRules without(WrittenRule rule) {
        TextEdits edits = new TextEdits(text);
        int start = commented(rule, edits);
        int end = edits.nextLine(rule.span().end());
        boolean blankBefore = start == 0 || text.substring(0, start).endsWith("\n" + edits.newLine());
        boolean blankAfter = end < text.length() && text.startsWith(edits.newLine(), end);
        if (blankAfter) {
            end = edits.nextLine(end);
        } else if (blankBefore && end == text.length() && start > 0) {
            start -= edits.newLine().length();
        }
        edits.replace(new TextRange(start, end), "");
        return edited(edits);
    }

    /**
     * The rules with one more, where the order of its first clause puts it: behind the last rule on the same clause or an earlier one.
     *
     * @param clauses the references of the clauses, in the order of the document
     */
    public WrittenRules adding(WrittenRule added, List<String> clauses) {
        TextEdits edits = new TextEdits(text);
        String block = added.drl().replace("\n", edits.newLine());
        importTimes(added, edits);
        @Nullable WrittenRule before = null;
        int rank = rank(added, clauses);
        for (WrittenRule rule : rules) {
            before = rank(rule, clauses) <= rank ? rule : before;
        }
        if (before != null || rules.isEmpty()) {
            int end = before == null
                    ? text.length()
                    : edits.nextLine(before.span().end());
            edits.insert(end, (text.startsWith("\n", end - 1) ? "" : edits.newLine()) + edits.newLine() + block);
        } else {
            edits.insert(commented(rules.get(0), edits), block + edits.newLine());
        }
        return edited(edits);
    }

    private static int rank(WrittenRule rule, List<String> clauses) {
        int index =
                rule.clauses().isEmpty() ? -1 : clauses.indexOf(rule.clauses().get(0));
        return index < 0 ? Integer.MAX_VALUE : index;
    }

    /** The start of a rule with the lines of comment right above it. */
    private int commented(WrittenRule rule, TextEdits edits) {
        int start = edits.lineStart(rule.span().start());
        while (start > 0
                && text.substring(edits.lineStart(start - 1), start).strip().startsWith("//")) {
            start = edits.lineStart(start - 1);
        }
        return start;
    }

    private void importTimes(WrittenRule rule, TextEdits edits) {
        Matcher facts = FACTS.matcher(text);
        if (rule.namesTime() && !TIMES.matcher(text).find() && facts.find()) {
            edits.insert(facts.end(), IMPORT_TIMES + edits.newLine());
        }
    }

    private WrittenRules edited(TextEdits edits) {
        return new WrittenRules(path, edits.text(), marked);
    }
}
