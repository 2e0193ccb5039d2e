package io.quanyi.explain;

import java.util.Locale;

/** Why a clock stood still. */
public enum Pause {
    /** Before, between or after the hours of a day on which there are some. */
    OUTSIDE_HOURS,
    /** A Saturday or Sunday without hours. */
    WEEKEND,
    /** Another day of the week without hours. */
    CLOSED_DAY,
    /** A day off of the calendar. */
    HOLIDAY;

    String textCode() {
        return "pause." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
