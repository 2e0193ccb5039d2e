package io.quanyi.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks up the text of a code. A code without a text in either language is a defect that a test finds.
 *
 * <p>A text is a {@link MessageFormat} whose arguments are texts. Where a word depends on a number, it is written as
 * {@code {0,plural,release,releases}}: the first word where argument 0 is {@code 1}, else the second.
 */
public final class Texts {

    /** What the project says at work, and what its reference says of every word of the rules. */
    private static final List<String> FILES = List.of("texts", "reference");

    private static final Map<Language, Properties> BUNDLES = load();

    private static final Pattern PLURAL = Pattern.compile("\\{(\\d),plural,([^,{}]*),([^,{}]*)}");

    private Texts() {}

    /**
     * The text of a code, its places filled.
     *
     * @param language of the text
     * @param code the key, such as {@code ground.not-in-plan}
     * @param arguments what fills {@code {0}}, {@code {1}} … ; shown as they are, never parsed
     * @throws IllegalArgumentException if there is no such text
     */
    public static String of(Language language, String code, List<String> arguments) {
        String pattern = bundle(language).getProperty(code);
        if (pattern == null) {
            throw new IllegalArgumentException("no " + language.tag() + " text for " + code);
        }
        String numbered = PLURAL.matcher(pattern).replaceAll(word -> {
            boolean one = arguments.get(Integer.parseInt(word.group(1))).equals("1");
            return word.group(one ? 2 : 3);
        });
        return new MessageFormat(numbered, language.locale()).format(arguments.toArray());
    }

    /** The text of a code that has no places to fill. */
    public static String of(Language language, String code) {
        return of(language, code, List.of());
    }

    /** Whether there is a text for the code. */
    public static boolean has(Language language, String code) {
        return bundle(language).containsKey(code);
    }

    /** All codes that have a text in the language. */
    public static Set<String> codes(Language language) {
        return bundle(language).stringPropertyNames();
    }

    private static Properties bundle(Language language) {
        return Objects.requireNonNull(BUNDLES.get(language));
    }

    private static Map<Language, Properties> load() {
        Map<Language, Properties> bundles = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Properties texts = new Properties();
            FILES.forEach(file -> texts.putAll(read(file + "." + language.tag() + ".properties")));
            bundles.put(language, texts);
        }
        return bundles;
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream(name), name), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
