package io.quanyi.servicetime;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The days off and half days that official notices make, by name, and the span of dates for which they are known: both ends
 * inclusive. There is no calendar without a span, since silence about a date is not knowledge that it is a working day
 * (reading A12). Make-up workdays are not held: they are working days under no window here (reading A02).
 */
public record HolidayCalendar(
        String id,
        LocalDate knownFrom,
        LocalDate knownTo,
        Map<LocalDate, HolidayName> daysOff,
        Map<LocalDate, HalfDay> halfDays) {

    /**
     * Refuses a blank id, a span that ends before it starts or leaves 1900 to 2199, and a day off outside the span. A half
     * day on a day off counts for nothing.
     */
    public HolidayCalendar {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a holiday calendar needs an id");
        }
        if (knownTo.isBefore(knownFrom) || !Nanos.reaches(knownFrom) || !Nanos.reaches(knownTo)) {
            throw new InvalidTime("calendar-span", id, knownFrom, knownTo);
        }
        Stream.concat(daysOff.keySet().stream(), halfDays.keySet().stream())
                .sorted()
                .filter(day -> day.isBefore(knownFrom) || day.isAfter(knownTo))
                .findFirst()
                .ifPresent(day -> {
                    throw new InvalidTime("calendar-day-outside", id, day, knownFrom, knownTo);
                });
        daysOff = Collections.unmodifiableMap(new TreeMap<>(daysOff));
        TreeMap<LocalDate, HalfDay> halves = new TreeMap<>(halfDays);
        halves.keySet().removeAll(daysOff.keySet());
        halfDays = Collections.unmodifiableMap(halves);
    }

    /** A calendar without half days. */
    public HolidayCalendar(String id, LocalDate knownFrom, LocalDate knownTo, Map<LocalDate, HolidayName> daysOff) {
        this(id, knownFrom, knownTo, daysOff, Map.of());
    }

    /** Whether the calendar can tell if this date is a day off. */
    public boolean knows(LocalDate date) {
        return !date.isBefore(knownFrom) && !date.isAfter(knownTo);
    }

    /**
     * One calendar from parts of the same id whose spans follow each other day upon day, given in any order.
     *
     * @throws IllegalArgumentException for no parts, differing ids, a gap or an overlap
     */
    public static HolidayCalendar join(List<HolidayCalendar> parts) {
        return parts.stream()
                .sorted(Comparator.comparing(HolidayCalendar::knownFrom))
                .reduce(HolidayCalendar::followedBy)
                .orElseThrow(() -> new IllegalArgumentException("no holiday calendars to join"));
    }

    private HolidayCalendar followedBy(HolidayCalendar next) {
        if (!id.equals(next.id)) {
            throw new IllegalArgumentException("holiday calendars \"%s\" and \"%s\" differ".formatted(id, next.id));
        }
        if (!next.knownFrom.equals(knownTo.plusDays(1))) {
            throw new InvalidTime("calendar-gap", id, knownTo, next.knownFrom);
        }
        Map<LocalDate, HolidayName> both = new TreeMap<>(daysOff);
        both.putAll(next.daysOff);
        Map<LocalDate, HalfDay> halves = new TreeMap<>(halfDays);
        halves.putAll(next.halfDays);
        return new HolidayCalendar(id, knownFrom, next.knownTo, both, halves);
    }
}
