package io.quanyi.console;

import io.quanyi.text.Language;
import io.quanyi.web.RequestLanguage;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The language of the pages for one reader: the one chosen in the head of a page, which a cookie keeps, or that of the browser. */
public final class ConsoleLanguage {

    /** The name of the cookie. */
    public static final String COOKIE = "quanyi-language";

    private ConsoleLanguage() {}

    /** The language of the answer to a request. */
    public static Language of(HttpServletRequest request) {
        return Stream.of(Objects.requireNonNullElse(request.getCookies(), new Cookie[0]))
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .flatMap(cookie -> named(cookie.getValue()).stream())
                .findFirst()
                .orElseGet(() -> RequestLanguage.of(request));
    }

    /** The language with a tag. */
    public static Optional<Language> named(String tag) {
        return Arrays.stream(Language.values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }
}
