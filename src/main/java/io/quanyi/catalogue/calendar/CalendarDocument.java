package io.quanyi.catalogue.calendar;

import io.quanyi.catalogue.Ids;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceFile;
import io.quanyi.text.BilingualText;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A calendar file, for one notice.
 *
 * @param id the id of the calendar
 * @param knownFrom the first day for which the days off are known
 * @param knownTo the last day for which they are known
 * @param source the notice from which they come
 * @param holidays the holidays in their order
 */
public record CalendarDocument(
        @Pattern(regexp = Ids.ID) String id,
        LocalDate knownFrom,
        LocalDate knownTo,
        Notice source,
        List<Holiday> holidays) {

    /** The source of the days. */
    public record Notice(
            String title, LocalDate publishedOn, @Nullable String number) {}

    /**
     * A holiday, of whole days or, with closed hours, of a part of each. The legal days and the make-up workdays are for
     * readers of the file; no time is counted by them (A01, A02).
     */
    public record Holiday(
            BilingualText name,
            LocalDate from,
            LocalDate to,
            @Nullable String closed,
            @Nullable List<LocalDate> statutory,
            @Nullable List<LocalDate> makeUpWorkdays) {

        /** The legal days among the days off. */
        public List<LocalDate> statutoryOrNone() {
            return Objects.requireNonNullElse(statutory, List.of());
        }

        /** The days that are worked for it. */
        public List<LocalDate> workedOrNone() {
            return Objects.requireNonNullElse(makeUpWorkdays, List.of());
        }
    }

    /** The file of a whole year. */
    public static CalendarDocument ofYear(String id, int year, Notice source, List<Holiday> holidays) {
        return new CalendarDocument(
                id, LocalDate.of(year, 1, 1), LocalDate.of(year, Month.DECEMBER, 31), source, holidays);
    }

    /** Reads a file; empty if it has faults. */
    public static Optional<CalendarDocument> read(SourceFile file) {
        Faults faults = new Faults();
        CalendarFile read = CalendarFile.read(file, Set.of(), faults);
        return faults.isEmpty() ? Optional.ofNullable(read).map(CalendarFile::document) : Optional.empty();
    }
}
