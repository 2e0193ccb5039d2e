package io.quanyi.console.ask;

import io.quanyi.console.ConsoleLanguage;
import io.quanyi.console.ConsolePages;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.console.PageFrame;
import io.quanyi.console.ScreenReleases;
import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.customer.PlacedRequest;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.release.Timeline;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Asks a question about a customer: a form for the facts that the answer depends on, and the answer in words with its reasons. */
@ConsoleScreen
class AskController {

    private static final String ADDRESS = "/console/{programme}/ask";

    private final ScreenReleases releases;
    private final Decider decider;
    private final OtherAnswer other;
    private final ConsolePages pages;

    AskController(ScreenReleases releases, Decider decider, OtherAnswer other, ConsolePages pages) {
        this.releases = releases;
        this.decider = decider;
        this.other = other;
        this.pages = pages;
    }

    /** Shows the form, with what its words name so far, and the answer once the address names a plan and a service. */
    @GetMapping(ADDRESS)
    ResponseEntity<String> ask(@PathVariable String programme, HttpServletRequest request) {
        Timeline timeline = releases.timeline(programme);
        Language language = ConsoleLanguage.of(request);
        AskParameters parameters = AskParameters.of(request);
        Instant now = releases.now().truncatedTo(ChronoUnit.SECONDS);
        NamedEntries named = NamedEntries.of(
                parameters.value(AskParameters.FIND),
                releases.present(timeline, now).catalogue(),
                language);
        if (!parameters.value(AskParameters.FIND).isEmpty() && named.unclear().isEmpty()) {
            return see(address(programme) + parameters.with(named.found()).query());
        }
        AskParameters known = parameters.with(named.found());
        Map<String, Object> content = new HashMap<>(around(timeline, parameters, language));
        content.put("unclear", new UnclearWords(known, named.unclear(), address(programme)).sections(language));
        content.put("lacking", named.unclear().isEmpty() && known.isHalfAsked());
        try {
            content.putAll(
                    parameters.isAsked()
                            ? answered(timeline, known, now, language, service(request))
                            : form(timeline, known, now, language));
        } catch (FaultsFound e) {
            content.putAll(form(timeline, known, now, language));
            content.put("faults", messages(e.faults(), language));
        } catch (RequestRefused e) {
            content.putAll(form(timeline, known, now, language));
            content.put("faults", messages(e.faults(), language));
        }
        return page(HttpStatus.OK, timeline, content, request);
    }

    /** Leads from the form to the address that has its facts and those that were pasted, or shows the faults of these. */
    @PostMapping(ADDRESS)
    ResponseEntity<String> sent(@PathVariable String programme, FormFields fields, HttpServletRequest request) {
        Timeline timeline = releases.timeline(programme);
        SentQuestion sent = SentQuestion.of(fields);
        try {
            return sent.see(address(programme), timeline.programme(), List.of(AskParameters.CUSTOMER));
        } catch (FaultsFound e) {
            Language language = ConsoleLanguage.of(request);
            Map<String, Object> content = new HashMap<>(around(timeline, sent.parameters(), language));
            content.putAll(form(timeline, sent.parameters(), releases.now(), language));
            content.putAll(sent.refused(e, language));
            return page(HttpStatus.UNPROCESSABLE_CONTENT, timeline, content, request);
        }
    }

    /** The values of the page that are the same with an answer and without. */
    private Map<String, Object> around(Timeline timeline, AskParameters parameters, Language language) {
        Map<String, Object> content =
                new HashMap<>(Map.of("decided", false, "faults", List.of(), "unclear", List.of()));
        content.put("pasted", "");
        content.put("lacking", false);
        content.put("programme", timeline.programme().id());
        content.put("find", parameters.value(AskParameters.FIND));
        content.put("otherAt", parameters.value(AskParameters.OTHER_AT));
        content.put("otherOpen", parameters.hasOther());
        content.put("otherReleases", other.choices(timeline, parameters, language));
        return content;
    }

    private ResponseEntity<String> page(
            HttpStatus status, Timeline timeline, Map<String, Object> content, HttpServletRequest request) {
        String title = new ConsoleTexts(ConsoleLanguage.of(request)).of("screen-ask");
        return pages.page(status, PageFrame.of(request, "ask", title, timeline.programme()), "ask.html", content);
    }

    private static String address(String programme) {
        return ADDRESS.replace("{programme}", programme);
    }

    /** The address of the service, as the reader of the page reaches it. */
    private static String service(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).toUriString();
    }

    private static ResponseEntity<String> see(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }

    private static List<String> messages(List<Fault> faults, Language language) {
        return faults.stream().map(fault -> fault.message(language)).toList();
    }

    /** The form, with the facts that were given so far. */
    private Map<String, Object> form(Timeline timeline, AskParameters parameters, Instant now, Language language) {
        return new AskForm(releases.present(timeline, now), parameters, language).ofQuestion(List.of());
    }

    private Map<String, Object> answered(
            Timeline timeline, AskParameters parameters, Instant now, Language language, String service) {
        DecisionRequest asked = new RecordBinder(new Faults())
                .require(
                        parameters.tree(
                                timeline.programme().id(), timeline.programme().zone()),
                        DecisionRequest.class)
                .readAsOf(now);
        ProgrammeRelease release = decider.resolve(asked, now);
        AskedAnswer answer = AskedAnswer.of(new PlacedRequest(asked, "/subscription"), release, now, language);
        Map<String, Object> content =
                new HashMap<>(new AskForm(release, parameters, language).ofQuestion(answer.missing()));
        content.put("decided", true);
        content.putAll(answer.content(service));
        content.put(
                "besides",
                parameters.hasOther() ? List.of(other.beside(answer, timeline, parameters, now, language)) : List.of());
        return content;
    }
}
