package io.quanyi.web;

import io.quanyi.log.FailureText;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.NothingAtPath;
import io.quanyi.text.Language;
import io.quanyi.web.page.ProblemPages;
import io.quanyi.web.standard.ProblemForm;
import io.quanyi.wire.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Answers failures of any endpoint with a problem. The advice of a feature, which knows the exceptions of its own, comes before it: hence
 * the last place in order.
 */
@Order(Ordered.LOWEST_PRECEDENCE)
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ObjectProvider<ProblemPages> pages;

    ProblemAdvice(ObjectProvider<ProblemPages> pages) {
        this.pages = pages;
    }

    /** The request does not have the form that the interface describes. */
    @ExceptionHandler
    ResponseEntity<Object> malformed(FaultsFound found, WebRequest request) {
        return malformed(found.faults(), request);
    }

    /** The path names an item that does not exist. */
    @ExceptionHandler
    ResponseEntity<Object> nothing(NothingAtPath nothing, WebRequest request) {
        return answer(
                language -> Problem.of(404, "not-found", List.of(nothing.fault()), language),
                new HttpHeaders(),
                request);
    }

    /** The request or its answer exceeds a bound. */
    @ExceptionHandler
    ResponseEntity<Object> beyondBound(BoundExceeded exceeded, WebRequest request) {
        HttpHeaders headers = new HttpHeaders();
        if (exceeded.retryAfter() != null) {
            headers.set(HttpHeaders.RETRY_AFTER, exceeded.retryAfter());
        }
        return answer(exceeded::problem, headers, request);
    }

    /** The form that was announced did not come, or not whole. */
    @ExceptionHandler
    ResponseEntity<Object> formBroken(MultipartException broken, WebRequest request) {
        if (broken.getRootCause() instanceof BoundExceeded exceeded) {
            return beyondBound(exceeded, request);
        }
        if (broken.getRootCause() instanceof FaultsFound found) {
            return malformed(found, request);
        }
        return malformed(List.of(Fault.at("", "form-broken")), request);
    }

    /** The request needs more stack than a thread has, which harms no other request. */
    @ExceptionHandler
    ResponseEntity<Object> tooInvolved(StackOverflowError overflow, WebRequest request) {
        LOG.warn("a request was refused: it takes more stack than a thread has");
        return answer(language -> Problem.of(422, "request-too-involved", language), new HttpHeaders(), request);
    }

    /** Any other failure: the log has its cause, the caller learns only that it happened. */
    @ExceptionHandler
    ResponseEntity<Object> failed(RuntimeException failure, WebRequest request) {
        LOG.error("request failed: {}", FailureText.of(failure));
        return answer(
                language -> StatusProblems.of(HttpStatus.INTERNAL_SERVER_ERROR, language), new HttpHeaders(), request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return malformed(List.of(Fault.at("", "body-missing")), request);
    }

    /** {@code Allow} names all methods that the path has: HEAD comes with GET, and OPTIONS with any. */
    @Override
    protected ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Set<HttpMethod> allowed = new TreeSet<>(Objects.requireNonNullElse(e.getSupportedHttpMethods(), Set.of()));
        if (allowed.contains(HttpMethod.GET)) {
            allowed.add(HttpMethod.HEAD);
        }
        allowed.add(HttpMethod.OPTIONS);
        HttpHeaders all = HttpHeaders.copyOf(headers);
        all.setAllow(allowed);
        return handleExceptionInternal(e, null, all, status, request);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (status.is5xxServerError()) {
            LOG.error("request failed: {}", FailureText.of(e));
        }
        return answer(language -> StatusProblems.of(status, language), headers, request);
    }

    private ResponseEntity<Object> malformed(List<Fault> faults, WebRequest request) {
        return answer(language -> Problem.malformed(faults, language), new HttpHeaders(), request);
    }

    /** The problem as a page at an address of people, and as a document elsewhere. */
    private ResponseEntity<Object> answer(
            Function<Language, Problem> problem, HttpHeaders headers, WebRequest request) {
        HttpServletRequest own = ((ServletWebRequest) request).getRequest();
        ProblemPages shown = pages.getIfAvailable();
        return Optional.ofNullable(shown)
                .flatMap(any -> any.page(own, problem))
                .map(page -> withHeaders(page, headers))
                .orElseGet(() -> document(ProblemForm.standard(problem.apply(RequestLanguage.of(own)), own), headers));
    }

    private static ResponseEntity<Object> withHeaders(ResponseEntity<String> page, HttpHeaders headers) {
        return ResponseEntity.status(page.getStatusCode())
                .headers(headers)
                .headers(page.getHeaders())
                .body(page.getBody());
    }

    private static ResponseEntity<Object> document(Problem problem, HttpHeaders headers) {
        return ProblemResponse.of(problem.status()).headers(headers).body(problem);
    }
}
