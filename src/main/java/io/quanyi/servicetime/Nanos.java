package io.quanyi.servicetime;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Instants as nanoseconds since 1970, exact in one {@code long} for every instant from 1900 to 2199 UTC. */
final class Nanos {

    static final long SECOND = 1_000_000_000L;
    static final long MINUTE = 60 * SECOND;
    static final long DAY = 24 * 60 * MINUTE;

    private static final long FIRST_DAY = LocalDate.of(1900, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(2199, 12, 31).toEpochDay();
    private static final long START = FIRST_DAY * DAY;
    private static final long END = (LAST_DAY + 1) * DAY;

    /** The last instant there is. */
    static final long LAST = END - 1;

    private Nanos() {}

    static boolean reaches(LocalDate date) {
        return FIRST_DAY <= date.toEpochDay() && date.toEpochDay() <= LAST_DAY;
    }

    static long of(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < START / SECOND || second >= END / SECOND) {
            throw new DateTimeException("%s lies outside the years 1900 to 2199".formatted(instant));
        }
        return second * SECOND + instant.getNano();
    }

    /** Refuses to look for an answer past the last year there is. */
    static void requireInReach(long nanos) {
        if (nanos >= END) {
            throw new DateTimeException("the answer lies beyond the year 2199");
        }
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }

    static ZonedDateTime in(ZoneId zone, long nanos) {
        return ZonedDateTime.ofInstant(instant(nanos), zone);
    }
}
