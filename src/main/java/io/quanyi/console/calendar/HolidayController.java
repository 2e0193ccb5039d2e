package io.quanyi.console.calendar;

import io.quanyi.access.audit.AuditEvent.Action;
import io.quanyi.access.audit.AuditedSteps;
import io.quanyi.access.audit.Caller;
import io.quanyi.access.credentials.Role;
import io.quanyi.catalogue.calendar.CalendarDocument;
import io.quanyi.console.ConsoleLanguage;
import io.quanyi.console.ConsolePages;
import io.quanyi.console.ConsolePerson;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.console.PageFrame;
import io.quanyi.console.ScreenReleases;
import io.quanyi.release.publish.CalendarPublication;
import io.quanyi.release.publish.CalendarPublisher;
import io.quanyi.release.publish.CalendarPublisher.CalendarSubmission;
import io.quanyi.release.publish.PublishRefused;
import io.quanyi.release.publish.PublishRefused.Reason;
import io.quanyi.release.publish.Submission.Call;
import io.quanyi.release.publish.Submission.Part;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.SourceFile;
import io.quanyi.store.Store;
import io.quanyi.text.BilingualText;
import io.quanyi.text.DateTexts;
import io.quanyi.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The holidays of a year: a form for the notice, then what would be published in which programme and whose answers it changes, then its
 * publication in all of them. Calendars belong to all programmes, so they are in no draft of one.
 */
@ConsoleScreen
@RequestMapping(HolidayController.PATH)
class HolidayController {

    static final String PATH = "/console/calendars";

    private final ScreenReleases releases;
    private final CalendarPublisher publisher;
    private final AuditedSteps steps;
    private final Store store;
    private final ConsolePages pages;

    HolidayController(
            ScreenReleases releases, CalendarPublisher publisher, AuditedSteps steps, Store store, ConsolePages pages) {
        this.releases = releases;
        this.publisher = publisher;
        this.steps = steps;
        this.store = store;
        this.pages = pages;
    }

    /** Shows the form: of a year that is there, or of the next one. */
    @GetMapping
    ResponseEntity<String> show(
            @RequestParam(defaultValue = "") String calendar,
            @RequestParam(defaultValue = "") String year,
            HttpServletRequest request) {
        HolidayFiles files = HolidayFiles.of(releases.tree());
        String id = calendar.isEmpty() ? files.ids().stream().findFirst().orElse("") : calendar;
        CalendarDocument newest = files.newest(id)
                .orElseThrow(() -> new FaultsFound(
                        List.of(Fault.at("/calendar", "form-choice", id).knowing(files.ids()))));
        int next = newest.knownFrom().getYear() + 1;
        Faults faults = new Faults();
        HolidayForm asked = new HolidayForm(Map.of(HolidayForm.YEAR, List.of(year)));
        int wanted = year.isEmpty() ? next : asked.year(faults);
        faults.throwIfAny();
        HolidayForm form = files.year(id, wanted)
                .map(HolidayForm::of)
                .orElseGet(() -> HolidayForm.next(id, wanted, newest.holidays()));
        return page(HttpStatus.OK, form, faults.sorted(), request);
    }

