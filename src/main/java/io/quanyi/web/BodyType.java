package io.quanyi.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** Tells bodies that are read piece by piece, lines and forms, from those that are read whole. */
public final class BodyType {

    /** The media type of a body that has one JSON document a line. */
    public static final MediaType LINES = MediaType.APPLICATION_NDJSON;

    private BodyType() {}

    /** Whether a {@code Content-Type} announces {@link #LINES}; a header that is not well-formed announces nothing. */
    public static boolean isLines(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        int end = contentType.indexOf(';');
        String type = end < 0 ? contentType : contentType.substring(0, end);
        return type.strip().equalsIgnoreCase(LINES.toString());
    }

    /** Whether a {@code Content-Type} announces a form with files. */
    public static boolean isForm(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
