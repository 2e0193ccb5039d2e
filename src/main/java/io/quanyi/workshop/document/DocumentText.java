package io.quanyi.workshop.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the clauses in the text of a document, as it is copied out of a PDF or a page. Each line is a clause. A line that is only a heading gives
 * the number of those below it. A clause is named by its own number, by the words before its colon or in the first cell of its row, or else
 * by its place below the heading.
 */
final class DocumentText {

    /** The longest words that are taken for the name of a clause or for a heading. */
    private static final int MAX_NAME_LENGTH = 60;

    private static final Pattern MARKDOWN = Pattern.compile("#+ +(?<words>.*)");

    private static final Pattern NUMBER = Pattern.compile("(?<number>§ ?[0-9.]+|第[0-9一二三四五六七八九十百]+[章节条款]"
            + "|[0-9]+(?:\\.[0-9]+)*[.)、]?(?= )|[0-9]+(?:\\.[0-9]+)+|[0-9]+、|[一二三四五六七八九十]+、|[（(][0-9一二三四五六七八九十a-z]+[)）])"
            + "\\s*(?<words>.+)");

    private static final Pattern BULLET = Pattern.compile("[-*•·●▪]\\s+(?<words>.*)");

    private static final Pattern ROW =
            Pattern.compile("\\|?\\s*(?<name>[^|\\t]+?)\\s*(?:[|\\t])\\s*(?<words>.*?)\\s*\\|?");

    private static final Pattern NAMED = Pattern.compile("(?<name>[^:：.。;；]{1,60})[:：]\\s*(?<words>.+)");

    private static final Pattern RULE_OF_TABLE = Pattern.compile("[|:+=\\-\\s]+");

    /** The mark behind a clause that decides nothing: a tilde and the reason. */
    private static final Pattern REASON = Pattern.compile("(?<words>.*?)\\s+~\\s*(?<reason>.+)");

    private final List<Found> clauses = new ArrayList<>();
    private final Set<String> references = new LinkedHashSet<>();
    private String section = "";
    private int place;

    private DocumentText() {}

    /**
     * A clause as the text has it.
     *
     * @param number its number, or the heading above it
     * @param item its name or place below the number; null if the number is its own
     * @param quote its words
     * @param reason why it decides nothing; null if it decides
     */
    record Found(
            String number,
            @Nullable String item,
            String quote,
            @Nullable String reason) {}

    /** The clauses of a text, in its order. */
    static List<Found> clauses(String text) {
        DocumentText document = new DocumentText();
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        lines.stream().filter(line -> !RULE_OF_TABLE.matcher(line).matches()).forEach(document::read);
        return document.clauses;
    }

    private void read(String line) {
        Matcher markdown = MARKDOWN.matcher(line);
        if (markdown.matches()) {
            begin(markdown.group("words"));
            return;
        }
        Matcher explained = REASON.matcher(line);
        String reason = explained.matches() ? explained.group("reason") : null;
        String words = reason == null ? line : explained.group("words");
        Matcher numbered = NUMBER.matcher(words);
        if (numbered.matches()) {
            readNumbered(numbered.group("number").strip(), numbered.group("words"), reason);
        } else {
            Matcher bullet = BULLET.matcher(words);
            readNamed(bullet.matches() ? bullet.group("words") : words, reason);
        }
    }

    /** A short line with a number and no end of a sentence is a heading. */
    private void readNumbered(String number, String words, @Nullable String reason) {
        boolean heading = reason == null && words.length() <= MAX_NAME_LENGTH && !words.matches(".*[.。;；:：!?！？|\\t].*");
        String plain = number.replaceAll("[.)、]$", "");
        if (heading) {
            begin(plain + " " + words);
        } else if (number.matches("[（(].*")) {
            add(section, number, words, reason);
        } else {
            add(plain, null, words, reason);
        }
    }

    private void begin(String heading) {
        section = shortened(heading);
        place = 0;
    }

    private void readNamed(String words, @Nullable String reason) {
        Matcher row = ROW.matcher(words);
        Matcher named = NAMED.matcher(words);
        place++;
        if (row.matches()) {
            add(section, row.group("name"), row.group("words").replaceAll("\\s*[|\\t]\\s*", " | "), reason);
        } else if (named.matches()) {
            add(section, named.group("name"), named.group("words"), reason);
        } else {
            add(section, "(" + place + ")", words, reason);
        }
    }

    private void add(String number, @Nullable String item, String quote, @Nullable String reason) {
        String under = number.isEmpty() ? "1" : number;
        String name = item == null ? null : shortened(item);
        String free = name;
        for (int i = 2; !references.add((under + " " + free).toLowerCase(Locale.ROOT)); i++) {
            free = (name == null ? "" : name + " ") + "(" + i + ")";
        }
        clauses.add(new Found(under, free, quote, reason));
    }

    /** Words that can be cited between quotes. */
    private static String shortened(String words) {
        String plain = words.replaceAll("[*_`]+|\\\\", "")
                .replace('"', '\'')
                .replaceAll("\\s+", " ")
                .strip();
        return plain.length() <= MAX_NAME_LENGTH
                ? plain
                : plain.substring(0, MAX_NAME_LENGTH).strip();
    }
}
