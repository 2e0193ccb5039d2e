package io.quanyi.servicetime;

import static io.quanyi.servicetime.Desks.EVERY_DAY;
import static io.quanyi.servicetime.Desks.NEW_YORK;
import static io.quanyi.servicetime.Desks.window;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/**
 * Durations are time that passes, sessions are what the clock on the wall shows. In New York the hour from 02:00 is
 * skipped on 2026-03-08, and the hour from 01:00 runs twice on 2026-11-01.
 */
class ClockChangeTests {

    @Test
    void aSessionAcrossASkippedHourIsShorter() {
        Schedule schedule = newYork("01:00-04:00");
        Deadline deadline = schedule.deadline(Target.workingHours(2), at("2026-03-08T01:00-05:00"));
        assertThat(deadline.dueAt()).isEqualTo("2026-03-08T04:00-04:00[America/New_York]");
        assertThat(deadline.counted()).singleElement().extracting(Span::length).isEqualTo(Duration.ofHours(2));
        assertThat(schedule.closesAt(at("2026-03-08T01:30-05:00"))).isEqualTo(deadline.dueAt());
    }

    @Test
    void aSessionInASkippedHourVanishes() {
        Schedule schedule = newYork("02:00-03:00");
        assertThat(schedule.isOpen(at("2026-03-08T03:00-04:00"))).isFalse();
        assertThat(schedule.opensAt(at("2026-03-08T01:00-05:00")))
                .isEqualTo("2026-03-09T02:00-04:00[America/New_York]");
    }

    @Test
    void aSessionThatStartsInASkippedHourOpensAfterIt() {
        Schedule schedule = newYork("02:30-05:00");
        assertThat(schedule.opensAt(at("2026-03-08T01:59-05:00")))
                .isEqualTo("2026-03-08T03:00-04:00[America/New_York]");
    }

    @Test
    void aSessionAcrossARepeatedHourIsLonger() {
        Deadline deadline = newYork("00:00-04:00").deadline(Target.workingHours(5), at("2026-11-01T00:00-04:00"));
        assertThat(deadline.dueAt()).isEqualTo("2026-11-01T04:00-05:00[America/New_York]");
        assertThat(deadline.counted()).singleElement().extracting(Span::length).isEqualTo(Duration.ofHours(5));
    }

    @Test
    void aSessionInARepeatedHourIsOpenBothTimes() {
        Schedule schedule = newYork("01:15-01:45");
        Deadline deadline = schedule.deadline(Target.workingHours(1), at("2026-11-01T00:00-04:00"));
        assertThat(deadline.counted())
                .extracting(span -> span.from().toOffsetDateTime())
                .extracting(Object::toString)
                .containsExactly("2026-11-01T01:15-04:00", "2026-11-01T01:15-05:00");
        assertThat(deadline.dueAt()).isEqualTo("2026-11-01T01:45-05:00[America/New_York]");
        assertThat(schedule.opensAt(at("2026-11-01T01:45-04:00")))
                .isEqualTo("2026-11-01T01:15-05:00[America/New_York]");
    }

    @Test
    void aLunchBreakThatIsSkippedDoesNotPartTheDay() {
        Schedule schedule = newYork("00:00-02:00", "03:00-06:00");
        assertThat(schedule.closesAt(at("2026-03-08T00:00-05:00")))
                .isEqualTo("2026-03-08T06:00-04:00[America/New_York]");
        assertThat(schedule.deadline(Target.workingHours(5), at("2026-03-08T00:00-05:00"))
                        .counted())
                .hasSize(1);
    }

    @Test
    void elapsedHoursPassAsTheyPass() {
        assertThat(newYork("09:00-17:00")
                        .deadline(Target.hours(24), at("2026-03-07T12:00-05:00"))
                        .dueAt())
                .isEqualTo("2026-03-08T13:00-04:00[America/New_York]");
    }

    @Test
    void aClockSetBackOverMidnightShowsTheEveningTwice() {
        // At 00:01 of 2010-11-07 the clocks of St John's went back to 23:01 of the day before.
        Schedule evening =
                new Schedule(window("evening", ZoneId.of("America/St_Johns"), EVERY_DAY, "23:00-24:00"), null);
        assertThat(evening.deadline(Target.workingHours(1.5), at("2010-11-06T23:00-02:30"))
                        .dueAt())
                .isEqualTo("2010-11-06T23:31-03:30[America/St_Johns]");
    }

    @Test
    void aDateThatIsSkippedIsNotWaitedFor() {
        // Samoa crossed the date line and had no 2011-12-30.
        Schedule desk = new Schedule(window("desk", ZoneId.of("Pacific/Apia"), EVERY_DAY, "09:00-17:00"), null);
        ZonedDateTime due = desk.deadline(Target.workingHours(2), at("2011-12-29T16:00-10:00"))
                .dueAt();
        assertThat(due).isEqualTo("2011-12-31T10:00+14:00[Pacific/Apia]");
    }

    private static Schedule newYork(String... sessions) {
        return new Schedule(window("desk", NEW_YORK, EVERY_DAY, sessions), null);
    }

    private static Instant at(String written) {
        return ZonedDateTime.parse(written).toInstant();
    }
}
