package io.quanyi.console;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Reads the field of a form for a date and a time, which is by the clock of a zone. */
public final class FieldInstant {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;

    private FieldInstant() {}

    /**
     * The instant of a field.
     *
     * @throws DateTimeException if it is no date and time, or of a year in which no release can begin
     */
    public static OffsetDateTime of(String field, ZoneId zone) {
        LocalDateTime local = LocalDateTime.parse(field);
        if (local.getYear() < FIRST_YEAR || local.getYear() > LAST_YEAR) {
            throw new DateTimeException("no year of a release");
        }
        return local.atZone(zone).toOffsetDateTime();
    }
}
