package io.quanyi.explain;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.release.WindowHours;
import io.quanyi.explain.ExplanationReport.PauseLine;
import io.quanyi.servicetime.HalfDay;
import io.quanyi.servicetime.HolidayCalendar;
import io.quanyi.servicetime.HolidayName;
import io.quanyi.servicetime.Session;
import io.quanyi.servicetime.Window;
import io.quanyi.text.Language;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Explains why a window of service hours was closed, day by day in the zone of the window. */
final class PauseExplainer {

    private static final int DAY = 24 * 60;

    private final ExplanationWords wording;
    private final @Nullable Window window;
    private final @Nullable HolidayCalendar calendar;

    /**
     * Looks up a window.
     *
     * @param id the id of the window; null if time is counted without service hours
     */
    PauseExplainer(ExplanationWords wording, @Nullable String id) {
        this.wording = wording;
        Catalogue.OpeningHours hours =
                id == null ? null : wording.catalogue().windows().get(id);
        WindowHours laidOver = id == null ? null : wording.release().hours().get(id);
        this.window = hours == null ? null : hours.window();
        this.calendar = laidOver == null ? null : laidOver.closed().calendar();
    }

    /** The pauses between two instants; consecutive days with the same reason are one pause. */
    List<PauseLine> between(OffsetDateTime from, OffsetDateTime to) {
        if (window == null) {
            return List.of();
        }
        LocalDate first = from.atZoneSameInstant(window.zone()).toLocalDate();
        LocalDate last = to.atZoneSameInstant(window.zone()).minusNanos(1).toLocalDate();
        List<PauseLine> pauses = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            Span gap = new Span(day.equals(first) ? minute(from, window) : 0, day.equals(last) ? end(to, window) : DAY);
            add(pauses, day, gap, window);
        }
        return List.copyOf(pauses);
    }

    /** The pause of a case that waits for the customer. */
    static PauseLine waiting(ExplanationWords wording, LocalDate from, LocalDate to) {
        PauseReason code = PauseReason.WAITING;
        return new PauseLine(code, from, to, null, text(wording, from, to, wording.text(code.textCode())));
    }

    private static String text(ExplanationWords wording, LocalDate from, LocalDate to, String why) {
        return new TimeWords(wording).days(from, to) + wording.punctuation().colon() + why;
    }

    /** The part of a day in which nothing was counted, in minutes from midnight. */
    private record Span(int from, int to) {}

    private static int minute(OffsetDateTime instant, Window window) {
        return instant.atZoneSameInstant(window.zone()).toLocalTime().toSecondOfDay() / 60;
    }

    private static int end(OffsetDateTime instant, Window window) {
        int minute = minute(instant, window);
        return minute == 0 ? DAY : minute;
    }

    private void add(List<PauseLine> pauses, LocalDate day, Span gap, Window hours) {
        String holiday = holiday(day, gap);
        PauseReason code = holiday == null ? code(day.getDayOfWeek(), hours) : PauseReason.HOLIDAY;
        PauseLine before = pauses.isEmpty() ? null : pauses.get(pauses.size() - 1);
        boolean goesOn = before != null && before.code() == code && Objects.equals(before.holiday(), holiday);
        if (before != null && goesOn) {
            pauses.remove(before);
        }
        pauses.add(line(code, before != null && goesOn ? before.from() : day, day, holiday));
    }

    private PauseLine line(PauseReason code, LocalDate from, LocalDate to, @Nullable String holiday) {
        String why = holiday == null ? wording.text(code.textCode()) : wording.text(code.textCode(), holiday);
        return new PauseLine(code, from, to, holiday, text(wording, from, to, why));
    }

    /** The holiday of a day; that of a half day with its hours, if nothing was counted in a part of them. */
    private @Nullable String holiday(LocalDate day, Span gap) {
        if (calendar == null) {
            return null;
        }
        HolidayName name = calendar.daysOff().get(day);
        HalfDay half = calendar.halfDays().get(day);
        if (name != null) {
            return name(name);
        }
        return half != null && overlaps(half.closed(), gap)
                ? wording.punctuation().beside(name(half.name()), half.closed().toString())
                : null;
    }

    private static boolean overlaps(Session closed, Span gap) {
        int from = closed.from().toSecondOfDay() / 60;
        return from < gap.to() && gap.from() < from + closed.length().toMinutes();
    }

    private String name(HolidayName name) {
        return wording.language() == Language.CHINESE ? name.chinese() : name.english();
    }

    private static PauseReason code(DayOfWeek day, Window hours) {
        if (hours.week().containsKey(day)) {
            return PauseReason.OUTSIDE_HOURS;
        }
        boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
        return weekend ? PauseReason.WEEKEND : PauseReason.CLOSED_DAY;
    }
}
