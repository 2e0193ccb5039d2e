package io.quanyi.console;

import io.quanyi.access.audit.AuditFailed;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.log.FailureText;
import io.quanyi.release.draft.DraftRefused;
import io.quanyi.release.publish.PublishRefused;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.NothingAtPath;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import io.quanyi.web.BoundExceeded;
import io.quanyi.wire.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

/** Answers with a page what goes wrong in a screen of the console: in words, with what to do, and without details of the machine. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(annotations = ConsoleScreen.class)
@ConditionalOnBooleanProperty("quanyi.console.enabled")
class ConsoleErrors {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleErrors.class);

    private final ConsolePages pages;

    ConsoleErrors(ConsolePages pages) {
        this.pages = pages;
    }

    /** The address names something that does not exist. */
    @ExceptionHandler
    ResponseEntity<String> nothing(NothingAtPath nothing, HttpServletRequest request) {
        return page(HttpStatus.NOT_FOUND, "not-found", List.of(nothing.fault()), request);
    }

    /** The address has members that its screen does not take, or no valid ones. */
    @ExceptionHandler
    ResponseEntity<String> malformed(FaultsFound found, HttpServletRequest request) {
        return page(HttpStatus.BAD_REQUEST, "malformed", found.faults(), request);
    }

    /** There is no release for what the address asks. */
    @ExceptionHandler
    ResponseEntity<String> refused(RequestRefused refused, HttpServletRequest request) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT, "refused", refused.faults(), request);
    }

    /** A call about a draft is refused. */
    @ExceptionHandler
    ResponseEntity<String> refused(DraftRefused refused, HttpServletRequest request) {
        return problem(status(refused.reason()), refused.reason().code(), refused.faults(), request);
    }

    /** A publication is refused. */
    @ExceptionHandler
    ResponseEntity<String> refused(PublishRefused refused, HttpServletRequest request) {
        HttpStatus status = HttpStatus.valueOf(refused.reason().status());
        return problem(status, refused.reason().code(), refused.faults(), request);
    }

    /** A step towards a publication cannot be written to the audit log, and is not done. */
    @ExceptionHandler
    ResponseEntity<String> unaudited(AuditFailed failed, HttpServletRequest request) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", List.of(), request);
    }

    /** The status with which a refusal is answered. */
    static HttpStatus status(DraftRefused.Reason reason) {
        return switch (reason) {
            case NOTHING -> HttpStatus.NOT_FOUND;
            case OWN -> HttpStatus.FORBIDDEN;
            case NOT_HOLDING, UNSOUND -> HttpStatus.UNPROCESSABLE_CONTENT;
            case UNAVAILABLE, BUSY, ENDED -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.CONFLICT;
        };
    }

    /** The form exceeds a bound of the service. */
    @ExceptionHandler
    ResponseEntity<String> beyondBound(BoundExceeded exceeded, HttpServletRequest request) {
        Problem problem = exceeded.problem(ConsoleLanguage.of(request));
        return words(HttpStatus.valueOf(problem.status()), problem.title(), List.of(problem.detail()), request);
    }

    /** The address is none of the console. */
    @ExceptionHandler
    ResponseEntity<String> status(ResponseStatusException status, HttpServletRequest request) {
        return page(HttpStatus.valueOf(status.getStatusCode().value()), "not-found", List.of(), request);
    }

    /** Any other failure: the log has its cause. */
    @ExceptionHandler
    ResponseEntity<String> failed(RuntimeException failure, HttpServletRequest request) {
        LOG.error("a page failed: {}", FailureText.of(failure));
        return page(HttpStatus.INTERNAL_SERVER_ERROR, "failed", List.of(), request);
    }

    private ResponseEntity<String> page(
            HttpStatus status, String code, List<Fault> faults, HttpServletRequest request) {
        Language language = ConsoleLanguage.of(request);
        String title = new ConsoleTexts(language).of("error-" + code);
        return words(status, title, messages(faults, language), request);
    }

    /** A page with the words of a problem document. */
    private ResponseEntity<String> problem(
            HttpStatus status, String code, List<Fault> faults, HttpServletRequest request) {
        Language language = ConsoleLanguage.of(request);
        String title = Texts.of(language, "problem." + code + ".title");
        List<String> messages = faults.isEmpty()
                ? List.of(Texts.of(language, "problem." + code + ".detail"))
                : faults.stream().map(fault -> fault.message(language)).toList();
        return words(status, title, messages, request);
    }

    private ResponseEntity<String> words(
            HttpStatus status, String title, List<String> messages, HttpServletRequest request) {
        return pages.page(
                status,
                PageFrame.of(request, "error", title, null),
                "error.html",
                Map.of("faults", messages, "signIn", false));
    }

    private static List<String> messages(List<Fault> faults, Language language) {
        return faults.stream().map(fault -> message(fault, language)).toList();
    }

    /** The fault in words, with the values that are allowed where there are few. */
    private static String message(Fault fault, Language language) {
        String message = fault.message(language);
        return fault.known().isEmpty()
                ? message
                : new ConsoleTexts(language)
                        .of("error-known", message, Punctuation.of(language).list(fault.known()));
    }
}
