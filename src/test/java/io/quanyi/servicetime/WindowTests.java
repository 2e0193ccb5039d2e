package io.quanyi.servicetime;

import static io.quanyi.servicetime.Desks.BEIJING;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WindowTests {

    @Test
    void sessionsAreSortedAndTouchingOnesMerged() {
        assertThat(mondays("13:00-17:30", "08:30-10:00", "20:00-24:00", "10:00-12:00"))
                .isEqualTo(mondays("08:30-12:00", "13:00-17:30", "20:00-24:00"))
                .extracting(window -> window.week().get(MONDAY))
                .hasToString("[08:30-12:00, 13:00-17:30, 20:00-24:00]");
    }

    @Test
    void overlappingSessionsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mondays("11:59-13:00", "08:30-12:00"))
                .withMessage("sessions-overlap [desk, 08:30-12:00, 11:59-13:00]");
        assertThatIllegalArgumentException().isThrownBy(() -> mondays("08:30-12:00", "08:30-12:00"));
    }

    @Test
    void daysWithoutSessionsAreLeftOut() {
        Map<DayOfWeek, List<Session>> week = new EnumMap<>(Map.of(MONDAY, sessions("08:30-12:00")));
        week.put(SUNDAY, List.of());
        assertThat(new Window("desk", BEIJING, week, false)).isEqualTo(mondays("08:30-12:00"));
    }

    @Test
    void aWindowOpensAtSomeTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Window("desk", BEIJING, Map.of(MONDAY, List.of()), false))
                .withMessage("window-empty [desk]");
        assertThatIllegalArgumentException().isThrownBy(() -> new Window("desk", BEIJING, Map.of(), false));
    }

    @Test
    void aWorkingDayIsAsMuchOpenTimeAsTheWindowSays() {
        Map<DayOfWeek, List<Session>> week = Desks.week(Desks.MONDAY_TO_FRIDAY, "09:00-18:00");
        Window usual = new Window("desk", BEIJING, week, false);
        Window nine = new Window("desk", BEIJING, week, false, Duration.ofHours(9));
        ZonedDateTime friday = ZonedDateTime.of(2026, 11, 20, 9, 0, 0, 0, BEIJING);

        assertThat(usual.workingDayHours()).isEqualTo("8");
        assertThat(new Schedule(usual, null)
                        .deadline(Target.workingDays(1), friday.toInstant())
                        .dueAt())
                .isEqualTo(friday.plusHours(8));
        assertThat(nine.workingDayHours()).isEqualTo("9");
        assertThat(new Schedule(nine, null)
                        .deadline(Target.workingDays(1), friday.toInstant())
                        .dueAt())
                .isEqualTo(friday.plusHours(9));
        assertThat(new Schedule(nine, null)
                        .deadline(Target.workingDays(1), friday.plusHours(1).toInstant())
                        .dueAt())
                .as("a whole day later, over the weekend")
                .isEqualTo(friday.plusDays(3).plusHours(1));
        assertThat(nine.seconds(Target.workingDays(0.5))).isEqualTo(4 * 3600 + 1800);
        assertThat(nine.seconds(Target.workingHours(1))).isEqualTo(3600);
    }

    @Test
    void aWindowHasAnId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Desks.window(" ", BEIJING, Desks.EVERY_DAY, "08:30-12:00"));
    }

    @Test
    void aWindowDoesNotChange() {
        List<Session> sessions = new ArrayList<>(sessions("08:30-12:00"));
        Map<DayOfWeek, List<Session>> week = new EnumMap<>(Map.of(MONDAY, sessions));
        Window window = new Window("desk", BEIJING, week, false);
        week.clear();
        sessions.clear();
        assertThat(window).isEqualTo(mondays("08:30-12:00"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> window.week().remove(MONDAY));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> window.week().values().forEach(List::clear));
    }

    @Test
    void onlySevenFullDaysWithoutHolidaysNeverClose() {
        assertThat(Desks.ALWAYS.neverCloses()).isTrue();
        assertThat(Desks.window("touching", BEIJING, Desks.EVERY_DAY, "12:00-24:00", "00:00-12:00")
                        .neverCloses())
                .isTrue();
        assertThat(Desks.ALWAYS_BUT_HOLIDAYS.neverCloses()).isFalse();
        assertThat(Desks.window("nearly", BEIJING, Desks.EVERY_DAY, "00:00-23:59")
                        .neverCloses())
                .isFalse();
        assertThat(mondays("00:00-24:00").neverCloses()).isFalse();
    }

    private static Window mondays(String... sessions) {
        return Desks.window("desk", BEIJING, Set.of(MONDAY), sessions);
    }

    private static List<Session> sessions(String... sessions) {
        return Arrays.stream(sessions).map(Session::parse).toList();
    }
}
