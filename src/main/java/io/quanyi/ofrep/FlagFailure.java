package io.quanyi.ofrep;

import io.quanyi.source.Fault;
import io.quanyi.text.Language;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import tools.jackson.databind.JsonNode;

/** Thrown when a flag has no value, with the code that OpenFeature has for the reason, and details for those who read logs. */
final class FlagFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatusCode status;
    private final String code;

    FlagFailure(HttpStatusCode status, String code, String details) {
        super(details);
        this.status = status;
        this.code = code;
    }

    /** The body of a request is no JSON. */
    static FlagFailure parseError(List<Fault> faults) {
        return new FlagFailure(
                HttpStatus.BAD_REQUEST,
                "PARSE_ERROR",
                faults.stream().map(fault -> fault.message(Language.ENGLISH)).collect(Collectors.joining("; ")));
    }

    /** The context is not of its form, or lacks a fact that the flag depends on. */
    static FlagFailure invalidContext(String details) {
        return new FlagFailure(HttpStatus.BAD_REQUEST, "INVALID_CONTEXT", details);
    }

    /** The context does not name the customer for whom flags are evaluated. */
    static FlagFailure targetingKeyMissing() {
        return new FlagFailure(
                HttpStatus.BAD_REQUEST, "TARGETING_KEY_MISSING", "the context has no text \"targetingKey\"");
    }

    /** The key names no flag. */
    static FlagFailure flagNotFound(String details) {
        return new FlagFailure(HttpStatus.NOT_FOUND, "FLAG_NOT_FOUND", details);
    }

    /**
     * The failure that a problem of the interface is.
     *
     * @param problem the problem document
     */
    static FlagFailure of(HttpStatusCode status, JsonNode problem) {
        String code = problem.path("code").asString();
        String errors = problem.path("errors")
                .valueStream()
                .map(error -> error.path("code").asString() + ": "
                        + error.path("pointer").asString() + ": "
                        + error.path("message").asString())
                .collect(Collectors.joining("; "));
        String details = errors.isEmpty() ? code + ": " + problem.path("detail").asString() : errors;
        if (code.equals("unknown-programme") || code.equals("unknown-service")) {
            return flagNotFound(details);
        }
        return status.is4xxClientError() ? invalidContext(details) : new FlagFailure(status, "GENERAL", details);
    }

    HttpStatusCode status() {
        return status;
    }

    String code() {
        return code;
    }

    String details() {
        return String.valueOf(getMessage());
    }
}
