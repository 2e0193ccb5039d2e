package io.quanyi.web;

import io.quanyi.text.Language;
import io.quanyi.web.standard.ProblemForm;
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
        private final ProblemForm form;
        private final byte[] bytes;

        Document(int status, ProblemForm form, byte[] bytes) {
            this.status = status;
            this.form = form;
            this.bytes = bytes;
        }
    }

    public ProblemWriter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        Language language = RequestLanguage.of(request);
        write(request, response, StatusProblems.of(HttpStatusCode.valueOf(status), language), language);
    }

    /** Answers that a bound is exceeded, with {@code Retry-After}. */
    public void write(HttpServletRequest request, HttpServletResponse response, BoundExceeded exceeded)
            throws IOException {
        Language language = RequestLanguage.of(request);
        if (exceeded.retryAfter() != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, exceeded.retryAfter());
        }
        String repeatedBy = exceeded.repeatedBy();
        ProblemForm form = ProblemForm.of(request);
        Document document = repeatedBy == null
                ? document(exceeded.problem(language), form)
                : repeated.computeIfAbsent(
                        repeatedBy + " " + language.tag() + " " + form,
                        any -> document(exceeded.problem(language), form));
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
        write(request, response, Problem.of(status, code, language, arguments), language);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, Problem problem, Language language)
            throws IOException {
        write(response, document(ProblemForm.standard(problem, request), ProblemForm.of(request)), language);
    }

    private Document document(Problem problem, ProblemForm form) {
        return new Document(problem.status(), form, form.bytes(problem, mapper));
    }

    private static void write(HttpServletResponse response, Document document, Language language) throws IOException {
        response.setStatus(document.status);
        response.setContentType(document.form.type().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.getOutputStream().write(document.bytes);
    }
}
