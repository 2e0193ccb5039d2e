package io.quanyi.console.draft;

import io.quanyi.console.ScreenReleases;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.release.draft.DraftPlan;
import io.quanyi.servicetime.HolidayCalendar;
import io.quanyi.text.DateTexts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The last day of which the holidays are published, of the calendars by which the release that a draft changes counts time. */
@Component
@ConditionalOnBooleanProperty("quanyi.console.enabled")
class HolidayReach {

    /** The days from the beginning of a release for which holidays should be known: most target times are due within them. */
    private static final int DAYS = 31;

    private final ScreenReleases releases;

    HolidayReach(ScreenReleases releases) {
        this.releases = releases;
    }

    /**
     * The calendar that ends first.
     *
     * @param calendar its id
     * @param nextYear the first year that is not published
     * @param day the last day that it knows, in words
     * @param suffices whether it still knows the days that follow the beginning of the release
     */
    record Reach(String calendar, int nextYear, String day, boolean suffices) {

        /** The page on which the next year is entered. */
        String address() {
            return "/console/calendars?calendar=" + calendar + "&year=" + nextYear;
        }
    }

    /** The calendar that ends first; none if no window closes on holidays. */
    Optional<Reach> of(DraftScreen screen) {
        return screen.timeline().release(screen.view().draft().base()).stream()
                .flatMap(HolidayReach::calendars)
                .min(Comparator.comparing(HolidayCalendar::knownTo))
                .map(calendar -> reach(calendar, screen));
    }

    private static Stream<HolidayCalendar> calendars(ProgrammeRelease release) {
        return release.hours().values().stream()
                .flatMap(hours -> Stream.ofNullable(hours.closed().calendar()));
    }

    private Reach reach(HolidayCalendar calendar, DraftScreen screen) {
        LocalDate begins = begin(screen).atZone(screen.programme().zone()).toLocalDate();
        return new Reach(
                calendar.id(),
                calendar.knownTo().plusDays(1).getYear(),
                new DateTexts(screen.language()).day(calendar.knownTo()),
                !calendar.knownTo().isBefore(begins.plusDays(DAYS)));
    }

    private Instant begin(DraftScreen screen) {
        DraftPlan plan = screen.view().draft().plan();
        OffsetDateTime from = plan == null ? null : plan.effectiveFrom();
        return from == null ? releases.now() : from.toInstant();
    }
}
