package io.quanyi.workshop.index;

import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The texts of the reference in one language. They define every member, fact and outcome; a missing text ends the generation of the page.
 *
 * @param language the language of the texts
 */
record ReferenceTexts(Language language) {

    /** A text of the reference. */
    String of(String code, Object... arguments) {
        return Texts.of(
                language,
                "reference." + code,
                Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** Several texts, each of whole sentences, as one. */
    String sentences(String... codes) {
        return Punctuation.of(language)
                .sentences(Arrays.stream(codes).map(code -> of(code)).toList());
    }

    /** A text that answers of the service use, too. */
    String shared(String code) {
        return Texts.of(language, code);
    }

    /** A heading with an anchor, and the text below it. */
    String section(String code) {
        return "\n## <a id=\"" + code + "\"></a>" + of(code) + "\n\n" + of(code + ".about") + "\n";
    }

    /** The heads of a table. */
    String head(String... codes) {
        return "\n"
                + Markdown.head(
                        Arrays.stream(codes).map(code -> of("column." + code)).toArray(String[]::new));
    }

    /** Values to choose from, for a table. */
    String codes(Collection<String> values) {
        return values.stream().map(Markdown::codeCell).collect(Collectors.joining(isChinese() ? "、" : ", "));
    }

    /** Bounds that all hold. */
    String bounds(List<String> bounds) {
        return String.join(isChinese() ? "；" : "; ", bounds);
    }

    private boolean isChinese() {
        return language == Language.CHINESE;
    }
}
