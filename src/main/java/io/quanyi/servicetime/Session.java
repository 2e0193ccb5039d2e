package io.quanyi.servicetime;

import java.time.Duration;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A daily half-open session of local wall-clock time: at its start it is open, at its end it is closed (reading A08).
 *
 * <p>Held as a start and a length, both in whole minutes, so that an end at 24:00 is exact. A session does not reach
 * past midnight; one that lasts past midnight is written as two.
 */
public record Session(LocalTime from, Duration length) implements Comparable<Session> {

    private static final int MINUTES_PER_DAY = 24 * 60;
    private static final Pattern WRITTEN =
            Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)-(?:([01]\\d|2[0-3]):([0-5]\\d)|24:00)");

    /** Refuses a session that is not in whole minutes, is empty or reaches past midnight ({@link IllegalArgumentException}). */
    public Session {
        if (from.getSecond() != 0
                || from.getNano() != 0
                || !Duration.ofMinutes(length.toMinutes()).equals(length)) {
            throw new IllegalArgumentException("session from %s of %s: use whole minutes".formatted(from, length));
        }
        if (length.isNegative() || length.isZero() || minute(from) + length.toMinutes() > MINUTES_PER_DAY) {
            throw new IllegalArgumentException(
                    "session from %s of %s: must end after it starts, at 24:00 at the latest".formatted(from, length));
        }
    }

    /** Reads {@code HH:mm-HH:mm}, for example {@code 08:30-12:00}; only the end may be {@code 24:00}. */
    public static Session parse(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new InvalidTime("not-a-session", written);
        }
        int from = minute(matcher.group(1), matcher.group(2));
        int to = matcher.group(3) == null ? MINUTES_PER_DAY : minute(matcher.group(3), matcher.group(4));
        if (to <= from) {
            throw new InvalidTime("not-a-session", written);
        }
        return ofMinutes(from, to);
    }

    static Session ofMinutes(int from, int to) {
        return new Session(LocalTime.of(from / 60, from % 60), Duration.ofMinutes(to - from));
    }

    /** Minutes from midnight to the start, on a day without a change of the clocks. */
    int fromMinute() {
        return minute(from);
    }

    /** Minutes from midnight to the end, on a day without a change of the clocks; 1440 is 24:00. */
    int toMinute() {
        return fromMinute() + (int) length.toMinutes();
    }

    @Override
    public int compareTo(Session other) {
        int byStart = from.compareTo(other.from);
        return byStart != 0 ? byStart : length.compareTo(other.length);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return "%s-%02d:%02d".formatted(from, toMinute() / 60, toMinute() % 60);
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    private static int minute(String hour, String minute) {
        return Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
    }
}
