package io.quanyi.workshop.command;

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

/** Writes an HTML page that needs no other file: styles are inside, and it has no scripts or images. */
public final class HtmlPage {

    private HtmlPage() {}

    /**
     * Writes a page.
     *
     * @param template the name of its template, a resource beside this class
     * @param content the values for the template; texts are escaped
     */
    public static void write(Path file, String template, Output output, Map<String, Object> content)
            throws IOException {
        Map<String, Object> all = new HashMap<>(content);
        all.put("language", output.language().tag());
        String page = Mustache.compiler()
                .emptyStringIsFalse(true)
                .withLoader(HtmlPage::resource)
                .loadTemplate(template)
                .execute(all);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, page);
        if (!output.isJson()) {
            output.say("written", file);
        }
    }

    private static Reader resource(String name) {
        return new InputStreamReader(
                Objects.requireNonNull(HtmlPage.class.getResourceAsStream(name), name), StandardCharsets.UTF_8);
    }
}
