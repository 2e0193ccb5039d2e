package io.quanyi.web;

import io.quanyi.text.Language;
import io.quanyi.web.page.ProblemPages;
import io.quanyi.web.standard.ProblemForm;
import io.quanyi.wire.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where there is no controller, in a filter or in the server: as a document, or at an address of people as a page. */
@Component
public class ProblemWriter {

    private final JsonMapper mapper;
    private final ObjectProvider<ProblemPages> pages;
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

    public ProblemWriter(JsonMapper mapper, ObjectProvider<ProblemPages> pages) {
        this.mapper = mapper;
        this.pages = pages;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        write(request, response, language -> StatusProblems.of(HttpStatusCode.valueOf(status), language));
    }

    /** Answers that a bound is exceeded, with {@code Retry-After}. */
    public void write(HttpServletRequest request, HttpServletResponse response, BoundExceeded exceeded)
            throws IOException {
        if (exceeded.retryAfter() != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, exceeded.retryAfter());
        }
        if (writesPage(request, response, exceeded::problem)) {
            return;
        }
        Language language = RequestLanguage.of(request);
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
     * @param arguments the values for the places in that text
     */
    public void write(
            HttpServletRequest request, HttpServletResponse response, int status, String code, String... arguments)
            throws IOException {
        write(request, response, language -> Problem.of(status, code, language, arguments));
    }

    /** Writes a page. */
    public static void write(ResponseEntity<String> page, HttpServletResponse response) throws IOException {
        response.setStatus(page.getStatusCode().value());
        page.getHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        String body = Objects.requireNonNullElse(page.getBody(), "");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    private void write(HttpServletRequest request, HttpServletResponse response, Function<Language, Problem> problem)
            throws IOException {
        if (!writesPage(request, response, problem)) {
            Language language = RequestLanguage.of(request);
            Problem standard = ProblemForm.standard(problem.apply(language), request);
            write(response, document(standard, ProblemForm.of(request)), language);
        }
    }

    /** Writes the problem as a page, if the address is one of people. */
    private boolean writesPage(
            HttpServletRequest request, HttpServletResponse response, Function<Language, Problem> problem)
            throws IOException {
        ProblemPages shown = pages.getIfAvailable();
        ResponseEntity<String> page =
                shown == null ? null : shown.page(request, problem).orElse(null);
        if (page != null) {
            write(page, response);
        }
        return page != null;
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
