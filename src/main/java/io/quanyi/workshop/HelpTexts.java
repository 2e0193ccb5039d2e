package io.quanyi.workshop;

import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The texts of {@code --help} in one language, by the keys that picocli asks for. */
final class HelpTexts extends ResourceBundle {

    private static final String PREFIX = "help.";

    private final Language language;

    HelpTexts(Language language) {
        this.language = language;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        String code = PREFIX + key;
        return Texts.has(language, code) ? Texts.of(language, code) : null;
    }

    @Override
    public Enumeration<String> getKeys() {
        List<String> keys = Texts.codes(language).stream()
                .filter(code -> code.startsWith(PREFIX))
                .map(code -> code.substring(PREFIX.length()))
                .toList();
        return Collections.enumeration(keys);
    }
}
