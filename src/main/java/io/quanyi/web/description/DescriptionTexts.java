package io.quanyi.web.description;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The texts of the description, from {@code openapi.properties}, and those of further records. Remembers which were used and which are missing, for a test. */
final class DescriptionTexts {

    private final Properties texts = new Properties();
    private final Set<String> used = new TreeSet<>();
    private final Set<String> missing = new TreeSet<>();

    DescriptionTexts() {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(DescriptionTexts.class.getResourceAsStream("openapi.properties")),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts together with others, by their keys. */
    DescriptionTexts(Map<String, String> more) {
        this();
        texts.putAll(more);
    }

    /** The text of a key; empty if there is none, which a test reports. */
    String get(String key) {
        used.add(key);
        String text = texts.getProperty(key);
        if (text == null) {
            missing.add(key);
            return "";
        }
        return text;
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    Set<String> missing() {
        return missing;
    }

    Set<String> unused() {
        Set<String> unused = new TreeSet<>(texts.stringPropertyNames());
        unused.removeAll(used);
        return unused;
    }
}
