package io.quanyi.explain;

import io.quanyi.catalogue.Catalogue;
import io.quanyi.decision.release.WindowHours;
import io.quanyi.explain.ExplanationReport.PauseLine;
import io.quanyi.servicetime.HolidayCalendar;
import io.quanyi.servicetime.HolidayName;
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
            add(pauses, day, window);
        }
        return List.copyOf(pauses);
    }

    private void add(List<PauseLine> pauses, LocalDate day, Window hours) {
        String holiday = holiday(day);
        PauseReason code = holiday == null ? code(day.getDayOfWeek(), hours) : PauseReason.HOLIDAY;
        PauseLine before = pauses.isEmpty() ? null : pauses.get(pauses.size() - 1);
        boolean goesOn = before != null && before.code() == code && Objects.equals(before.holiday(), holiday);
        if (before != null && goesOn) {
            pauses.remove(before);
        }
        pauses.add(line(code, before != null && goesOn ? before.from() : day, day, holiday));
    }

    private PauseLine line(PauseReason code, LocalDate from, LocalDate to, @Nullable String holiday) {
        String days = new TimeWords(wording).days(from, to);
        String why = holiday == null ? wording.text(code.textCode()) : wording.text(code.textCode(), holiday);
        return new PauseLine(
                code, from, to, holiday, days + wording.punctuation().colon() + why);
    }

    private @Nullable String holiday(LocalDate day) {
        HolidayName name = calendar == null ? null : calendar.daysOff().get(day);
        if (name == null) {
            return null;
        }
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
