package io.quanyi.servicetime;

import static io.quanyi.servicetime.Desks.CN_2026;
import static io.quanyi.servicetime.Desks.EVERY_DAY;
import static io.quanyi.servicetime.Desks.MONDAY_TO_FRIDAY;
import static io.quanyi.servicetime.Desks.NEW_YORK;
import static io.quanyi.servicetime.Desks.window;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks properties of every schedule and every instant, each on some thousands of generated ones. */
@Tag("slow")
class SchedulePropertiesTests {

    private static final int QUESTIONS = 400;

    /** A schedule, its slow twin, and generated instants and targets in whole minutes. */
    record Desk(Schedule schedule, Oracle oracle, LocalDate from, int days) {

        void ask(Consumer<Question> property) {
            Random random = new Random(oracle.window().id().hashCode());
            Instant start = from.atStartOfDay().toInstant(ZoneOffset.UTC);
            for (int i = 0; i < QUESTIONS; i++) {
                Instant at = start.plusSeconds(60L * random.nextInt(days * 24 * 60));
                property.accept(new Question(at, target(random), target(random)));
            }
        }

        private static Target target(Random random) {
            boolean days = random.nextInt(8) == 0;
            int quarters = 1 + random.nextInt(days ? 8 : 64);
            return days ? Target.workingDays(quarters / 4.0) : Target.workingHours(quarters / 4.0);
        }

        @Override
        public String toString() {
            return oracle.window().id();
        }
    }

    record Question(Instant at, Target target, Target other) {}

    static Stream<Desk> desks() {
        LocalDate newYear = LocalDate.of(2026, 1, 1);
        LocalDate autumn = LocalDate.of(2026, 10, 31);
        return Stream.of(
                desk(Desks.FIVE_BY_EIGHT, CN_2026, newYear, 400),
                desk(Desks.SEVEN_BY_EIGHT, null, newYear, 365),
                desk(Desks.SEVEN_BY_TWELVE, null, newYear, 365),
                desk(Desks.ALWAYS, null, newYear, 365),
                desk(Desks.ALWAYS_BUT_HOLIDAYS, CN_2026, newYear, 240),
                desk(window("night", ZoneId.of("Europe/Berlin"), EVERY_DAY, "00:00-06:00", "22:00-24:00"), autumn, -12),
                desk(window("spring", NEW_YORK, EVERY_DAY, "00:30-01:15", "02:15-02:45", "03:00-24:00"), autumn, -240),
                desk(window("autumn", NEW_YORK, EVERY_DAY, "00:30-01:20", "01:40-02:10"), autumn, 3),
                desk(window("office", NEW_YORK, MONDAY_TO_FRIDAY, "09:00-17:00"), autumn, -300),
                desk(window("half", ZoneId.of("Australia/Lord_Howe"), EVERY_DAY, "01:15-01:50"), newYear, 365),
                desk(window("sundays", NEW_YORK, Set.of(DayOfWeek.SUNDAY), "00:00-24:00"), autumn, -240),
                desk(
                        window("st-johns", ZoneId.of("America/St_Johns"), EVERY_DAY, "00:00-09:00", "23:30-24:00"),
                        LocalDate.of(2010, 11, 5),
                        4),
                desk(
                        window("apia", ZoneId.of("Pacific/Apia"), MONDAY_TO_FRIDAY, "09:00-17:00"),
                        LocalDate.of(2011, 12, 25),
                        10));
    }

    /** The windows that close. */
    static Stream<Desk> desksThatClose() {
        return desks().filter(desk -> !desk.oracle().window().allWeek());
    }

    @ParameterizedTest
    @MethodSource("desks")
    void openAgreesWithTheClockOnTheWall(Desk desk) {
        desk.ask(question -> assertThat(desk.schedule().isOpen(question.at()))
                .isEqualTo(desk.oracle().isOpen(question.at())));
    }

    @ParameterizedTest
    @MethodSource("desks")
    void dueAgreesWithCountingMinutes(Desk desk) {
        desk.ask(question -> assertThat(due(desk, question.target(), question.at()))
                .isEqualTo(desk.oracle().due(question.target(), question.at())));
    }

    @ParameterizedTest
    @MethodSource("desksThatClose")
    void closingAndOpeningAgreeWithLookingMinuteByMinute(Desk desk) {
        desk.ask(question -> {
            boolean open = desk.oracle().isOpen(question.at());
            Instant next = desk.oracle().next(!open, question.at());
            assertThat(instant(desk.schedule().closesAt(question.at()))).isEqualTo(open ? next : null);
            assertThat(instant(desk.schedule().opensAt(question.at()))).isEqualTo(open ? null : next);
        });
    }

