package io.quanyi.console.signin;

import io.quanyi.access.audit.AuditFailed;
import io.quanyi.access.credentials.AcceptedCredentials;
import io.quanyi.access.credentials.KeyHolder;
import io.quanyi.console.ConsoleLanguage;
import io.quanyi.console.ConsolePages;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.console.OwnAddress;
import io.quanyi.console.PageFrame;
import io.quanyi.console.session.ConsoleCookie;
import io.quanyi.console.session.SessionAuthentication;
import io.quanyi.console.session.Sessions;
import io.quanyi.source.Faults;
import io.quanyi.source.RecordBinder;
import io.quanyi.web.QueryTree;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The page where a person signs in with an API key, or goes to the provider to sign in; and the sign-out. */
@ConsoleScreen
class SignInController {

    static final String ADDRESS = "/console/sign-in";

    private static final Logger LOG = LoggerFactory.getLogger(SignInController.class);
    private static final List<String> REASONS = List.of("ended", "out");

    /**
     * The query of the page.
     *
     * @param back the page of the console to lead to
     * @param why a reason why the person is here, besides that a page needs it
     */
    record SignInQuery(@Nullable String back, @Nullable String why) {}

    private final AcceptedCredentials credentials;
    private final Optional<Provider> provider;
    private final Sessions sessions;
    private final SignInAudit audit;
    private final ConsolePages pages;
    private final SignInPages refusals;

    SignInController(
            AcceptedCredentials credentials,
            Optional<Provider> provider,
            Sessions sessions,
            SignInAudit audit,
            ConsolePages pages,
            SignInPages refusals) {
        this.credentials = credentials;
        this.provider = provider;
        this.sessions = sessions;
        this.audit = audit;
        this.pages = pages;
        this.refusals = refusals;
    }

    /** Shows the ways to sign in; leads on where no sign-in is needed. */
    @GetMapping(ADDRESS)
    ResponseEntity<String> form(HttpServletRequest request) {
        Faults faults = new Faults();
        SignInQuery query = new RecordBinder(faults).require(QueryTree.of(request, faults), SignInQuery.class);
        String back = OwnAddress.of(Objects.requireNonNullElse(query.back(), ""));
        if (!credentials.areConfigured()) {
            return to(back).build();
        }
        String why = Objects.requireNonNullElse(query.why(), "");
        return page(HttpStatus.OK, back, REASONS.contains(why) ? why : "", request);
    }

    /** Signs the holder of an API key in. */
    @PostMapping(ADDRESS)
    ResponseEntity<String> signIn(FormFields form, HttpServletRequest request) {
        String back = OwnAddress.of(form.first("back"));
        if (audit.isBlocked(request)) {
            return page(HttpStatus.TOO_MANY_REQUESTS, back, "blocked", request);
        }
        if (ConsoleCookie.isLost(request)) {
            return page(HttpStatus.BAD_REQUEST, back, "insecure", request);
        }
        Optional<KeyHolder> holder = credentials.holderOf(form.first("key").strip());
        if (holder.isEmpty()) {
            audit.failed("unauthenticated", request);
            return page(HttpStatus.UNAUTHORIZED, back, "wrong-key", request);
        }
        try {
            audit.signedIn(holder.get().principal(), request);
        } catch (AuditFailed e) {
            LOG.error("the audit log cannot be written, nobody is signed in", e);
            return refusals.refusal(HttpStatus.SERVICE_UNAVAILABLE, "audit", request);
        }
        ResponseCookie cookie = sessions.cookie(sessions.begin(holder.get()), request);
        return to(back).header(HttpHeaders.SET_COOKIE, cookie.toString()).build();
    }

    /** Takes the session out of the browser. */
    @PostMapping("/console/sign-out")
    ResponseEntity<String> signOut(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof SessionAuthentication) {
            audit.signedOut(request);
        }
        return to(ADDRESS + "?why=out")
                .header(HttpHeaders.SET_COOKIE, Sessions.removal(request).toString())
                .build();
    }

    private ResponseEntity<String> page(HttpStatus status, String back, String code, HttpServletRequest request) {
        ConsoleTexts texts = new ConsoleTexts(ConsoleLanguage.of(request));
        boolean failed = status.isError();
        Map<String, Object> content = new HashMap<>();
        content.put("back", back);
        content.put("note", failed || code.isEmpty() ? "" : texts.of("sign-in-" + code));
        content.put("fault", failed ? texts.of("sign-in-" + code) : "");
        content.put("keys", credentials.haveKeys());
        content.put("provider", provider.isPresent() ? ADDRESS + "/provider?back=" + OwnAddress.encoded(back) : "");
        ResponseEntity<String> page = pages.page(
                status,
                PageFrame.of(request, "sign-in", texts.of("sign-in"), null)
                        .at(ADDRESS + "?back=" + OwnAddress.encoded(back)),
                "sign-in.html",
                content);
        return status == HttpStatus.TOO_MANY_REQUESTS
                ? ResponseEntity.status(status)
                        .headers(page.getHeaders())
                        .header(HttpHeaders.RETRY_AFTER, String.valueOf(FailedSignIns.PERIOD.toSeconds()))
                        .body(page.getBody())
                : page;
    }

    private static ResponseEntity.BodyBuilder to(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(address));
    }
}
