package io.quanyi.console.calendar;

import io.quanyi.access.audit.AuditEvent.Action;
import io.quanyi.access.audit.AuditedSteps;
import io.quanyi.access.audit.Caller;
import io.quanyi.catalogue.calendar.CalendarDocument;
import io.quanyi.console.ConsoleLanguage;
import io.quanyi.console.ConsolePages;
import io.quanyi.console.ConsoleScreen;
import io.quanyi.console.FormFields;
import io.quanyi.console.PageFrame;
import io.quanyi.console.ScreenReleases;
import io.quanyi.console.job.JobView;
import io.quanyi.release.publish.CalendarPublisher;
import io.quanyi.release.publish.CalendarPublisher.CalendarSubmission;
import io.quanyi.source.Faults;
import io.quanyi.text.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The review of the holidays of a year: which release of which programme they would make and whose answers they change, then their publication in
 * all programmes.
 */
@ConsoleScreen
@RequestMapping(HolidayController.PATH)
class HolidayReviewController {

    private static final String REVIEWS = HolidayController.PATH + "/reviews/";

    private final ScreenReleases releases;
    private final CalendarPublisher publisher;
    private final HolidayPublishing publishing;
    private final HolidayJobs jobs;
    private final AuditedSteps steps;
    private final ConsolePages pages;

    HolidayReviewController(
            ScreenReleases releases,
            CalendarPublisher publisher,
            HolidayPublishing publishing,
            HolidayJobs jobs,
            AuditedSteps steps,
            ConsolePages pages) {
        this.releases = releases;
        this.publisher = publisher;
        this.publishing = publishing;
        this.jobs = jobs;
        this.steps = steps;
        this.pages = pages;
    }

    /** The address of a review. */
    static String address(HolidayJob job) {
        return REVIEWS + job.id();
    }

    /** Shows how far a review is, or its result. */
    @GetMapping("/reviews/{review}")
    ResponseEntity<String> show(@PathVariable String review, HttpServletRequest request) {
        HolidayJob job = jobs.find(review);
        HolidayReview words = new HolidayReview(ConsoleLanguage.of(request), releases.timelines());
        Map<String, Object> content = new HashMap<>();
        content.put("address", address(job));
        content.put("job", List.of(view(job, request)));
        content.put("holidays", words.holidays(job.wish().year()));
        content.put("values", job.wish().form().values());
        content.put("revision", job.wish().revision());
        content.put(
                "review",
                Stream.ofNullable(job.status().result())
                        .filter(result -> !jobs.isStale(job))
                        .map(result -> Map.of("programmes", words.programmes(result)))
                        .toList());
        content.put("hindrances", publishing.hindrances(request));
        PageFrame frame = HolidayController.frame(request).at(address(job)).with("draft-job.js");
        return pages.page(frame, "calendar-review.html", content);
    }

    /** How far a review is, as a part of the page. */
    @GetMapping("/reviews/{review}/progress")
    ResponseEntity<String> progress(@PathVariable String review, HttpServletRequest request) {
        return pages.page(
                HolidayController.frame(request), "job.html", Map.of("job", List.of(view(jobs.find(review), request))));
    }

    /** Ends a review. */
    @PostMapping("/reviews/{review}/cancel")
    ResponseEntity<String> cancel(@PathVariable String review) {
        HolidayJob job = jobs.find(review);
        jobs.cancel(job);
        return see(address(job));
    }

    /** Publishes the calendars that were shown, unless the store has changed since. */
    @PostMapping("/publish")
    ResponseEntity<String> publish(FormFields fields, HttpServletRequest request) {
        HolidayForm form = HolidayForm.sent(fields);
        Faults faults = new Faults();
        CalendarDocument year = form.read(faults);
        CalendarSubmission wish = year == null
                ? null
                : publishing.submission(form, year, fields.first("revision"), false, request, faults);
        faults.throwIfAny();
        if (wish != null) {
            steps.run(
                    Caller.of(request),
                    Action.PUBLISH,
                    null,
                    HttpStatus.SEE_OTHER.value(),
                    () -> publisher.publishReviewed(wish),
                    (event, done) -> event);
        }
        return see(HolidayController.PATH + "?calendar=" + form.value(HolidayForm.CALENDAR) + "&year="
                + form.value(HolidayForm.YEAR));
    }

    private Map<String, Object> view(HolidayJob job, HttpServletRequest request) {
        Language language = ConsoleLanguage.of(request);
        return JobView.of(job, jobs.isStale(job) ? "holidays-stale" : "", address(job), List.of(), language);
    }

    private static ResponseEntity<String> see(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }
}