    /** Shows what would be published, and whose answers it changes. */
    @PostMapping
    ResponseEntity<String> review(FormFields fields, HttpServletRequest request) {
        HolidayForm form = HolidayForm.sent(fields);
        if (fields.first("step").equals("back")) {
            return page(HttpStatus.OK, form, List.of(), request);
        }
        Faults faults = new Faults();
        CalendarDocument year = form.read(faults);
        CalendarSubmission wish = year == null ? null : submission(form, year, any -> true, true, request, faults);
        if (year == null || wish == null) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, form, faults.sorted(), request);
        }
        try {
            return review(form, year, publisher.publish(wish), request);
        } catch (PublishRefused refused) {
            if (refused.reason() != Reason.NOT_HOLDING) {
                throw refused;
            }
            return page(HttpStatus.UNPROCESSABLE_CONTENT, form, refused.faults(), request);
        }
    }

    /** Publishes the calendars that were shown, unless the store has changed since. */
    @PostMapping("/publish")
    ResponseEntity<String> publish(FormFields fields, HttpServletRequest request) {
        HolidayForm form = HolidayForm.sent(fields);
        String seen = fields.first("revision");
        Faults faults = new Faults();
        CalendarDocument year = form.read(faults);
        CalendarSubmission wish = year == null ? null : submission(form, year, seen::equals, false, request, faults);
        faults.throwIfAny();
        if (wish != null) {
            steps.run(
                    Caller.of(request),
                    Action.PUBLISH,
                    null,
                    HttpStatus.SEE_OTHER.value(),
                    () -> publisher.publish(wish),
                    (event, done) -> event);
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(PATH + "?calendar=" + form.value(HolidayForm.CALENDAR) + "&year="
                        + form.value(HolidayForm.YEAR)))
                .build();
    }

    private @Nullable CalendarSubmission submission(
            HolidayForm form,
            CalendarDocument year,
            Predicate<String> seen,
            boolean dryRun,
            HttpServletRequest request,
            Faults faults) {
        HolidayFiles files = HolidayFiles.of(releases.tree());
        if (!files.ids().contains(year.id())) {
            throw FormFields.otherChoice(HolidayForm.CALENDAR, year.id());
        }
        BilingualText note = form.note(faults);
        OffsetDateTime from = form.from(zone(), faults);
        Call call = new Call(Caller.of(request).principal(), seen, null, dryRun);
        try {
            List<SourceFile> all = files.with(year);
            return faults.isEmpty() ? new CalendarSubmission(from, note, new Part(null, all), call) : null;
        } catch (FaultsFound notEditable) {
            notEditable.faults().forEach(faults::add);
            return null;
        }
    }

    /** The zone in which the form states instants: that of the first programme. */
    private ZoneId zone() {
        return releases.timelines().get(0).programme().zone();
    }

    private ResponseEntity<String> page(
            HttpStatus status, HolidayForm form, List<Fault> faults, HttpServletRequest request) {
        Language language = ConsoleLanguage.of(request);
        HolidayFiles files = HolidayFiles.of(releases.tree());
        String id = form.value(HolidayForm.CALENDAR);
        Map<String, Object> content = new HashMap<>();
        for (String name : List.of("title", "published-on", "number", "from", "note-zh-CN", "note-en", "year")) {
            content.put(name, form.value(name));
        }
        content.put("calendar", id);
        content.put(
                "calendars",
                files.ids().stream()
                        .map(one -> Map.of("id", one, "chosen", one.equals(id)))
                        .toList());
        content.put(
                "faults", faults.stream().map(fault -> fault.describe(language)).toList());
        content.put("rows", form.rows(language));
        content.put("zone", new DateTexts(language).zone(zone()));
        content.put("version", files.version());
        content.put("hindrances", hindrances(request));
        return pages.page(status, frame(request), "calendar.html", content);
    }

    private ResponseEntity<String> review(
            HolidayForm form, CalendarDocument year, CalendarPublication tried, HttpServletRequest request) {
        HolidayReview review = new HolidayReview(ConsoleLanguage.of(request), releases.timelines());
        Map<String, Object> content = new HashMap<>();
        content.put("holidays", review.holidays(year));
        content.put("programmes", review.programmes(tried));
        content.put("values", form.values());
        content.put("revision", tried.revision());
        content.put("hindrances", hindrances(request));
        return pages.page(frame(request), "calendar-review.html", content);
    }

    /** The reasons why the reader cannot publish here, with their remedies; empty if the reader can. */
    private List<String> hindrances(HttpServletRequest request) {
        ConsoleTexts texts = new ConsoleTexts(ConsoleLanguage.of(request));
        if (!store.writable()) {
            return List.of(texts.of("publish-read-only"));
        }
        if (publisher.approvals() > 0) {
            return List.of(texts.of("holidays-approval"));
        }
        return ConsolePerson.of(request).has(Role.PUBLISHER) ? List.of() : List.of(texts.of("holidays-others"));
    }

    private static PageFrame frame(HttpServletRequest request) {
        String title = new ConsoleTexts(ConsoleLanguage.of(request)).of("holidays-title");
        return PageFrame.of(request, "calendars", title, null).at(PATH);
    }
}
