package io.quanyi.web.coding;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;

/** The coding of a body that was sent, as {@code Content-Encoding} names it (RFC 9110, 8.4). */
public enum ContentCoding {
    /** The body as it is. */
    IDENTITY,
    /** Compressed once, by gzip. */
    GZIP,
    /** Another coding; such a body cannot be read. */
    UNKNOWN;

    /** The value of {@code Accept-Encoding} that tells a caller which codings a body may have (RFC 7694). */
    public static final String READ = "gzip, identity";

    private static final List<String> NAMES_OF_GZIP = List.of("gzip", "x-gzip");

    public static ContentCoding of(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.CONTENT_ENCODING) == null) {
            return IDENTITY;
        }
        List<String> codings = Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING)).stream()
                .flatMap(header -> Stream.of(header.split(",", -1)))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.equals("identity"))
                .toList();
        if (codings.isEmpty()) {
            return IDENTITY;
        }
        return codings.size() == 1 && NAMES_OF_GZIP.contains(codings.get(0)) ? GZIP : UNKNOWN;
    }
}
