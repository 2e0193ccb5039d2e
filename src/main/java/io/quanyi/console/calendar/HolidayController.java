package io.quanyi.console.calendar;

import io.quanyi.access.audit.Caller;
import io.quanyi.catalogue.calendar.CalendarDocument;
import io.quanyi.console.ConsoleLanguage;
import io.quanyi.console.ConsolePages;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.console.PageFrame;
import io.quanyi.console.ScreenReleases;
import io.quanyi.console.calendar.HolidayJob.Wish;
import io.quanyi.release.publish.CalendarPublisher;
import io.quanyi.release.publish.CalendarPublisher.CalendarSubmission;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.text.DateTexts;
import io.quanyi.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The form for the holidays of a year. Calendars belong to all programmes, so they are in no draft of one. */
@ConsoleScreen
@RequestMapping(HolidayController.PATH)
class HolidayController {

    static final String PATH = "/console/calendars";

    private final ScreenReleases releases;
    private final CalendarPublisher publisher;
    private final HolidayPublishing publishing;
    private final HolidayJobs jobs;
    private final ConsolePages pages;

    HolidayController(
            ScreenReleases releases,
            CalendarPublisher publisher,
            HolidayPublishing publishing,
            HolidayJobs jobs,
            ConsolePages pages) {
        this.releases = releases;
        this.publisher = publisher;
        this.publishing = publishing;
        this.jobs = jobs;
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

    /** Begins the review of the form, unless it has faults: the form is shown again with them. */
    @PostMapping
    ResponseEntity<String> review(FormFields fields, HttpServletRequest request) {
        HolidayForm form = HolidayForm.sent(fields);
        if (fields.first("step").equals("back")) {
            return page(HttpStatus.OK, form, List.of(), request);
        }
        Faults faults = new Faults();
        CalendarDocument year = form.read(faults);
        String revision = releases.revision();
        CalendarSubmission wish =
                year == null ? null : publishing.submission(form, year, revision, true, request, faults);
        if (year == null || wish == null) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, form, faults.sorted(), request);
        }
        String person = Caller.of(request).principal();
        HolidayJob job = jobs.begin(new Wish(person, form, year, revision), new HolidayTrial(publisher, wish));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(HolidayReviewController.address(job)))
                .build();
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
                        .map(one -> Map.of(
                                "id", one, "name", new DateTexts(language).calendar(one), "chosen", one.equals(id)))
                        .toList());
        content.put(
                "faults", faults.stream().map(fault -> fault.describe(language)).toList());
        content.put("rows", form.rows(language));
        content.put("zone", new DateTexts(language).zone(publishing.zone()));
        content.put("version", files.version());
        content.put("hindrances", publishing.hindrances(request));
        return pages.page(status, frame(request), "calendar.html", content);
    }

    static PageFrame frame(HttpServletRequest request) {
        String title = new ConsoleTexts(ConsoleLanguage.of(request)).of("holidays-title");
        return PageFrame.of(request, "calendars", title, null).at(PATH);
    }
}
