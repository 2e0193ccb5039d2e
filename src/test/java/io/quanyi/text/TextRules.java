package io.quanyi.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rules that every text for people keeps to, by language: its terms, no foreign words, no names of Java classes, its typography. */
public final class TextRules {

    private static final Path FOLDER = Path.of("src", "test", "resources", "io", "quanyi", "text");

    private static final List<Term> TERMS = rows("terms.tsv")
            .map(row -> new Term(row[0], Pattern.compile(row[1]), row[2]))
            .toList();

    private static final Pattern ALLOWED = Pattern.compile("(?<![A-Za-z])(?:"
            + String.join("|", rows("latin.tsv").map(row -> row[0]).toList()) + ")(?![A-Za-z])");

    private static final Pattern SENTENCE = Pattern.compile("[a-z]{2,} [a-z]{2,} [a-z]{2,}");
    private static final Pattern JAVA =
            Pattern.compile("\\b(?:java|javax|org|tools|com)\\.[a-z]+\\.[A-Za-z.]+|\\b[A-Z]\\w+(?:Exception|Error)\\b");

    /** Each with what is wrong in Chinese typography. */
    private static final List<Term> TYPOGRAPHY = List.of(
            typo("\\p{IsHan}[,;?!]|[,;?!]\\p{IsHan}", "punctuation of half width beside a Chinese character"),
            typo("\\p{IsHan}:(?!\\d)|:\\p{IsHan}", "a colon of half width beside a Chinese character"),
            typo("\\p{IsHan} +\\p{IsHan}", "a blank between Chinese characters"),
            typo("[，。；：？！（）“”、] +| +[，。；：？！（）“”、]", "a blank beside punctuation of full width"),
            typo("\\p{IsHan}[A-Za-z0-9]|[A-Za-z0-9]\\p{IsHan}", "no blank between a Chinese character and a Latin one"),
            typo("\\p{IsHan}\\(|\\)\\p{IsHan}", "a bracket of half width beside a Chinese character"),
            typo("\\d %", "a blank before a percent sign"));

    private TextRules() {}

    private record Term(String language, Pattern forbidden, String wanted) {

        Stream<String> in(String text) {
            Matcher matcher = forbidden.matcher(text);
            return matcher.find() ? Stream.of("\"" + matcher.group() + "\": " + wanted) : Stream.empty();
        }
    }

    private static Term typo(String pattern, String what) {
        return new Term(Language.CHINESE.tag(), Pattern.compile(pattern), what);
    }

    /** Other terms than those of the table. */
    public static List<String> terms(Language language, String text) {
        return TERMS.stream()
                .filter(term -> term.language().equals(language.tag()))
                .flatMap(term -> term.in(text))
                .toList();
    }

    /** Where a text is not set as Chinese is; what it quotes of others is not looked at. */
    public static List<String> typography(String text) {
        return TYPOGRAPHY.stream().flatMap(typo -> typo.in(text)).toList();
    }

    /** Latin words that are not in the list of those that Chinese keeps. */
    public static List<String> foreignWords(String chinese) {
        String rest = ALLOWED.matcher(chinese).replaceAll(" ");
        return Pattern.compile("[A-Za-z]{2,}")
                .matcher(rest)
                .results()
                .map(word -> word.group())
                .toList();
    }

    /** English sentences in a Chinese text, and names of Java classes in any. */
    public static List<String> strays(Language language, String text) {
        List<String> strays = new ArrayList<>();
        JAVA.matcher(text).results().forEach(found -> strays.add(found.group()));
        if (language == Language.CHINESE) {
            String rest = ALLOWED.matcher(text).replaceAll(",");
            SENTENCE.matcher(rest).results().forEach(found -> strays.add(found.group()));
        }
        return strays;
    }

    private static Stream<String[]> rows(String file) {
        try {
            return Files.readAllLines(FOLDER.resolve(file)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
