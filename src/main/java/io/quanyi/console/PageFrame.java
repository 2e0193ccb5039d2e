package io.quanyi.console;

import io.quanyi.catalogue.Programme;
import io.quanyi.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a page: its language and title, and the screen and programme that the navigation marks.
 *
 * @param language the language of the page
 * @param title the title, shown in the head and in the browser
 * @param screen the id of the screen, such as {@code matrix}
 * @param programme the programme that the page is about; null for pages about all
 * @param address the path and query of the page, to which the switch of the language leads back
 * @param person the person who reads it
 * @param scripts the files of the scripts that the page may run
 */
public record PageFrame(
        Language language,
        String title,
        String screen,
        @Nullable Programme programme,
        String address,
        ConsolePerson person,
        List<String> scripts) {

    /** Keeps a copy. */
    public PageFrame {
        scripts = List.copyOf(scripts);
    }

    /** The frame of the page that answers a request. */
    public static PageFrame of(HttpServletRequest request, String screen, String title, @Nullable Programme programme) {
        return new PageFrame(
                ConsoleLanguage.of(request),
                title,
                screen,
                programme,
                address(request),
                ConsolePerson.of(request),
                List.of());
    }

    /** This frame with scripts, which are additions: the page works without them. */
    public PageFrame with(String... files) {
        return new PageFrame(language, title, screen, programme, address, person, List.of(files));
    }

    /** The path and query of a request. */
    public static String address(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    /** This frame for a page at another address, as after a form. */
    public PageFrame at(String other) {
        return new PageFrame(language, title, screen, programme, other, person, scripts);
    }
}
