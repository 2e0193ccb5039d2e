package io.quanyi.console;

import com.samskivert.mustache.Mustache;
import io.quanyi.source.Fault;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import java.util.Arrays;

/**
 * The texts of the console in one language. Templates name them as {@code t.matrix-title}, for the code {@code console.matrix-title}. The
 * section {@code t.begin} begins its content with a capital, as a heading and a line of its own do: words of answers are parts of sentences.
 *
 * @param language the language of the reader
 */
public record ConsoleTexts(Language language) implements Mustache.CustomContext {

    /** A text with its arguments. */
    public String of(String code, Object... arguments) {
        return Texts.of(
                language,
                "console." + code,
                Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** A fault with its place. */
    public String of(Fault fault) {
        return fault.describe(language, Punctuation.of(language).colon());
    }

    @Override
    public Object get(String name) {
        return name.equals("begin") ? (Mustache.Lambda) (part, page) -> page.write(begin(part.execute())) : of(name);
    }

    private static String begin(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
