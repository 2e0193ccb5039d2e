package io.quanyi.web.filter;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * The part of an {@code Accept} header that an answer in UTF-8 can satisfy. Spring would accept a type of weight zero, alone or within a range,
 * and fails on charsets that it cannot write.
 */
final class AcceptHeader {

    private static final String CHARSET = "charset";

    /** The types that answers can have; only these can be left of a range from which a type is taken away. */
    private static final List<MediaType> ANSWERED = Stream.of(
                    "application/json",
                    "application/x-ndjson",
                    "text/plain",
                    "text/html",
                    "application/vnd.oai.openapi",
                    "application/vnd.spring-boot.actuator.v3+json",
                    "application/openmetrics-text")
            .map(MediaType::valueOf)
            .toList();

    private AcceptHeader() {}

    /** The header without charsets and without types that no answer has; null if nothing is left, or the header is malformed. */
    static @Nullable String of(List<String> headers) {
        try {
            List<MediaType> all = MediaType.parseMediaTypes(headers);
            if (all.isEmpty()) {
                return MediaType.ALL_VALUE;
            }
            List<MediaType> ranges = all.stream()
                    .filter(AcceptHeader::isOfUtf8)
                    .map(AcceptHeader::withoutCharset)
                    .toList();
            boolean refuses = ranges.stream().anyMatch(range -> range.getQualityValue() == 0);
            List<MediaType> accepted = refuses ? withoutRefused(ranges) : ranges;
            return accepted.isEmpty() ? null : MediaType.toString(accepted);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Each type by the range that names it most closely (RFC 9110, 12.5.1). */
    private static List<MediaType> withoutRefused(List<MediaType> ranges) {
        Stream<MediaType> named = ranges.stream().filter(range -> range.isConcrete() && range.getQualityValue() > 0);
        Stream<MediaType> left = ANSWERED.stream()
                .map(type -> ranges.stream()
                        .filter(range -> range.includes(type))
                        .min(Comparator.comparing(MediaType::isWildcardType)
                                .thenComparing(MediaType::isWildcardSubtype))
                        .filter(range -> range.getQualityValue() > 0)
                        .map(type::copyQualityValue)
                        .orElse(null))
                .filter(Objects::nonNull);
        return Stream.concat(named, left).distinct().toList();
    }

    private static boolean isOfUtf8(MediaType range) {
        Charset charset = range.getCharset();
        return charset == null || charset.equals(StandardCharsets.UTF_8);
    }

    private static MediaType withoutCharset(MediaType range) {
        Map<String, String> parameters = new LinkedHashMap<>(range.getParameters());
        parameters.keySet().removeIf(CHARSET::equalsIgnoreCase);
        return new MediaType(range.getType(), range.getSubtype(), parameters);
    }
}
