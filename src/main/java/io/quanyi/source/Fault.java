package io.quanyi.source;

import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import io.quanyi.text.Translated;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * One thing that is wrong with what somebody wrote.
 *
 * @param position where, in a file
 * @param pointer where, as a JSON pointer into a document; empty for a whole document and for what is no document
 * @param code what, as a code with a text {@code fault.<code>} in both languages
 * @param arguments what fills the text
 */
public record Fault(Position position, String pointer, String code, List<String> arguments)
        implements Comparable<Fault> {

    private static final Comparator<Fault> ORDER = Comparator.comparing(Fault::position)
            .thenComparing(Fault::pointer)
            .thenComparing(Fault::code)
            .thenComparing(fault -> fault.arguments().toString());

    /** How much of a caller's offending value is ever shown. */
    public static final int SHOWN = 100;

    /** Begins with what is no character: nothing that anybody wrote is taken for a code of ours. */
    private static final String TEXT = "\uFDD0text:";

    /** Begins a sentence in Chinese, which the next one in English follows; likewise no characters. */
    private static final String SENTENCE = "\uFDD0sentence:";

    private static final String NEXT = "\uFDD1";

    /** Begins a list, whose items follow each other. */
    private static final String LIST = "\uFDD0list:";

    /** Begins the number of items that a list leaves out. */
    private static final String MORE = "\uFDD2";

    private static final int SHOWN_TO_AUTHORS = 2000;

    /** Keeps a copy, with each argument cut to a safe length and without control characters. */
    public Fault {
        int most = position.equals(Position.NOWHERE) ? SHOWN : SHOWN_TO_AUTHORS;
        arguments = arguments.stream()
                .map(argument -> argument.startsWith(LIST) ? cut(argument, most) : safe(argument, most))
                .toList();
    }

    /** A fault at a place in a file. */
    public static Fault at(Position position, String code, Object... arguments) {
        return new Fault(
                position,
                "",
                code,
                List.of(arguments).stream().map(Fault::argument).toList());
    }

    /** A fault at a member of a document. */
    public static Fault at(String pointer, String code, Object... arguments) {
        return new Fault(
                Position.NOWHERE,
                pointer,
                code,
                List.of(arguments).stream().map(Fault::argument).toList());
    }

    /** An argument that is itself a text in both languages. */
    public static String text(String textCode) {
        return TEXT + textCode;
    }

    /** An argument that is a list; of one that is too long to be shown, the first items are, and how many more there are. */
    public static String list(Collection<String> items) {
        return LIST + String.join(NEXT, items);
    }

    /** An argument that is a sentence with its translations. */
    private static String text(Translated sentence) {
        return SENTENCE + sentence.in(Language.CHINESE) + NEXT + sentence.in(Language.ENGLISH);
    }

    private static String argument(Object argument) {
        return argument instanceof Translated sentence
                        && !sentence.translations().isEmpty()
                ? text(sentence)
                : String.valueOf(argument);
    }

    /** The fault in words. */
    public String message(Language language) {
        List<String> words =
                arguments.stream().map(argument -> words(argument, language)).toList();
        return Texts.of(language, "fault." + code, words);
    }

    private static String words(String argument, Language language) {
        if (argument.startsWith(SENTENCE)) {
            String[] sentences = argument.substring(SENTENCE.length()).split(NEXT, 2);
            return sentences[language == Language.CHINESE ? 0 : sentences.length - 1];
        }
        if (argument.startsWith(LIST)) {
            return list(argument, language);
        }
        String textCode = argument.startsWith(TEXT) ? argument.substring(TEXT.length()) : "";
        return Texts.has(language, textCode) ? Texts.of(language, textCode) : argument;
    }

    private static String list(String argument, Language language) {
        String[] parts = argument.substring(LIST.length()).split(MORE, 2);
        String items = Punctuation.of(language).list(List.of(parts[0].split(NEXT, -1)));
        return parts.length == 1 ? items : Texts.of(language, "list.more", List.of(items, parts[1]));
    }

    /** Whole items only: half a word would be taken for one. */
    private static String cut(String argument, int most) {
        String[] items = argument.substring(LIST.length()).split(NEXT, -1);
        StringBuilder shown = new StringBuilder(LIST);
        int left = most;
        for (int i = 0; i < items.length; i++) {
            left -= items[i].length();
            if (i > 0 && left < 0) {
                return shown.append(MORE).append(items.length - i).toString();
            }
            shown.append(i == 0 ? "" : NEXT).append(safe(items[i], most));
        }
        return shown.toString();
    }

    /**
     * {@code file:line:column: message}, or {@code pointer: message} for a document without a name; what a terminal would obey
     * instead of showing it is replaced, in names of files and members, too.
     */
    public String describe(Language language) {
        String where = safe(position.equals(Position.NOWHERE) ? pointer : position.toString(), SHOWN_TO_AUTHORS);
        return where.isEmpty() ? message(language) : where + ": " + message(language);
    }

    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }

    private static String safe(String argument, int most) {
        StringBuilder shown = new StringBuilder();
        argument.codePoints()
                .limit(most)
                .map(point -> isInvisible(point) ? '\uFFFD' : point)
                .forEach(shown::appendCodePoint);
        return argument.codePointCount(0, argument.length()) > most ? shown + "…" : shown.toString();
    }

    private static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
