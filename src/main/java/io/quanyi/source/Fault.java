package io.quanyi.source;

import io.quanyi.text.BilingualText;
import io.quanyi.text.ClosestWord;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import io.quanyi.text.TranslatedText;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * One fault in input: its place, its code with a text in both languages, and the arguments of the text.
 *
 * @param position its position in a file
 * @param pointer its JSON pointer in a document; empty for the whole document and for other input
 * @param code the code, whose text is {@code fault.<code>} in both languages
 * @param arguments the arguments of the text
 * @param known the values that are allowed in the place, the first argument being another one; empty if they are not listed
 */
public record Fault(Position position, String pointer, String code, List<String> arguments, List<String> known)
        implements Comparable<Fault> {

    private static final Comparator<Fault> ORDER = Comparator.comparing(Fault::position)
            .thenComparing(Fault::pointer)
            .thenComparing(Fault::code)
            .thenComparing(fault -> fault.arguments().toString());

    /** The most characters of a caller's value that are shown. */
    public static final int SHOWN = 100;

    /**
     * Marks an argument that is the code of a text. It begins with a noncharacter, so that no input is taken for a
     * code.
     */
    private static final String TEXT = "\uFDD0text:";

    /** Marks a sentence in Chinese, followed by the same in English. */
    private static final String SENTENCE = "\uFDD0sentence:";

    private static final String NEXT = "\uFDD1";

    /** Marks a list of items. */
    private static final String LIST = "\uFDD0list:";

    /** Marks the number of items that a list leaves out. */
    private static final String MORE = "\uFDD2";

    private static final int SHOWN_TO_AUTHORS = 2000;

    /** Keeps a copy of the arguments, each cut to a safe length and without control characters. */
    public Fault {
        int most = position.equals(Position.NOWHERE) ? SHOWN : SHOWN_TO_AUTHORS;
        arguments = arguments.stream()
                .map(argument -> argument.startsWith(LIST) ? cut(argument, most) : safe(argument, most))
                .toList();
        known = List.copyOf(known);
    }

    /** A fault without a list of allowed values. */
    public Fault(Position position, String pointer, String code, List<String> arguments) {
        this(position, pointer, code, arguments, List.of());
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

    /** The fault with the values that are allowed in its place. */
    public Fault knowing(List<String> allowed) {
        return new Fault(position, pointer, code, arguments, allowed);
    }

    /** The fault at a position in a file. */
    public Fault in(Position place) {
        return new Fault(place, pointer, code, arguments, known);
    }

    /** This fault in a document that holds the faulty one at a pointer. */
    public Fault below(String outer) {
        return new Fault(position, outer + pointer, code, arguments, known);
    }

    /** An argument that is a text in both languages. */
    public static String text(String textCode) {
        return TEXT + textCode;
    }

    /** An argument that is a list. A list that is too long is cut, with the number of omitted items. */
    public static String list(Collection<String> items) {
        return LIST + String.join(NEXT, items);
    }

    /** The items of an argument that is a list, without those that are cut; the argument itself if it is none. */
    public List<String> items(int index) {
        String argument = arguments.get(index);
        return argument.startsWith(LIST)
                ? List.of(argument.substring(LIST.length()).split(MORE, 2)[0].split(NEXT, -1))
                : List.of(argument);
    }

    /** An argument that is a name in both languages. */
    private static String text(BilingualText names) {
        return SENTENCE + names.in(Language.CHINESE) + NEXT + names.in(Language.ENGLISH);
    }

    /** An argument that is a sentence with its translations. */
    private static String text(TranslatedText sentence) {
        return SENTENCE + sentence.in(Language.CHINESE) + NEXT + sentence.in(Language.ENGLISH);
    }

    private static String argument(Object argument) {
        if (argument instanceof BilingualText names) {
            return text(names);
        }
        return argument instanceof TranslatedText sentence
                        && !sentence.translations().isEmpty()
                ? text(sentence)
                : String.valueOf(argument);
    }

    /** The text of the fault, with the allowed value that may have been meant. */
    public String message(Language language) {
        String text = Texts.of(language, "fault." + code, words(language));
        return arguments.isEmpty()
                ? text
                : ClosestWord.near(arguments.get(0), known)
                        .map(closest -> text + Texts.of(language, "did-you-mean", List.of(closest)))
                        .orElse(text);
    }

    /** The arguments in words. */
    public List<String> words(Language language) {
        return arguments.stream().map(argument -> words(argument, language)).toList();
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

    /** Cuts a list after a whole item: half a word could be taken for a word. */
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
     * The text with its place: {@code file:line:column: message}, or {@code pointer: message} for a document without a
     * name. Characters that a terminal would obey are replaced, also in names of files and members.
     */
    public String describe(Language language) {
        return describe(language, ": ");
    }

    /** The same with another mark behind the place, such as pages of a language have. */
    public String describe(Language language, String colon) {
        String where = safe(position.equals(Position.NOWHERE) ? pointer : position.toString(), SHOWN_TO_AUTHORS);
        return where.isEmpty() ? message(language) : where + colon + message(language);
    }

    @Override
    public int compareTo(Fault other) {
        return ORDER.compare(this, other);
    }

    private static String safe(String argument, int most) {
        StringBuilder shown = new StringBuilder();
        argument.codePoints()
                .limit(most)
                .map(point -> DeceptiveCharacters.isInvisible(point) ? '\uFFFD' : point)
                .forEach(shown::appendCodePoint);
        return argument.codePointCount(0, argument.length()) > most ? shown + "…" : shown.toString();
    }
}
