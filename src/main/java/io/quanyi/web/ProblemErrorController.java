package io.quanyi.web;

import io.quanyi.text.Language;
import io.quanyi.wire.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers with a problem document what the servlet container refuses after it has found the application. */
@Hidden
@Controller
class ProblemErrorController implements ErrorController {

    /** The problem of a refusal; 404 if the path itself is requested; nothing if a part of another answer has been sent. */
    @RequestMapping("${spring.web.error.path:/error}")
    @Nullable ResponseEntity<Problem> error(HttpServletRequest request, HttpServletResponse response, Language language) {
        if (response.isCommitted()) {
            return null;
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatusCode code = HttpStatusCode.valueOf(status instanceof Integer number ? number : 404);
        Problem problem = StatusProblems.of(code, language);
        return ProblemResponse.of(problem.status()).body(problem);
    }
}
