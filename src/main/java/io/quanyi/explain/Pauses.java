package io.quanyi.explain;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.WindowHours;
import io.quanyi.explain.ExplanationReport.PauseLine;
import io.quanyi.servicetime.HolidayCalendar;
import io.quanyi.servicetime.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says why a window was closed for a while, day by day of the window's own zone. */
final class Pauses {

    private final Wording wording;
    private final @Nullable Window window;
    private final @Nullable HolidayCalendar calendar;

    /** @param id of the window; null where nothing but the hours of the day is known */
    Pauses(Wording wording, @Nullable String id) {
        this.wording = wording;
        Catalogue.OpeningHours hours =
                id == null ? null : wording.catalogue().windows().get(id);
        WindowHours laidOver = id == null ? null : wording.release().hours().get(id);
        this.window = hours == null ? null : hours.window();
        this.calendar = laidOver == null ? null : laidOver.closed().calendar();
    }

    /** Days of the same kind, one after the other, are one pause. */
    List<PauseLine> between(OffsetDateTime from, OffsetDateTime to) {
        if (window == null) {
            return List.of();
        }
        LocalDate first = from.atZoneSameInstant(window.zone()).toLocalDate();
        LocalDate last = to.atZoneSameInstant(window.zone()).minusNanos(1).toLocalDate();
        List<PauseLine> pauses = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            add(pauses, day, window);
        }
        return List.copyOf(pauses);
    }

    private void add(List<PauseLine> pauses, LocalDate day, Window hours) {
        String holiday = holiday(day);
        Pause code = holiday == null ? code(day.getDayOfWeek(), hours) : Pause.HOLIDAY;
        PauseLine before = pauses.isEmpty() ? null : pauses.get(pauses.size() - 1);
        boolean goesOn = before != null && before.code() == code && Objects.equals(before.holiday(), holiday);
        if (before != null && goesOn) {
            pauses.remove(before);
        }
        pauses.add(line(code, before != null && goesOn ? before.from() : day, day, holiday));
    }

    private PauseLine line(Pause code, LocalDate from, LocalDate to, @Nullable String holiday) {
        String days = new Times(wording).days(from, to);
        String why = holiday == null ? wording.text(code.textCode()) : wording.text(code.textCode(), holiday);
        return new PauseLine(
                code, from, to, holiday, days + wording.punctuation().colon() + why);
    }

    private @Nullable String holiday(LocalDate day) {
        return calendar == null ? null : calendar.daysOff().get(day);
    }

    private static Pause code(DayOfWeek day, Window hours) {
        if (hours.week().containsKey(day)) {
            return Pause.OUTSIDE_HOURS;
        }
        boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
        return weekend ? Pause.WEEKEND : Pause.CLOSED_DAY;
    }
}
