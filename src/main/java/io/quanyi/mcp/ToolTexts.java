package io.quanyi.mcp;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** The texts by which an assistant chooses a tool, from {@code tools.properties}. */
final class ToolTexts {

    private final Properties texts = new Properties();

    ToolTexts() {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ToolTexts.class.getResourceAsStream("tools.properties")),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of the arguments of tools, by the keys of a description. */
    Map<String, String> ofArguments() {
        return texts.stringPropertyNames().stream()
                .filter(key -> key.startsWith("schema."))
                .collect(Collectors.toMap(key -> key, this::get));
    }

    /** The text of a key. */
    String get(String key) {
        return Objects.requireNonNull(texts.getProperty(key), key);
    }
}
