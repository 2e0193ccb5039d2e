package io.quanyi.web.standard;

import io.quanyi.wire.Problem;
import io.quanyi.wire.ProblemError;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** The form in which a problem is sent: a problem document, or the form of a standard for errors. */
public enum ProblemForm {
    DOCUMENT(MediaType.APPLICATION_PROBLEM_JSON),

    /** A message, one fault a line: the error of AuthZEN. */
    TEXT(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)),

    /** A failure that belongs to no flag, with the code that OFREP has for everything it has no other for. */
    FLAG_FAILURE(MediaType.APPLICATION_JSON),

    /** An error of JSON-RPC without the id of a message, since none was read; the problem document is its data. */
    RPC_ERROR(MediaType.APPLICATION_JSON);

    private static final int INVALID_REQUEST = -32600;
    private static final int INTERNAL_ERROR = -32603;

    private final MediaType type;

    ProblemForm(MediaType type) {
        this.type = type;
    }

    /** The form for a request. */
    public static ProblemForm of(HttpServletRequest request) {
        return Standard.of(request)
                .map(standard -> switch (standard) {
                    case AUTHZEN -> asksForDocument(request) ? DOCUMENT : TEXT;
                    case OFREP -> FLAG_FAILURE;
                    case MCP -> RPC_ERROR;
                })
                .orElse(DOCUMENT);
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

    /** A problem with the status that a standard has for it: AuthZEN knows no other for a body of another type than 400. */
    public static Problem standard(Problem problem, HttpServletRequest request) {
        return problem.status() == HttpStatus.UNSUPPORTED_MEDIA_TYPE.value()
                        && Standard.of(request).filter(Standard.AUTHZEN::equals).isPresent()
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

    /** A problem in this form, as it is sent. */
    public byte[] bytes(Problem problem, JsonMapper mapper) {
        return switch (this) {
            case DOCUMENT -> mapper.writeValueAsBytes(problem);
            case TEXT -> text(problem).getBytes(StandardCharsets.UTF_8);
            case FLAG_FAILURE ->
                mapper.writeValueAsBytes(Map.of("errorCode", "GENERAL", "errorDetails", codesAndDetails(problem)));
            case RPC_ERROR -> mapper.writeValueAsBytes(rpcError(problem));
        };
    }

    /** Its detail or, if it lists errors, each of them on a line. */
    private static String text(Problem problem) {
        return problem.errors().isEmpty()
                ? problem.detail() + "\n"
                : problem.errors().stream().map(error -> line(error) + "\n").collect(Collectors.joining());
    }

    private static String details(Problem problem) {
        return problem.errors().isEmpty()
                ? problem.detail()
                : problem.errors().stream().map(ProblemForm::line).collect(Collectors.joining("; "));
    }

    private static String codesAndDetails(Problem problem) {
        return problem.errors().isEmpty()
                ? problem.code() + ": " + problem.detail()
                : problem.errors().stream()
                        .map(error -> error.code() + ": " + line(error))
                        .collect(Collectors.joining("; "));
    }

    private static String line(ProblemError error) {
        return (error.pointer().isEmpty() ? "" : error.pointer() + ": ") + error.message();
    }

    private static Map<String, @Nullable Object> rpcError(Problem problem) {
        int code = HttpStatus.valueOf(problem.status()).is5xxServerError() ? INTERNAL_ERROR : INVALID_REQUEST;
        Map<String, @Nullable Object> error = new LinkedHashMap<>();
        error.put("jsonrpc", "2.0");
        error.put("id", null);
        error.put("error", Map.of("code", code, "message", details(problem), "data", problem));
        return error;
    }
}
