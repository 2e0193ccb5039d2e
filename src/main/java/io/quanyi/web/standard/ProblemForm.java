package io.quanyi.web.standard;

import io.quanyi.wire.Problem;
import io.quanyi.wire.ProblemError;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The form in which a problem is sent: a problem document, or text where a standard wants a message and the caller no document. */
public enum ProblemForm {
    DOCUMENT(MediaType.APPLICATION_PROBLEM_JSON),
    TEXT(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8));

    private final MediaType type;

    ProblemForm(MediaType type) {
        this.type = type;
    }

    /** The form for a request. */
    public static ProblemForm of(HttpServletRequest request) {
        return StandardPaths.has(request) && !asksForDocument(request) ? TEXT : DOCUMENT;
    }

    /** The form for the request that this thread works on. */
    public static ProblemForm current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
                ? of(current.getRequest())
                : DOCUMENT;
    }

    private static boolean asksForDocument(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.ACCEPT)).stream()
                .anyMatch(accepted -> accepted.contains(MediaType.APPLICATION_PROBLEM_JSON_VALUE));
    }

    /** The media type. */
    public MediaType type() {
        return type;
    }

    /** A problem with the status that a standard has for it, which knows no other for a body of another type than 400. */
    public static Problem standard(Problem problem, HttpServletRequest request) {
        return problem.status() == HttpStatus.UNSUPPORTED_MEDIA_TYPE.value() && StandardPaths.has(request)
                ? new Problem(
                        problem.type(),
                        problem.title(),
                        HttpStatus.BAD_REQUEST.value(),
                        problem.code(),
                        problem.detail(),
                        problem.errors(),
                        problem.omitted())
                : problem;
    }

    /** A problem as text: its detail or, if it lists errors, each of them on a line. */
    public static String text(Problem problem) {
        return problem.errors().isEmpty()
                ? problem.detail() + "\n"
                : problem.errors().stream().map(ProblemForm::line).collect(Collectors.joining());
    }

    private static String line(ProblemError error) {
        return (error.pointer().isEmpty() ? "" : error.pointer() + ": ") + error.message() + "\n";
    }
}
