package io.quanyi.web;

import io.quanyi.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The language that a request asks for; Chinese where it asks for none that there is. */
final class RequestLanguage {

    private RequestLanguage() {}

    static Language of(HttpServletRequest request) {
        return of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    static Language of(@Nullable String acceptLanguage) {
        return ranges(acceptLanguage).stream()
                .filter(range -> range.getWeight() > 0)
                .sorted(Comparator.comparingDouble(LanguageRange::getWeight).reversed())
                .map(LanguageRange::getRange)
                .filter(range -> range.equals("*") || isOrWithin(range, "zh") || isOrWithin(range, "en"))
                .findFirst()
                .map(range -> isOrWithin(range, "en") ? Language.ENGLISH : Language.CHINESE)
                .orElse(Language.CHINESE);
    }

    private static boolean isOrWithin(String range, String language) {
        String lower = range.toLowerCase(Locale.ROOT);
        return lower.equals(language) || lower.startsWith(language + "-");
    }

    private static List<LanguageRange> ranges(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > 500) {
            return List.of();
        }
        try {
            return LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
