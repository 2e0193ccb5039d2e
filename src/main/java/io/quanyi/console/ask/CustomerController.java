package io.quanyi.console.ask;

import io.quanyi.console.ConsoleLanguage;
import io.quanyi.console.ConsolePages;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.console.PageFrame;
import io.quanyi.console.ScreenReleases;
import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.advice.Sheet;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.SheetRequest;
import io.quanyi.release.Timeline;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.RecordBinder;
import io.quanyi.text.Language;
import jakarta.servlet.http.HttpServletRequest;
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

/**
 * The screen that prepares a call: the decision about every service for the known facts of a customer, with the rest of each quota and the
 * services that can be bought.
 */
@ConsoleScreen
class CustomerController {

    private static final String ADDRESS = "/console/{programme}/customer";

    private final ScreenReleases releases;
    private final Decider decider;
    private final ConsolePages pages;

    CustomerController(ScreenReleases releases, Decider decider, ConsolePages pages) {
        this.releases = releases;
        this.decider = decider;
        this.pages = pages;
    }

    /** Shows the form and, once the address names a plan, the services. */
    @GetMapping(ADDRESS)
    ResponseEntity<String> customer(@PathVariable String programme, HttpServletRequest request) {
        Timeline timeline = releases.timeline(programme);
        Language language = ConsoleLanguage.of(request);
        AskParameters parameters = AskParameters.of(request);
        Instant now = releases.now().truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> content = new HashMap<>(form(timeline, parameters, now, language));
        if (!parameters.value(AskParameters.PLAN).isEmpty()) {
            try {
                content.putAll(listed(timeline, parameters, now, language));
            } catch (FaultsFound e) {
                content.put("faults", messages(e.faults(), language));
            } catch (RequestRefused e) {
                content.put("faults", messages(e.faults(), language));
            }
        }
        return page(HttpStatus.OK, timeline, content, request);
    }

    /** Leads from the form to the address that has its facts and those that were pasted, or shows the faults of these. */
    @PostMapping(ADDRESS)
    ResponseEntity<String> sent(@PathVariable String programme, FormFields fields, HttpServletRequest request) {
        Timeline timeline = releases.timeline(programme);
        SentQuestion sent = SentQuestion.of(fields);
        try {
            return sent.see(
                    ADDRESS.replace("{programme}", programme),
                    timeline.programme(),
                    List.of(AskParameters.CUSTOMER, AskParameters.SERVICE));
        } catch (FaultsFound e) {
            Language language = ConsoleLanguage.of(request);
            Map<String, Object> content = new HashMap<>(form(timeline, sent.parameters(), releases.now(), language));
            content.putAll(sent.refused(e, language));
            return page(HttpStatus.UNPROCESSABLE_CONTENT, timeline, content, request);
        }
    }

    /** The form, with the facts that were given so far. */
    private Map<String, Object> form(Timeline timeline, AskParameters parameters, Instant now, Language language) {
        Map<String, Object> content =
                new HashMap<>(new AskForm(releases.present(timeline, now), parameters, language).ofCustomer(List.of()));
        content.putAll(Map.of("faults", List.of(), "entries", List.of(), "pasted", ""));
        content.put("programme", timeline.programme().id());
        return content;
    }

    private ResponseEntity<String> page(
            HttpStatus status, Timeline timeline, Map<String, Object> content, HttpServletRequest request) {
        String title = new ConsoleTexts(ConsoleLanguage.of(request)).of("screen-customer");
        return pages.page(
                status, PageFrame.of(request, "customer", title, timeline.programme()), "customer.html", content);
    }

    private Map<String, Object> listed(Timeline timeline, AskParameters parameters, Instant now, Language language) {
        SheetRequest asked = new RecordBinder(new Faults())
                .require(
                        parameters.tree(
                                timeline.programme().id(), timeline.programme().zone()),
                        SheetRequest.class);
        ProgrammeRelease release = decider.resolve(Sheet.requests("any", asked, now), now);
        CustomerSheet sheet = new CustomerSheet(Sheet.of(asked, release, now), release, parameters, language);
        Map<String, Object> content =
                new HashMap<>(new AskForm(release, parameters, language).ofCustomer(sheet.missing()));
        content.put("entries", sheet.entries());
        return content;
    }

    private static List<String> messages(List<Fault> faults, Language language) {
        return faults.stream().map(fault -> fault.message(language)).toList();
    }
}
