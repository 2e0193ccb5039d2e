package io.quanyi.servicetime;

/**
 * A holiday that closes a part of a day.
 *
 * @param name the name of the holiday
 * @param closed the hours that are closed, in wall-clock time of the window
 */
public record HalfDay(HolidayName name, Session closed) {}
