package io.quanyi.console;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.quanyi.catalogue.Programme;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Renders the pages of the console from templates beside this class. Every value is escaped, and the policy of the answer lets a browser
 * load nothing but the styles of the console, and of a page that has a script, that.
 */
@Component
@ConditionalOnBooleanProperty("quanyi.console.enabled")
public class ConsolePages {

    private static final String SCRIPTS = "; script-src 'self'; connect-src 'self'";
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none';"
            + " form-action 'self'; frame-ancestors 'none'";
    private static final List<String> PROGRAMME_SCREENS =
            List.of("matrix", "document", "ask", "customer", "drafts", "news", "history");

    private final ConsoleAssets assets;
    private final Map<String, Template> templates = new ConcurrentHashMap<>();

    ConsolePages(ConsoleAssets assets) {
        this.assets = assets;
    }

    /** A page with status 200. */
    public ResponseEntity<String> page(PageFrame frame, String template, Map<String, Object> content) {
        return page(HttpStatus.OK, frame, template, content);
    }

    /** A page with a status. */
    public ResponseEntity<String> page(
            HttpStatus status, PageFrame frame, String template, Map<String, Object> content) {
        Map<String, Object> all = new HashMap<>(Map.of("q", ""));
        all.putAll(content);
        all.put("t", new ConsoleTexts(frame.language()));
        all.put("frame", frame(frame));
        String page = UnbrokenWords.in(
                templates.computeIfAbsent(template, ConsolePages::template).execute(all));
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_LANGUAGE, frame.language().tag())
                .header("Content-Security-Policy", frame.scripts().isEmpty() ? POLICY : POLICY + SCRIPTS)
                .header("Referrer-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff")
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(page);
    }

    private Map<String, Object> frame(PageFrame frame) {
        ConsoleTexts texts = new ConsoleTexts(frame.language());
        Language other = frame.language() == Language.CHINESE ? Language.ENGLISH : Language.CHINESE;
        Map<String, Object> all = new HashMap<>();
        all.put("language", frame.language().tag());
        all.put("title", frame.title());
        all.put("colon", Punctuation.of(frame.language()).colon());
        all.put("search", !frame.screen().equals("sign-in"));
        all.put("styles", assets.address(ConsoleAssets.STYLES));
        all.put("csrf", frame.person().csrf());
        all.put("person", person(frame.person(), texts));
        all.put("scripts", frame.scripts().stream().map(assets::address).toList());
        all.put("otherLanguage", Map.of("tag", other.tag(), "name", new ConsoleTexts(other).of("this-language")));
        all.put("switch", "/console/language/" + other.tag() + "?back=" + OwnAddress.encoded(frame.address()));
        all.put("programmes", links(frame.programme(), frame, texts));
        return all;
    }

    /** The name and the roles of a signed-in person; none for others. */
    private static List<Map<String, Object>> person(ConsolePerson person, ConsoleTexts texts) {
        String roles = Punctuation.of(texts.language()).list(person.roleNames(texts));
        return person.csrf().isEmpty() ? List.of() : List.of(Map.of("name", person.name(), "roles", roles));
    }

    /** The programme with the links to its screens; none for a page about all programmes. */
    private static List<Map<String, Object>> links(@Nullable Programme programme, PageFrame frame, ConsoleTexts texts) {
        if (programme == null) {
            return List.of();
        }
        List<Map<String, Object>> screens = PROGRAMME_SCREENS.stream()
                .map(screen -> Map.<String, Object>of(
                        "name", texts.of("screen-" + screen),
                        "href", "/console/" + programme.id() + "/" + screen,
                        "here", screen.equals(frame.screen())))
                .toList();
        return List.of(Map.of("name", programme.names().in(frame.language()), "screens", screens));
    }

    private static Template template(String name) {
        return Mustache.compiler()
                .emptyStringIsFalse(true)
                .zeroIsFalse(true)
                .withLoader(ConsolePages::resource)
                .loadTemplate(name);
    }

    private static Reader resource(String name) {
        return new InputStreamReader(
                Objects.requireNonNull(ConsolePages.class.getResourceAsStream(name), name), StandardCharsets.UTF_8);
    }
}
