package io.quanyi.web;

import io.quanyi.text.Language;
import io.quanyi.wire.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem document where there is no controller: in a filter or in the server. */
@Component
public class ProblemWriter {

    private final JsonMapper mapper;

    public ProblemWriter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        Language language = RequestLanguage.of(request);
        write(response, StatusProblems.of(HttpStatusCode.valueOf(status), language), language);
    }

    /** Answers that a bound is exceeded, with {@code Retry-After}. */
    public void write(HttpServletRequest request, HttpServletResponse response, BoundExceeded exceeded)
            throws IOException {
        Language language = RequestLanguage.of(request);
        if (exceeded.retryAfter() != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, exceeded.retryAfter());
        }
        write(response, exceeded.problem(language), language);
    }

    /**
     * Answers with a problem in the language of the request.
     *
     * @param code of a problem that has a text for its detail
     * @param arguments what fills the places in that text
     */
    public void write(
            HttpServletRequest request, HttpServletResponse response, int status, String code, String... arguments)
            throws IOException {
        Language language = RequestLanguage.of(request);
        write(response, Problem.of(status, code, language, arguments), language);
    }

    private void write(HttpServletResponse response, Problem problem, Language language) throws IOException {
        byte[] body = mapper.writeValueAsBytes(problem);
        response.setStatus(problem.status());
        response.setContentType(StatusProblems.mediaType().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.getOutputStream().write(body);
    }
}
