package io.quanyi.console;

import io.quanyi.access.audit.AuditFailed;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.source.Fault;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.NothingAtPath;
import io.quanyi.source.refusal.CallRefused;
import io.quanyi.text.Language;
import io.quanyi.text.Punctuation;
import io.quanyi.text.Texts;
import io.quanyi.work.WorkQueueFull;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Renders the page for a request that a screen of the console refuses: the reason in words and a way on, without details of the machine.
 * Any other failure is shown by the package {@code refusal}.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(annotations = ConsoleScreen.class)
@ConditionalOnBooleanProperty("quanyi.console.enabled")
class ConsoleErrors {

    private static final Pattern DRAFT = Pattern.compile("(/console/[^/]+/drafts/[^/]+)/");

    private final ConsolePages pages;

    ConsoleErrors(ConsolePages pages) {
        this.pages = pages;
    }

    /** The address names something that does not exist. */
    @ExceptionHandler
    ResponseEntity<String> nothing(NothingAtPath nothing, HttpServletRequest request) {
        return page(HttpStatus.NOT_FOUND, "not-found", List.of(nothing.fault()), request);
    }

    /** The address has members that its screen does not take, or no valid ones; or a form has such fields. */
    @ExceptionHandler
    ResponseEntity<String> malformed(FaultsFound found, HttpServletRequest request) {
        String code = request.getMethod().equals("POST") ? "form" : "malformed";
        return page(HttpStatus.BAD_REQUEST, code, found.faults(), request);
    }

    /** The page for an address whose request a release refuses, or that no release decides. */
    @ExceptionHandler
    ResponseEntity<String> refused(RequestRefused refused, HttpServletRequest request) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT, "refused", refused.faults(), request);
    }

    /** A publication, or a call about a draft, is refused. */
    @ExceptionHandler
    ResponseEntity<String> refused(CallRefused refused, HttpServletRequest request) {
        return problem(HttpStatus.valueOf(refused.status()), refused.code(), refused.faults(), request);
    }

    /** A step towards a publication cannot be written to the audit log, and is not done. */
    @ExceptionHandler
    ResponseEntity<String> unaudited(AuditFailed failed, HttpServletRequest request) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", List.of(), request);
    }

    /** Too many jobs wait. */
    @ExceptionHandler
    ResponseEntity<String> busy(WorkQueueFull full, HttpServletRequest request) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "publishing-busy", List.of(), request);
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
        String draft = status == HttpStatus.NOT_FOUND ? "" : draft(request);
        return pages.page(
                status,
                PageFrame.of(request, "error", title, null),
                "error.html",
                Map.of("faults", messages, "signIn", false, "back", draft, "start", draft.isEmpty()));
    }

    /** The address of the draft that a refused request is about; empty if it is about none. */
    private static String draft(HttpServletRequest request) {
        Matcher path = DRAFT.matcher(request.getRequestURI());
        return path.lookingAt() ? path.group(1) : "";
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
