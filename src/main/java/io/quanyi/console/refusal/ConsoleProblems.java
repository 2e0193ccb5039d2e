package io.quanyi.console.refusal;

import io.quanyi.console.ConsoleLanguage;
import io.quanyi.console.ConsolePages;
import io.quanyi.console.PageFrame;
import io.quanyi.text.Language;
import io.quanyi.text.Texts;
import io.quanyi.web.page.ProblemPages;
import io.quanyi.wire.Problem;
import io.quanyi.wire.ProblemError;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Shows as pages the problems at addresses of the console: of the server, of filters, and of Spring. Where the words of a problem speak to
 * programs, the page has words of its own.
 */
@Component
@ConditionalOnBooleanProperty("quanyi.console.enabled")
class ConsoleProblems implements ProblemPages {

    private static final String ROOT = "/console";

    private final ConsolePages pages;

    ConsoleProblems(ConsolePages pages) {
        this.pages = pages;
    }

    @Override
    public Optional<ResponseEntity<String>> page(HttpServletRequest request, Function<Language, Problem> problem) {
        String path = ProblemPages.path(request);
        return path.equals(ROOT) || path.startsWith(ROOT + "/")
                ? Optional.of(page(request, path, problem.apply(ConsoleLanguage.of(request))))
                : Optional.empty();
    }

    private ResponseEntity<String> page(HttpServletRequest request, String path, Problem problem) {
        Language language = ConsoleLanguage.of(request);
        String own = "console.refused-" + problem.code();
        boolean hasOwn = Texts.has(language, own);
        PageFrame frame = PageFrame.of(request, "error", hasOwn ? Texts.of(language, own) : problem.title(), null);
        return pages.page(
                HttpStatus.valueOf(problem.status()),
                frame.at(isReading(request) ? address(request, path) : ROOT),
                "error.html",
                Map.of(
                        "faults",
                        hasOwn ? List.of(Texts.of(language, own + "-detail")) : messages(problem),
                        "signIn",
                        false,
                        "back",
                        "",
                        "start",
                        true));
    }

    /** The switch of the language leads to the address again, unless that would be another request than the refused one. */
    private static String address(HttpServletRequest request, String path) {
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }

    private static boolean isReading(HttpServletRequest request) {
        return "GET".equals(request.getMethod());
    }

    private static List<String> messages(Problem problem) {
        return problem.errors().isEmpty()
                ? List.of(problem.detail())
                : problem.errors().stream().map(ProblemError::message).toList();
    }
}
