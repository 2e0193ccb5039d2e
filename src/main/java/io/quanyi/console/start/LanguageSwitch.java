package io.quanyi.console.start;

import io.quanyi.console.ConsoleLanguage;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.OwnAddress;
import io.quanyi.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Changes the language of the pages: keeps the chosen one in a cookie, and leads back to the page. */
@ConsoleScreen
class LanguageSwitch {

    private static final Duration KEPT = Duration.ofDays(365);

    /** Chooses a language, and leads back to a page of the console; to its start if the address is none. */
    @GetMapping("/console/language/{tag}")
    ResponseEntity<Void> choose(@PathVariable String tag, HttpServletRequest request) {
        Language chosen =
                ConsoleLanguage.named(tag).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String back = Objects.requireNonNullElse(request.getParameter("back"), "");
        ResponseCookie cookie = ResponseCookie.from(ConsoleLanguage.COOKIE, chosen.tag())
                .path("/console")
                .maxAge(KEPT)
                .httpOnly(true)
                .sameSite("Strict")
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .location(URI.create(OwnAddress.of(back)))
                .build();
    }
}
