package io.quanyi.web;

import io.quanyi.source.Fault;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/** Makes problem documents, and knows which code stands for which status. */
final class Problems {

    static final String TYPE = "urn:quanyi:problem:";

    /** A request can be wrong in more places than anybody reads about. */
    static final int MOST_ERRORS = 100;

    static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(400, "bad-request"),
            Map.entry(403, "cross-origin"),
            Map.entry(404, "not-found"),
            Map.entry(405, "method-not-allowed"),
            Map.entry(406, "not-acceptable"),
            Map.entry(413, "body-too-large"),
            Map.entry(414, "uri-too-long"),
            Map.entry(415, "unsupported-media-type"),
            Map.entry(421, "misdirected-request"),
            Map.entry(431, "headers-too-large"),
            Map.entry(500, "internal-error"),
            Map.entry(503, "unavailable"));

    private Problems() {}

    /** A problem of HTTP itself; a status without a code of its own is answered as 400 or 500. */
    static Problem of(HttpStatusCode status, Language language) {
        int known = CODES.containsKey(status.value()) ? status.value() : status.is4xxClientError() ? 400 : 500;
        String code = CODES.getOrDefault(known, "internal-error");
        String detail = Texts.of(language, "problem." + code + ".detail");
        return problem(known, code, detail, List.of(), language);
    }

    /** A problem with what somebody wrote. */
    static Problem of(int status, String code, List<Fault> faults, Language language) {
        return problem(status, code, faults.get(0).message(language), faults, language);
    }

    static MediaType mediaType() {
        return MediaType.APPLICATION_PROBLEM_JSON;
    }

    private static Problem problem(int status, String code, String detail, List<Fault> faults, Language language) {
        List<ProblemError> errors = faults.stream()
                .limit(MOST_ERRORS)
                .map(fault -> new ProblemError(fault.pointer(), fault.code(), fault.message(language)))
                .toList();
        String title = Texts.of(language, "problem." + code + ".title");
        return new Problem(TYPE + code, title, status, code, detail, errors, faults.size() - errors.size());
    }
}
