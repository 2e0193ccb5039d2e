package io.quanyi.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageForms.Form;
import io.quanyi.console.draft.DraftPages;
import io.quanyi.release.publish.web.RunningService;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every field in which a person writes, of every form to which links lead, takes a hostile text as a text or refuses it with a page. */
@Tag("slow")
class HostileFieldsIntegrationTests {

    private static final String PROGRAMME = "/console/kingdee-galaxy-public";
    private static final String LONG = "a megabyte";

    private static final Map<String, String> TEXTS = Map.of(
            "markup and directions",
            "\"'><img src=x onerror=alert(1)></textarea></select><script>alert(1)</script>{{7*7}} Привет \u202eمرحبا\u2066 हिन्दी 𠮷\u200b\ufeff",
            "control characters",
            "a\u0000\u0007\u001b[31m\r\nSet-Cookie: a=b\r\n\r\n<b>",
            LONG,
            "a".repeat(1_000_000));

    /** Fields of different screens, so that none is overlooked because no link leads to it any more. */
    private static final String[] NAMES = {
        "console q",
        "sign-in key",
        "calendars title",
        "matrix on",
        "ask find",
        "ask other.at",
        "customer subscription.serviceStart",
        "drafts title",
        "text text",
        "text file",
        "comments line",
        "intended text",
        "submit note-zh-CN",
        "submit from",
        "catalogue/product aliases",
        "catalogue/product new-id",
        "catalogue/channel contact",
        "catalogue/window monday",
        "rules words",
        "rules/* title",
        "rules/* translation",
        "rules/* t0.target.amount"
    };

    @TempDir
    private static Path folder;

    private static RunningService service;
    private static PageClient person;
    private static String draft;

    @BeforeAll
    static void start() throws InterruptedException {
        service = RunningService.start(
                folder.resolve("audit.ndjson"),
                "--quanyi.console.enabled=true",
                "--quanyi.store.kind=folder",
                "--quanyi.store.folder=" + folder.resolve("data"));
        person = new PageClient(service.url(), RunningService.key(), "en");
        draft = begin();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aHostileTextIsATextOrIsRefused() throws InterruptedException {
        List<String> broken = new ArrayList<>();
        Set<String> tried = new TreeSet<>();
        for (Map.Entry<String, String> place : places().entrySet()) {
            for (String field : form(place).written()) {
                tried.add(place.getKey().replaceFirst(" .*", "") + " " + field);
                for (Map.Entry<String, String> text : TEXTS.entrySet()) {
                    Form form = form(place);
                    // An address of a megabyte is refused before any screen sees it
                    if (form.posted() || !text.getKey().equals(LONG)) {
                        String fault = fault(send(form, place.getValue(), field, text.getValue()));
                        if (!fault.isEmpty()) {
                            broken.add(place.getKey() + " " + field + " " + text.getKey() + ": " + fault);
                        }
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(String.join("\n", tried)).contains(NAMES);
    }

    /** The forms with fields in which a person writes, by what they are, each with the address of the first page that has it. */
    private static Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        Set<String> seen = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(
                List.of("/console", "/console/sign-in", PROGRAMME + "/matrix", draft, draft + "/rules/GAL-EF-04"));
        while (!open.isEmpty()) {
            String address = open.remove();
            if (!seen.add(shape(address))) {
                continue;
            }
            String page = person.get(address).body();
            PageForms.all(page, address).stream()
                    .filter(form -> !form.written().isEmpty())
                    .forEach(form -> places.putIfAbsent(name(form, address), address));
            PageClient.links(page).stream()
                    .map(link -> link.replaceFirst("#.*", ""))
                    .filter(HostileFieldsIntegrationTests::isScreen)
                    .forEach(open::add);
        }
        return places;
    }

    private static boolean isScreen(String link) {
        return link.equals("/console/calendars")
                || link.startsWith(draft)
                || link.matches(PROGRAMME + "/(?!drafts/).*");
    }

    /** An address without what is another one's in each draft, for each rule, and for each question. */
    private static String shape(String address) {
        return address.replaceFirst("^/console/", "")
                .replaceFirst("drafts/[^/?]+", "drafts/*")
                .replaceFirst("/rules/(?!new)[^/?]+", "/rules/*")
                .replaceAll("=[^&]*", "");
    }

    /** Where a form is sent, and what it asks for. */
    private static String name(Form form, String address) {
        String action = form.action().startsWith("/") ? form.action() : address;
        return shape(action).replaceFirst("\\?.*", "") + " " + form.written();
    }

    /** A form as its page has it now; of a new draft, if what was written before has ended it. */
    private static Form form(Map.Entry<String, String> place) throws InterruptedException {
        for (int trial = 0; ; trial++) {
            String address = place.getValue().replaceFirst("/drafts/[^/?]+", draft.substring(PROGRAMME.length()));
            List<Form> found = PageForms.all(person.get(address).body(), address).stream()
                    .filter(form -> name(form, address).equals(place.getKey()))
                    .toList();
            if (!found.isEmpty()) {
                return found.get(0);
            }
            assertThat(trial).as(place.getKey()).isZero();
            draft = begin();
        }
    }

    private static HttpResponse<String> send(Form form, String address, String field, String text) {
        if (form.posted()) {
            return person.post(form.action(), form.with(field, text));
        }
        String query = form.with(field, text).stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        return person.get(address.replaceFirst("\\?.*", "") + "?" + query);
    }

    /** The fault of an answer, or of the page to which it leads; empty without one. */
    private static String fault(HttpResponse<String> answer) {
        if (answer.statusCode() == 303) {
            String next = answer.headers().firstValue("Location").orElse("");
            return next.startsWith("/console") ? fault(person.get(next)) : "leads to " + next;
        }
        String page = answer.body();
        boolean whole = page.endsWith("</html>\n") && page.split("<h1", -1).length == 2;
        boolean escaped = !page.contains("<img src=x") && !page.contains("<script>alert") && !page.contains("\r\n<b>");
        boolean own = answer.headers().firstValue("Set-Cookie").isEmpty();
        return answer.statusCode() < 500 && whole && escaped && own
                ? ""
                : answer.statusCode() + " " + page.substring(0, Math.min(200, page.length()));
    }

    /** A draft with an impact, whose sentences can be commented on. */
    private static String begin() throws InterruptedException {
        DraftPages pages = DraftPages.begin(person, "kingdee-galaxy-public", "Hostile");
        pages.edit("emergency-fault.drl", "workingHours(2)", "workingHours(1)");
        pages.run("impact");
        return pages.path();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
