package io.quanyi.web.filter;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * The part of an {@code Accept} header that an answer in UTF-8 can satisfy. Spring would accept a type of weight zero, and fails on charsets
 * that it cannot write.
 */
final class AcceptHeader {

    private static final String CHARSET = "charset";

    private AcceptHeader() {}

    /** The header without charsets and without types that no answer has; null if nothing is left, or the header is malformed. */
    static @Nullable String of(List<String> headers) {
        try {
            List<MediaType> all = MediaType.parseMediaTypes(headers);
            List<MediaType> accepted = all.stream()
                    .filter(AcceptHeader::isAcceptable)
                    .map(AcceptHeader::withoutCharset)
                    .toList();
            if (all.isEmpty()) {
                return MediaType.ALL_VALUE;
            }
            return accepted.isEmpty() ? null : MediaType.toString(accepted);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isAcceptable(MediaType range) {
        Charset charset = range.getCharset();
        return (charset == null || charset.equals(StandardCharsets.UTF_8)) && range.getQualityValue() > 0;
    }

    private static MediaType withoutCharset(MediaType range) {
        Map<String, String> parameters = new LinkedHashMap<>(range.getParameters());
        parameters.keySet().removeIf(CHARSET::equalsIgnoreCase);
        return new MediaType(range.getType(), range.getSubtype(), parameters);
    }
}
