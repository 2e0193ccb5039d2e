package io.quanyi.workshop;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Writes pages that stand alone: no other file, no script, nothing from elsewhere. */
final class Page {

    private Page() {}

    /**
     * Writes a page.
     *
     * @param template its name among the resources beside this class
     * @param content what fills it; every text is shown as it is, never taken for markup
     */
    static void write(Path file, String template, Voice voice, Map<String, Object> content) throws IOException {
        Map<String, Object> all = new HashMap<>(content);
        all.put("language", voice.language().tag());
        String page = Mustache.compiler()
                .emptyStringIsFalse(true)
                .withLoader(Page::resource)
                .loadTemplate(template)
                .execute(all);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, page);
        if (!voice.isJson()) {
            voice.say("written", file);
        }
    }

    private static Reader resource(String name) {
        return new InputStreamReader(
                Objects.requireNonNull(Page.class.getResourceAsStream(name), name), StandardCharsets.UTF_8);
    }
}
