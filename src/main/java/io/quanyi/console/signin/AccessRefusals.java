package io.quanyi.console.signin;

import io.quanyi.access.credentials.AcceptedCredentials;
import io.quanyi.access.credentials.Role;
import io.quanyi.console.ConsoleLanguage;
import io.quanyi.console.ConsolePerson;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.OwnAddress;
import io.quanyi.console.PageFrame;
import io.quanyi.console.session.Sessions;
import io.quanyi.text.Punctuation;
import io.quanyi.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Answers requests of people without access to a page or a form of the console: with a page, or by leading to the sign-in. */
@Component
@ConditionalOnBooleanProperty("quanyi.console.enabled")
class AccessRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final AcceptedCredentials credentials;
    private final SignInPages pages;

    AccessRefusals(AcceptedCredentials credentials, SignInPages pages) {
        this.credentials = credentials;
        this.pages = pages;
    }

    /** The answer without a session: the sign-in leads back to the page, and a sent form is kept for it. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (!credentials.areConfigured()) {
            ProblemWriter.write(pages.refusal(HttpStatus.FORBIDDEN, "publishing-off", request), response);
        } else if (!isReading(request)) {
            ProblemWriter.write(pages.sendAgain(HttpStatus.UNAUTHORIZED, "unsigned", request), response);
        } else if (isFromElsewhere(request)) {
            ProblemWriter.write(pages.onward(PageFrame.address(request), request), response);
        } else {
            boolean ended = Sessions.isShownBy(request);
            if (ended) {
                response.addHeader(
                        HttpHeaders.SET_COOKIE, Sessions.removal(request).toString());
            }
            String back = OwnAddress.encoded(PageFrame.address(request));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(HttpHeaders.LOCATION, "/console/sign-in?back=" + back + (ended ? "&why=ended" : ""));
            response.setStatus(HttpStatus.SEE_OTHER.value());
        }
    }

    /** The person is known, and lacks the role. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        ConsoleTexts texts = new ConsoleTexts(ConsoleLanguage.of(request));
        ConsolePerson person = ConsolePerson.of(request);
        Punctuation punctuation = Punctuation.of(texts.language());
        String needed = punctuation.list(new ConsolePerson("", needed(e), "").roleNames(texts));
        List<String> detail = List.of(
                texts.of("denied-forbidden-detail", needed),
                person.roles().isEmpty()
                        ? texts.of("forbidden-no-role")
                        : texts.of("forbidden-roles", punctuation.list(person.roleNames(texts))));
        boolean start = person.has(Role.READER);
        ProblemWriter.write(pages.refusal(HttpStatus.FORBIDDEN, "forbidden", detail, start, request), response);
    }

    /**
     * Whether a link of another site has led here. A browser keeps the cookie back then, and sends it with the next request, to which a page
     * of the console leads by itself.
     */
    private static boolean isFromElsewhere(HttpServletRequest request) {
        return "cross-site".equals(request.getHeader("Sec-Fetch-Site")) && !Sessions.isShownBy(request);
    }

    private static boolean isReading(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static Set<Role> needed(AccessDeniedException e) {
        if (e instanceof AuthorizationDeniedException denied
                && denied.getAuthorizationResult() instanceof AuthorityAuthorizationDecision decision) {
            return decision.getAuthorities().stream()
                    .map(GrantedAuthority::getAuthority)
                    .flatMap(word -> Role.of(String.valueOf(word)).stream())
                    .collect(Collectors.toUnmodifiableSet());
        }
        return Set.of();
    }
}
