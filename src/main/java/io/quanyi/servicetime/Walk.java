package io.quanyi.servicetime;

import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * Goes forward through the open stretches of a timetable, in nanoseconds since 1970; each walk is used once.
 *
 * <p>An instant is open if its wall-clock time is in a session. So the walk goes from one change of the zone's offset
 * to the next: an hour that the clock skips is left out, an hour that it shows twice counts twice. A stretch is therefore at most one
 * session under one offset, and two stretches may touch.
 */
final class Walk {

    /** The answer of {@link #closing()} when there is none. */
    static final long NEVER = Long.MAX_VALUE;

    private final Timetable timetable;
    private final ZoneRules rules;
    private long at;
    private long offset;
    private long offsetChanges;
    private long opens;
    private long closes;
    private boolean guessed;

    Walk(Timetable timetable, ZoneRules rules, long from) {
        this.timetable = timetable;
        this.rules = rules;
        at = from;
        readOffset();
    }

    /** Whether the instant reached is open. */
    boolean isOpen() {
        long date = date();
        long time = at - midnight(date);
        long[] sessions = consult(date);
        for (int i = 0; i < sessions.length; i += 2) {
            if (sessions[i] <= time && time < sessions[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** Goes to the end of the next stretch, or of the rest of the present one. */
    void next() {
        boolean found;
        do {
            Nanos.requireInReach(at);
            found = step();
        } while (!found);
    }

    /** When the present opening ends; only to be asked of an open instant. Touching stretches are one opening. */
    long closing() {
        while (isOpen()) {
            if (timetable.openForeverFrom(date())) {
                return NEVER;
            }
            next();
        }
        return at;
    }

    long opens() {
        return opens;
    }

    long closes() {
        return closes;
    }

    /** Whether a date outside the calendar's known span was consulted on the way (reading A12). */
    boolean guessed() {
        return guessed;
    }

    /** Goes to the end of the next stretch on this date, or to the next date or offset. */
    private boolean step() {
        long date = date();
        long midnight = midnight(date);
        long[] sessions = consult(date);
        for (int i = 0; i < sessions.length; i += 2) {
            if (at < midnight + sessions[i + 1]) {
                return take(midnight + sessions[i], midnight + sessions[i + 1]);
            }
        }
        goTo(midnight + Nanos.DAY);
        return false;
    }

    private boolean take(long from, long to) {
        if (from >= offsetChanges) {
            goTo(offsetChanges);
            return false;
        }
        opens = Math.max(from, at);
        closes = Math.min(to, offsetChanges);
        goTo(closes);
        return true;
    }

    private void goTo(long instant) {
        at = Math.min(instant, offsetChanges);
        if (at == offsetChanges) {
            readOffset();
        }
    }

    private void readOffset() {
        Instant instant = Nanos.instant(at);
        offset = rules.getOffset(instant).getTotalSeconds() * Nanos.SECOND;
        ZoneOffsetTransition change = rules.nextTransition(instant);
        offsetChanges = change == null ? Long.MAX_VALUE : change.toEpochSecond() * Nanos.SECOND;
    }

    private long[] consult(long date) {
        guessed |= timetable.guesses(date);
        return timetable.sessionsOn(date);
    }

    private long date() {
        return Math.floorDiv(at + offset, Nanos.DAY);
    }

    /** The instant at which the date begins under the present offset. */
    private long midnight(long date) {
        return date * Nanos.DAY - offset;
    }
}
