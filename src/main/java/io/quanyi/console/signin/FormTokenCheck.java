package io.quanyi.console.signin;

import io.quanyi.console.FormFields;
import io.quanyi.console.session.FormTokens;
import io.quanyi.console.session.SessionAuthentication;
import io.quanyi.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses forms of a signed-in person without the token of the session, in the field {@value #FIELD} or, from a script, in the header
 * {@value #HEADER}. The form of a sign-in needs none, and is shown nowhere again: it holds a key. Callers who show a key or a token in a header need no token of a session: no other site can make a browser send such a header.
 */
@Component
@ConditionalOnBooleanProperty("quanyi.console.enabled")
class FormTokenCheck implements HandlerInterceptor, WebMvcConfigurer {

    static final String FIELD = FormFields.TOKEN;

    private static final String HEADER = "X-CSRF-Token";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final FormTokens tokens;
    private final SignInPages pages;

    FormTokenCheck(FormTokens tokens, SignInPages pages) {
        this.tokens = tokens;
        this.pages = pages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/console/**").excludePathPatterns(SignInController.ADDRESS);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        boolean free = READING.contains(request.getMethod())
                || !(request.getUserPrincipal() instanceof SessionAuthentication signedIn)
                || tokens.accepts(token(request), signedIn.session());
        if (!free) {
            ProblemWriter.write(pages.sendAgain(HttpStatus.FORBIDDEN, "form", request), response);
        }
        return free;
    }

    private static String token(HttpServletRequest request) throws IOException {
        String header = request.getHeader(HEADER);
        return header == null ? FormFields.of(request).first(FIELD) : header;
    }
}
