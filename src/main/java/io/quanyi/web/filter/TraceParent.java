package io.quanyi.web.filter;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header {@code traceparent} of a request, as W3C Trace Context (Recommendation of 23 November 2021, section 3.2) defines it: the trace that
 * the request belongs to.
 *
 * @param text the header as it was sent
 * @param trace the id of the trace, 32 hexadecimal digits
 */
record TraceParent(String text, String trace) {

    static final String HEADER = "traceparent";

    /** Version, trace, span and flags. A later version may have more behind a dash. */
    private static final Pattern FORM = Pattern.compile(
            "(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-[!-~]{1,200})?");

    /** The first version, which has nothing behind the flags. */
    private static final String FIRST = "00";

    /** The header of a request; empty if there is none, if it is not of that form, or if there are several. */
    static Optional<TraceParent> of(HttpServletRequest request) {
        List<String> sent = Collections.list(request.getHeaders(HEADER));
        return sent.size() == 1 ? read(sent.get(0)) : Optional.empty();
    }

    private static Optional<TraceParent> read(String text) {
        Matcher parts = FORM.matcher(text);
        boolean wellFormed = parts.matches() && (parts.group(3) == null || !FIRST.equals(parts.group(1)));
        return wellFormed ? Optional.of(new TraceParent(text, parts.group(2))) : Optional.empty();
    }
}
