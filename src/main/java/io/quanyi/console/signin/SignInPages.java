package io.quanyi.console.signin;

import io.quanyi.console.ConsoleLanguage;
import io.quanyi.console.ConsolePages;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.console.PageFrame;
import io.quanyi.source.FaultsFound;
import io.quanyi.web.BoundExceeded;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The pages between a person and a screen: why there is no screen, what to do, and the way on. */
@Component
@ConditionalOnBooleanProperty("quanyi.console.enabled")
class SignInPages {

    private final ConsolePages pages;

    SignInPages(ConsolePages pages) {
        this.pages = pages;
    }

    /** A page that says why something is refused; its texts have the code in their names. Unless a role is missing, it leads to the sign-in. */
    ResponseEntity<String> refusal(HttpStatus status, String code, HttpServletRequest request) {
        String detail = new ConsoleTexts(ConsoleLanguage.of(request)).of("denied-" + code + "-detail");
        return refusal(status, code, List.of(detail), status == HttpStatus.FORBIDDEN, request);
    }

    /** The same with words of its own, and whether it leads to the start. */
    ResponseEntity<String> refusal(
            HttpStatus status, String code, List<String> detail, boolean start, HttpServletRequest request) {
        ConsoleTexts texts = new ConsoleTexts(ConsoleLanguage.of(request));
        return pages.page(
                status,
                PageFrame.of(request, "error", texts.of("denied-" + code), null),
                "error.html",
                Map.of("faults", detail, "signIn", status != HttpStatus.FORBIDDEN, "back", "", "start", start));
    }

    /** A page that leads to an address by itself. Browsers send the cookie of a session only from a page of the console. */
    ResponseEntity<String> onward(String address, HttpServletRequest request) {
        String title = new ConsoleTexts(ConsoleLanguage.of(request)).of("onward");
        return pages.page(
                HttpStatus.OK, PageFrame.of(request, "sign-in", title, null), "onward.html", Map.of("onward", address));
    }

    /** A page that keeps the fields of a form that was refused because of its session, so that it can be sent again. */
    ResponseEntity<String> sendAgain(HttpStatus status, String code, HttpServletRequest request) {
        ConsoleTexts texts = new ConsoleTexts(ConsoleLanguage.of(request));
        return pages.page(
                status,
                PageFrame.of(request, "error", texts.of("denied-" + code), null),
                "again.html",
                Map.of(
                        "detail", texts.of("denied-" + code + "-detail"),
                        "unsigned", status == HttpStatus.UNAUTHORIZED,
                        "target", PageFrame.address(request),
                        "fields", fields(request)));
    }

    /** All fields but the token, which the page has anew. */
    private static List<Map<String, Object>> fields(HttpServletRequest request) {
        try {
            FormFields form = FormFields.of(request);
            return form.names().stream()
                    .filter(name -> !name.equals(FormTokenCheck.FIELD))
                    .flatMap(name ->
                            form.all(name).stream().map(value -> Map.<String, Object>of("name", name, "value", value)))
                    .toList();
        } catch (IOException | FaultsFound | BoundExceeded e) {
            return List.of();
        }
    }
}
