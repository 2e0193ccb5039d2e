package io.quanyi.console.calendar;

import io.quanyi.access.audit.Caller;
import io.quanyi.access.credentials.Role;
import io.quanyi.catalogue.calendar.CalendarCheck;
import io.quanyi.catalogue.calendar.CalendarDocument;
import io.quanyi.catalogue.calendar.CalendarReader;
import io.quanyi.console.ConsoleLanguage;
import io.quanyi.console.ConsolePerson;
import io.quanyi.console.ConsoleTexts;
import io.quanyi.console.FormFields;
import io.quanyi.console.ScreenReleases;
import io.quanyi.release.publish.CalendarPublisher;
import io.quanyi.release.publish.CalendarPublisher.CalendarSubmission;
import io.quanyi.release.publish.Submission.Call;
import io.quanyi.release.publish.Submission.Part;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.SourceFile;
import io.quanyi.store.Store;
import io.quanyi.text.BilingualText;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The publication of holidays by a form: what the form submits, and whether its reader may publish it. */
@Component
@ConditionalOnBooleanProperty("quanyi.console.enabled")
class HolidayPublishing {

    private final ScreenReleases releases;
    private final CalendarPublisher publisher;
    private final Store store;

    HolidayPublishing(ScreenReleases releases, CalendarPublisher publisher, Store store) {
        this.releases = releases;
        this.publisher = publisher;
        this.store = store;
    }

    /**
     * What a form submits; null, with the faults added, if it cannot be published as it is.
     *
     * @param revision the revision of the store that the reader has seen
     * @param dryRun whether the publication is only tried
     */
    @Nullable CalendarSubmission submission(
            HolidayForm form,
            CalendarDocument year,
            String revision,
            boolean dryRun,
            HttpServletRequest request,
            Faults faults) {
        HolidayFiles files = HolidayFiles.of(releases.tree());
        if (!files.ids().contains(year.id())) {
            throw FormFields.otherChoice(HolidayForm.CALENDAR, year.id());
        }
        BilingualText note = form.note(faults);
        OffsetDateTime from = form.from(zone(), faults);
        Call call = new Call(Caller.of(request).principal(), revision::equals, null, dryRun);
        try {
            List<SourceFile> all = files.with(year);
            CalendarReader.read(all, faults);
            CalendarCheck.check(all, LocalDate.ofInstant(releases.now(), zone()), faults);
            return faults.isEmpty() ? new CalendarSubmission(from, note, new Part(null, all), call) : null;
        } catch (FaultsFound notEditable) {
            notEditable.faults().forEach(faults::add);
            return null;
        }
    }

    /** The zone in which the form states instants: that of the first programme. */
    ZoneId zone() {
        return releases.timelines().get(0).programme().zone();
    }

    /** The reasons why the reader cannot publish here, with their remedies; empty if the reader can. */
    List<String> hindrances(HttpServletRequest request) {
        ConsoleTexts texts = new ConsoleTexts(ConsoleLanguage.of(request));
        if (!store.writable()) {
            return List.of(texts.of("publish-read-only"));
        }
        if (publisher.approvals() > 0) {
            return List.of(texts.of("holidays-approval"));
        }
        return ConsolePerson.of(request).has(Role.PUBLISHER) ? List.of() : List.of(texts.of("holidays-others"));
    }
}
