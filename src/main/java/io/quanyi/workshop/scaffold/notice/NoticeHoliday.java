package io.quanyi.workshop.scaffold.notice;

import io.quanyi.catalogue.calendar.CalendarDocument.Holiday;
import io.quanyi.source.Position;
import io.quanyi.text.BilingualText;
import io.quanyi.text.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A holiday of a notice: its days off in a row, the statutory ones among them, and the days that are worked for it. */
public final class NoticeHoliday {

    private final NoticeEntry first;
    private final LocalDate from;
    private LocalDate to;
    private final SortedSet<LocalDate> statutory = new TreeSet<>();
    private final SortedSet<LocalDate> worked = new TreeSet<>();

    NoticeHoliday(NoticeEntry first) {
        this(first, first.from(), first.to());
        statutory.addAll(first.statutory());
    }

    private NoticeHoliday(NoticeEntry first, LocalDate from, LocalDate to) {
        this.first = first;
        this.from = from;
        this.to = to;
    }

    /** Whether an entry states the days that follow; they are added if so. */
    boolean goesOn(NoticeEntry next) {
        boolean same = next.name().equals(first.name())
                && Objects.equals(next.closed(), first.closed())
                && next.from().equals(to.plusDays(1));
        if (same) {
            to = next.to();
            statutory.addAll(next.statutory());
        }
        return same;
    }

    /** The part of the holiday between two days; null if there is none. */
    @Nullable NoticeHoliday between(LocalDate earliest, LocalDate latest) {
        LocalDate start = from.isBefore(earliest) ? earliest : from;
        LocalDate end = to.isAfter(latest) ? latest : to;
        if (end.isBefore(start)) {
            return null;
        }
        NoticeHoliday part = new NoticeHoliday(first, start, end);
        part.statutory.addAll(within(statutory, earliest, latest));
        part.worked.addAll(within(worked, earliest, latest));
        return part;
    }

    private static List<LocalDate> within(SortedSet<LocalDate> days, LocalDate earliest, LocalDate latest) {
        return new ArrayList<>(days.subSet(earliest, latest.plusDays(1)));
    }

    /** Whether it is called so; a notice may leave out the last character, as in 清明 for 清明节. */
    boolean isCalled(String other) {
        String name = first.name();
        return name.equals(other)
                || (Math.min(name.length(), other.length()) > 1 && (name.startsWith(other) || other.startsWith(name)));
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    void addStatutory(LocalDate day) {
        statutory.add(day);
    }

    void addWorked(LocalDate day) {
        worked.add(day);
    }

    /** Its place in the notice. */
    public Position position() {
        return first.position();
    }

    /** Its name in Chinese, as the notice states it. */
    public String name() {
        return first.name();
    }

    /** Its name in English; null if the notice has none. */
    public @Nullable String english() {
        return first.english();
    }

    LocalDate from() {
        return from;
    }

    LocalDate to() {
        return to;
    }

    SortedSet<LocalDate> worked() {
        return worked;
    }

    /**
     * The holiday as a calendar file states it.
     *
     * @param names the names in English, that of this holiday among them
     */
    public Holiday inCalendar(Map<String, String> names) {
        String english = Objects.requireNonNull(names.get(name()), "every name is known");
        BilingualText both = new BilingualText(Map.of(Language.CHINESE.tag(), name(), Language.ENGLISH.tag(), english));
        return new Holiday(both, from, to, first.closed(), List.copyOf(statutory), List.copyOf(worked));
    }
}
