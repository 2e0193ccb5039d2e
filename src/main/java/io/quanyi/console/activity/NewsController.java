package io.quanyi.console.activity;

import io.quanyi.access.audit.Caller;
import io.quanyi.console.ConsoleLanguage;
import io.quanyi.console.ConsolePages;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.console.PageFrame;
import io.quanyi.console.ScreenReleases;
import io.quanyi.release.Timeline;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.text.DateTexts;
import io.quanyi.text.Language;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The page of news: events by other people since the reader looked last. The instant of that look is kept in a cookie
 * of the reader's browser, and nowhere else; it can stand in the address instead.
 */
@ConsoleScreen
class NewsController {

    private static final String ADDRESS = "/console/{programme}/news";
    private static final String COOKIE = "quanyi-looked";
    private static final Duration KEPT = Duration.ofDays(365);

    /** The length of time of which a reader who has never looked is shown the events. */
    private static final Duration AT_FIRST = Duration.ofDays(14);

    /** The most events that are listed. */
    private static final int MAX_EVENTS = 100;

    private final ProgrammeActivity activity;
    private final ScreenReleases releases;
    private final ConsolePages pages;

    NewsController(ProgrammeActivity activity, ScreenReleases releases, ConsolePages pages) {
        this.activity = activity;
        this.releases = releases;
        this.pages = pages;
    }

    /** Shows what others did since the last look, or since the instant in the address. */
    @GetMapping(ADDRESS)
    ResponseEntity<String> show(@PathVariable String programme, HttpServletRequest request) {
        Timeline timeline = releases.timeline(programme);
        Language language = ConsoleLanguage.of(request);
        ConsoleTexts texts = new ConsoleTexts(language);
        Instant since = since(request);
        String reader = Caller.of(request).principal();
        List<Map<String, Object>> events = activity.events(programme, language)
                .filter(event -> !event.at().toInstant().isBefore(since) && isOther(event.by(), reader))
                .limit(MAX_EVENTS + 1L)
                .map(event -> activity.view(event, programme, language))
                .toList();
        Map<String, Object> content = new HashMap<>();
        content.put(
                "since",
                texts.of(
                        "news-since",
                        new DateTexts(language)
                                .instant(since.atZone(timeline.programme().zone())
                                        .toOffsetDateTime()
                                        .truncatedTo(ChronoUnit.MINUTES))));
        content.put("events", events.stream().limit(MAX_EVENTS).toList());
        content.put("more", events.size() > MAX_EVENTS ? texts.of("news-more", MAX_EVENTS) : "");
        content.put("until", releases.now().truncatedTo(ChronoUnit.SECONDS));
        content.put("address", address(programme));
        return pages.page(
                PageFrame.of(request, "news", texts.of("screen-news"), timeline.programme()), "news.html", content);
    }

    /** Keeps in the browser that the reader has seen everything up to an instant. */
    @PostMapping(ADDRESS)
    ResponseEntity<Void> seen(@PathVariable String programme, FormFields form, HttpServletRequest request) {
        releases.timeline(programme);
        Instant until = instant("until", form.first("until"));
        ResponseCookie cookie = ResponseCookie.from(COOKIE, until.toString())
                .path(address(programme))
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address(programme)))
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .build();
    }

    /** Callers without credentials cannot be told apart: to them, everybody is another. */
    private static boolean isOther(String by, String reader) {
        return reader.equals("anonymous") || !by.equals(reader);
    }

    private Instant since(HttpServletRequest request) {
        String stated = request.getParameter("since");
        if (stated != null) {
            return instant("since", stated);
        }
        return Stream.of(Objects.requireNonNullElse(request.getCookies(), new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .flatMap(cookie -> parsed(cookie.getValue()))
                .findFirst()
                .orElseGet(() -> releases.now().minus(AT_FIRST));
    }

    private static Instant instant(String name, String text) {
        return parsed(text)
                .findFirst()
                .orElseThrow(() -> new FaultsFound(List.of(Fault.at("/" + name, "not-an-instant", text))));
    }

    /** An instant as these pages write it; none for anything else, as in a cookie of somebody else's making. */
    private static Stream<Instant> parsed(String text) {
        try {
            Instant instant = Instant.parse(text);
            return Stream.of(instant).filter(one -> Math.abs(one.getEpochSecond()) < 1L << 35);
        } catch (DateTimeException e) {
            return Stream.empty();
        }
    }

    private static String address(String programme) {
        return "/console/" + programme + "/news";
    }
}
