package io.quanyi.web;

import io.quanyi.text.Language;
import io.quanyi.wire.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem document where there is no controller: in a filter or in the server. */
@Component
public class ProblemWriter {

    private final JsonMapper mapper;
    private final ConcurrentMap<String, Document> repeated = new ConcurrentHashMap<>();

    private static final class Document {

        private final int status;
        private final byte[] bytes;

        Document(int status, byte[] bytes) {
            this.status = status;
            this.bytes = bytes;
        }
    }

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
        String repeatedBy = exceeded.repeatedBy();
        Document document = repeatedBy == null
                ? document(exceeded.problem(language))
                : repeated.computeIfAbsent(
                        repeatedBy + " " + language.tag(), any -> document(exceeded.problem(language)));
        write(response, document, language);
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
        write(response, document(problem), language);
    }

    private Document document(Problem problem) {
        return new Document(problem.status(), mapper.writeValueAsBytes(problem));
    }

    private static void write(HttpServletResponse response, Document document, Language language) throws IOException {
        response.setStatus(document.status);
        response.setContentType(StatusProblems.mediaType().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.getOutputStream().write(document.bytes);
    }
}
