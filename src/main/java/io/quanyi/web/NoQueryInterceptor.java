package io.quanyi.web;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses every member of a query where the description of the operation names none. Operations that take members bind their query to a
 * record, which refuses the members that it does not have.
 */
final class NoQueryInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() != null && handler instanceof HandlerMethod method && takesNone(method)) {
            Faults faults = new Faults();
            QueryTree.of(request, faults)
                    .keys()
                    .keySet()
                    .forEach(name -> faults.add(Fault.at("/" + name, "query-not-taken", name)));
            if (!faults.isEmpty()) {
                throw new FaultsFound(faults.sorted());
            }
        }
        return true;
    }

    private static boolean takesNone(HandlerMethod method) {
        Operation operation = method.getMethodAnnotation(Operation.class);
        return operation != null
                && !operation.hidden()
                && AnnotatedElementUtils.getMergedRepeatableAnnotations(method.getMethod(), Parameter.class).stream()
                        .noneMatch(parameter -> parameter.in() == ParameterIn.QUERY);
    }
}
