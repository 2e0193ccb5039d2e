package io.quanyi.web;

import io.quanyi.text.Language;
import io.quanyi.web.standard.Standard;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The language of the answer to a request, by {@code Accept-Language}: Chinese if the header names neither language. Malformed parts of the
 * header are skipped.
 */
public final class RequestLanguage {

    private static final int MAX_HEADER_LENGTH = 500;
    private static final Pattern RANGE = Pattern.compile(
            "\\s*(\\*|[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)\\s*(?:;\\s*[qQ]=([01](?:\\.\\d{0,3})?)\\s*)?");

    private record Range(String range, double weight) {}

    private RequestLanguage() {}

    /** The language of the answer to a request. Where flags are evaluated, texts are for developers: English unless a language is named. */
    public static Language of(HttpServletRequest request) {
        String preferred = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        boolean names = preferred != null && !preferred.strip().equals("*");
        return !names && Standard.of(request).filter(Standard.OFREP::equals).isPresent()
                ? Language.ENGLISH
                : of(preferred);
    }

    public static Language of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > MAX_HEADER_LENGTH) {
            return Language.CHINESE;
        }
        return Arrays.stream(acceptLanguage.split(",", -1))
                .map(RANGE::matcher)
                .filter(Matcher::matches)
                .map(RequestLanguage::range)
                .filter(range -> range.weight() > 0)
                .sorted(Comparator.comparingDouble(Range::weight).reversed())
                .map(Range::range)
                .filter(range -> range.equals("*") || isOrWithin(range, "zh") || isOrWithin(range, "en"))
                .findFirst()
                .map(range -> isOrWithin(range, "en") ? Language.ENGLISH : Language.CHINESE)
                .orElse(Language.CHINESE);
    }

    private static Range range(Matcher matcher) {
        String weight = Objects.requireNonNullElse(matcher.group(2), "1");
        return new Range(matcher.group(1), Double.parseDouble(weight));
    }

    private static boolean isOrWithin(String range, String language) {
        String lower = range.toLowerCase(Locale.ROOT);
        return lower.equals(language) || lower.startsWith(language + "-");
    }
}
