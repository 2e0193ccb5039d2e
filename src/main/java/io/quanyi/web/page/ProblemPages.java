package io.quanyi.web.page;

import io.quanyi.text.Language;
import io.quanyi.wire.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/** Shows problems as pages at the addresses that people open in a browser, for refusals by any part of the service. */
public interface ProblemPages {

    /**
     * The page of a problem; empty at addresses of programs, which get the problem document.
     *
     * @param problem makes the problem in the language of the reader
     */
    Optional<ResponseEntity<String>> page(HttpServletRequest request, Function<Language, Problem> problem);

    /** The path of a request as it was sent, and of an error that the server reports, of the request that failed. */
    static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed instanceof String path ? path : Objects.requireNonNullElse(request.getRequestURI(), "");
    }
}
