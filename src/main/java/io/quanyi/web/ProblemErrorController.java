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

/** Answers for what the servlet container refuses once it knows that the request is for us. */
@Hidden
@Controller
class ProblemErrorController implements ErrorController {

    /** Asked for directly, it is a path like any other that there is not. Into half an answer nothing more is written. */
    @RequestMapping("${spring.web.error.path:/error}")
    @Nullable ResponseEntity<Problem> error(HttpServletRequest request, HttpServletResponse response, Language language) {
        if (response.isCommitted()) {
            return null;
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatusCode code = HttpStatusCode.valueOf(status instanceof Integer number ? number : 404);
        Problem problem = Problems.of(code, language);
        return ProblemResponse.of(problem.status()).body(problem);
    }
}