    @ParameterizedTest
    @MethodSource("desks")
    void anOpeningIsOpenAndTheMomentBeforeIsClosed(Desk desk) {
        desk.ask(question -> {
            Instant opens = instant(desk.schedule().opensAt(question.at()));
            if (opens != null) {
                assertThat(opens).isAfter(question.at());
                assertThat(desk.schedule().isOpen(opens)).isTrue();
                assertThat(desk.schedule().isOpen(opens.minusNanos(1))).isFalse();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("desks")
    void aClosingIsClosedAndTheMomentBeforeIsOpen(Desk desk) {
        desk.ask(question -> {
            Instant closes = instant(desk.schedule().closesAt(question.at()));
            if (closes != null) {
                assertThat(closes).isAfter(question.at());
                assertThat(desk.schedule().isOpen(closes)).isFalse();
                assertThat(desk.schedule().isOpen(closes.minusNanos(1))).isTrue();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("desks")
    void neverDueInsideAClosedSpanNorBeforeTheInstantAsked(Desk desk) {
        desk.ask(question -> {
            Instant due = due(desk, question.target(), question.at());
            assertThat(due).isAfter(question.at());
            assertThat(desk.schedule().isOpen(due.minusNanos(1))).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("desks")
    void whoAsksLaterIsNotAnsweredEarlier(Desk desk) {
        desk.ask(question -> {
            Instant later = question.at().plusSeconds(question.other().seconds() / 7);
            assertThat(due(desk, question.target(), later))
                    .isAfterOrEqualTo(due(desk, question.target(), question.at()));
        });
    }

    @ParameterizedTest
    @MethodSource("desks")
    void targetsAddUp(Desk desk) {
        desk.ask(question -> {
            long seconds = question.target().seconds() + question.other().seconds();
            Target both = Target.workingHours(seconds / 3600.0);
            Instant first = due(desk, question.target(), question.at());
            assertThat(due(desk, question.other(), first)).isEqualTo(due(desk, both, question.at()));
        });
    }

    @ParameterizedTest
    @MethodSource("desks")
    void theCountedSpansAreTheOpenTimeOfTheTargetInOrder(Desk desk) {
        desk.ask(question -> {
            List<Span> counted =
                    desk.schedule().deadline(question.target(), question.at()).counted();
            Duration sum = Duration.ZERO;
            Instant before = question.at().minusNanos(1);
            for (Span span : counted) {
                assertThat(span.from().toInstant()).isAfter(before);
                assertOpenThroughout(desk, span);
                sum = sum.plus(span.length());
                before = span.to().toInstant();
            }
            assertThat(sum.toSeconds()).isEqualTo(question.target().seconds());
        });
    }

    @ParameterizedTest
    @MethodSource("desks")
    void theFractionOfASecondIsKept(Desk desk) {
        desk.ask(question -> {
            Instant at = question.at().plusNanos(123_456_789);
            List<Span> counted = desk.schedule().deadline(question.target(), at).counted();
            Duration sum = counted.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
            assertThat(sum).isEqualTo(Duration.ofSeconds(question.target().seconds()));
        });
    }

    @ParameterizedTest
    @MethodSource("desks")
    void everyAnswerIsInTheWindowsZone(Desk desk) {
        desk.ask(question -> {
            Deadline deadline = desk.schedule().deadline(question.target(), question.at());
            assertThat(deadline.counted())
                    .extracting(span -> span.to().getZone())
                    .containsOnly(desk.oracle().window().zone());
        });
    }

    private static void assertOpenThroughout(Desk desk, Span span) {
        Instant from = span.from().toInstant();
        assertThat(desk.schedule().isOpen(from)).isTrue();
        Instant closes = instant(desk.schedule().closesAt(from));
        assertThat(closes == null || !closes.isBefore(span.to().toInstant())).isTrue();
    }

    private static Instant due(Desk desk, Target target, Instant at) {
        return Objects.requireNonNull(desk.schedule().deadline(target, at).dueAt())
                .toInstant();
    }

    private static @Nullable Instant instant(@Nullable ZonedDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static Desk desk(Window window, @Nullable HolidayCalendar calendar, LocalDate from, int days) {
        return new Desk(new Schedule(window, calendar), new Oracle(window, calendar), from, days);
    }

    /** Days before the date if negative. */
    private static Desk desk(Window window, LocalDate date, int days) {
        return desk(window, null, days < 0 ? date.plusDays(days) : date, Math.abs(days));
    }
}
