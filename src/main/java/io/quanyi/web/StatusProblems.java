package io.quanyi.web;

import io.quanyi.text.Language;
import io.quanyi.wire.Problem;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/** The problems that stand for a status of HTTP alone. */
public final class StatusProblems {

    static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(400, "bad-request"),
            Map.entry(401, "unauthenticated"),
            Map.entry(403, "cross-origin"),
            Map.entry(404, "not-found"),
            Map.entry(405, "method-not-allowed"),
            Map.entry(406, "not-acceptable"),
            Map.entry(408, "body-too-slow"),
            Map.entry(413, "body-too-large"),
            Map.entry(414, "uri-too-long"),
            Map.entry(415, "unsupported-media-type"),
            Map.entry(421, "misdirected-request"),
            Map.entry(428, "precondition-required"),
            Map.entry(431, "headers-too-large"),
            Map.entry(500, "internal-error"),
            Map.entry(501, "not-implemented"),
            Map.entry(503, "unavailable"),
            Map.entry(505, "http-version"));

    private StatusProblems() {}

    /** The problem of a status; one without a code of its own counts as 400 or 500. */
    static Problem of(HttpStatusCode status, Language language) {
        int known = CODES.containsKey(status.value()) ? status.value() : status.is4xxClientError() ? 400 : 500;
        return Problem.of(known, CODES.getOrDefault(known, "internal-error"), language);
    }

    public static MediaType mediaType() {
        return MediaType.APPLICATION_PROBLEM_JSON;
    }
}
