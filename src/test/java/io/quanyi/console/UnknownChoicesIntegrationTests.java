package io.quanyi.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.console.PageForms.Choice;
import io.quanyi.console.PageForms.Form;
import io.quanyi.release.publish.web.RunningService;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every form of a draft refuses a choice that it does not offer, instead of guessing what was meant. */
class UnknownChoicesIntegrationTests {

    private static final String DRAFTS = "/console/kingdee-galaxy-public/drafts";
    private static final String CLAUSE = URLEncoder.encode("二.1(1) 紧急故障处理", StandardCharsets.UTF_8);
    private static final String UNKNOWN = "no-such-choice";

    /** Some of the fields, so that none is overlooked because its page looks different. */
    private static final String[] NAMES = {
        " base",
        " restores",
        " apply",
        " past",
        " accept",
        " clause",
        " service",
        " plan",
        " outcome",
        " reading",
        " add-fact",
        " add-outcome",
        " w0.add",
        " w0.0.operator",
        " w0.0.value",
        " remove",
        " t0.target",
        " step",
        " window",
        " family"
    };

    @TempDir
    private static Path folder;

    private static RunningService service;
    private static PageClient person;
    private static String draft;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                folder.resolve("audit.ndjson"),
                "--quanyi.console.enabled=true",
                "--quanyi.store.kind=folder",
                "--quanyi.store.folder=" + folder.resolve("data"));
        person = new PageClient(service.url(), RunningService.key(), "en");
        draft = begin();
        // A word that may have been meant is a button
        save("issue-feedback.drl", text("issue-feedback.drl").replaceFirst("\"exclusive\"", "\"exclusve\""));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aChoiceThatIsNotOfferedIsRefused() {
        List<String> tried = new ArrayList<>();
        TreeSet<String> taken = new TreeSet<>();
        for (String path : paths()) {
            for (Form form : PageForms.of(person.page(path), path)) {
                for (Choice choice : form.choices()) {
                    HttpResponse<String> answer = person.post(form.action(), form.with(choice, UNKNOWN));
                    tried.add(path + " " + choice.name());
                    if (answer.statusCode() < 400) {
                        taken.add(path + " " + choice.name() + " " + answer.statusCode());
                    }
                }
            }
        }
        assertThat(taken).isEmpty();
        assertThat(tried.toString()).contains(NAMES);
    }

    private static List<String> paths() {
        List<String> paths = new ArrayList<>(List.of(
                DRAFTS,
                draft,
                draft + "/text?file=issue-feedback.drl",
                draft + "/impact",
                draft + "/cases",
                draft + "/publish",
                draft + "/rules/new?clause=" + CLAUSE,
                draft + "/rules/GAL-EF-04"));
        PageClient.links(person.page(draft + "/catalogue")).stream()
                .filter(link -> link.startsWith(draft + "/catalogue/"))
                .map(link -> link.replaceFirst("#.*", ""))
                .collect(Collectors.groupingBy(link -> link.replaceFirst("\\?.*", "")))
                .values()
                .forEach(links -> paths.add(links.get(0)));
        return paths;
    }

    private static String begin() {
        return person.post(DRAFTS, Map.of("title", "Choices"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    private static String text(String file) {
        return PageClient.area(person.page(draft + "/text?file=" + file), "text");
    }

    private static void save(String file, String text) {
        String address = draft + "/text?file=" + file;
        String tag = PageClient.field(person.page(address), "tag");
        assertThat(person.post(address, Map.of("tag", tag, "text", text)).statusCode())
                .isEqualTo(303);
    }
}
