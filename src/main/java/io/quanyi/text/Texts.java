package io.quanyi.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks up the text of a code in a language. Tests make sure that every code has a text in both languages.
 *
 * <p>A text is a {@link MessageFormat} whose arguments are texts. Where a word depends on a number, it is written as
 * {@code {0,plural,release,releases}}: the first word where argument 0 is {@code 1}, else the second.
 */
public final class Texts {

    /** The bundles: the texts of answers and commands, and those of the generated reference. */
    private static final List<String> FILES = List.of("texts", "reference");

    private static final Map<Language, Properties> BUNDLES = load();

    /** The texts without arguments that were asked for, because a pattern takes longer to read than to fill in. */
    private static final Map<Language, ConcurrentMap<String, String>> FIXED = Arrays.stream(Language.values())
            .collect(Collectors.toUnmodifiableMap(language -> language, language -> new ConcurrentHashMap<>()));

    /** The patterns read so far, each to be cloned: they may not be used by several threads at once. */
    private static final Map<Language, ConcurrentMap<String, MessageFormat>> FORMATS = Arrays.stream(Language.values())
            .collect(Collectors.toUnmodifiableMap(language -> language, language -> new ConcurrentHashMap<>()));

    private static final String PLURAL_MARK = ",plural,";
    private static final Pattern PLURAL = Pattern.compile("\\{(\\d),plural,([^,{}]*),([^,{}]*)}");

    private Texts() {}

    /**
     * The text of a code with its arguments.
     *
     * @param language the language of the text
     * @param code the key, such as {@code ground.not-in-plan}
     * @param arguments the values of {@code {0}}, {@code {1}} …; they are not parsed
     * @throws IllegalArgumentException if the code has no text
     */
    public static String of(Language language, String code, List<String> arguments) {
        return arguments.isEmpty() ? of(language, code) : formatted(language, code, arguments);
    }

    /** The text of a code without arguments. */
    public static String of(Language language, String code) {
        return Objects.requireNonNull(FIXED.get(language))
                .computeIfAbsent(code, any -> formatted(language, any, List.of()));
    }

    private static String formatted(Language language, String code, List<String> arguments) {
        String pattern = bundle(language).getProperty(code);
        if (pattern == null) {
            throw new IllegalArgumentException("no " + language.tag() + " text for " + code);
        }
        String numbered = pattern.contains(PLURAL_MARK) ? numbered(pattern, arguments) : pattern;
        MessageFormat format = Objects.requireNonNull(FORMATS.get(language))
                .computeIfAbsent(numbered, text -> new MessageFormat(text, language.locale()));
        return ((MessageFormat) format.clone()).format(arguments.toArray());
    }

    private static String numbered(String pattern, List<String> arguments) {
        return PLURAL.matcher(pattern).replaceAll(word -> {
            boolean one = arguments.get(Integer.parseInt(word.group(1))).equals("1");
            return word.group(one ? 2 : 3);
        });
    }

    /** Whether the code has a text in the language. */
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
