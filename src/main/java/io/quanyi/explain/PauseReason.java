package io.quanyi.explain;

import io.quanyi.text.EnumCode;

/** The reason why a stretch of time was not counted. */
enum PauseReason {
    /** A time outside the service hours of a day that has some. */
    OUTSIDE_HOURS,
    /** A Saturday or Sunday without service hours. */
    WEEKEND,
    /** Another day of the week without service hours. */
    CLOSED_DAY,
    /** A holiday of the calendar. */
    HOLIDAY,
    /** A pause of the case, which waits for the customer. */
    WAITING;

    String textCode() {
        return "pause." + EnumCode.of(this);
    }
}
