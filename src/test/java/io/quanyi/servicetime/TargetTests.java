package io.quanyi.servicetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTests {

    @ParameterizedTest
    @CsvSource({
        "0, immediate, 0",
        "4, hour, 14400",
        "0.25, hour, 900",
        "0.0025, hour, 9",
        "2, working-hour, 7200",
        "0.5, working-day, 14400",
        "1, working-day, 28800",
        "0.1, working-day, 2880",
        "30, minute, 1800",
        "0.5, minute, 30",
        "15, working-minute, 900",
        "600000, minute, 36000000",
        "600000, working-minute, 36000000",
        "10000, hour, 36000000",
        "10000, working-hour, 36000000",
        "2000, working-day, 57600000",
    })
    void aTargetKeepsItsAmountAndUnitAndKnowsItsLength(BigDecimal amount, String unit, long seconds) {
        Target target = Target.of(amount, unit);
        assertThat(target.amount()).isEqualTo(amount);
        assertThat(target.unit()).isEqualTo(unit);
        assertThat(target.seconds()).isEqualTo(seconds);
    }

    @Test
    void authorsWriteTargetsAsPlainNumbers() {
        assertThat(Target.immediate()).isEqualTo(Target.of(BigDecimal.ZERO, "immediate"));
        assertThat(Target.hours(4)).isEqualTo(Target.of(new BigDecimal("4"), "hour"));
        assertThat(Target.workingHours(2)).isEqualTo(Target.of(new BigDecimal("2"), "working-hour"));
        assertThat(Target.workingDays(0.1)).isEqualTo(Target.of(new BigDecimal("0.1"), "working-day"));
    }

    @Test
    void eightWorkingHoursAreNoWorkingDayAndNoEightHours() {
        assertThat(Target.workingHours(8)).isNotEqualTo(Target.workingDays(1)).isNotEqualTo(Target.hours(8));
        assertThat(Target.minutes(60)).isNotEqualTo(Target.hours(1)).isNotEqualTo(Target.workingMinutes(60));
    }

    @Test
    void theWayAnAmountIsWrittenMakesNoDifference() {
        assertThat(Target.of(new BigDecimal("20.00"), "hour")).isEqualTo(Target.of(new BigDecimal("2E+1"), "hour"));
        assertThat(Target.of(new BigDecimal("2E+1"), "hour").amount()).hasToString("20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"minute", "hour", "working-minute", "working-hour", "working-day"})
    void aTargetIsAboveZero(String unit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.of(BigDecimal.ZERO, unit))
                .withMessage("target-not-positive [0]");
        assertThatIllegalArgumentException().isThrownBy(() -> Target.of(new BigDecimal("-1"), unit));
    }

    @ParameterizedTest
    @CsvSource({
        "600000.5, minute, 600000",
        "600000.5, working-minute, 600000",
        "10000.25, hour, 10000",
        "10000.25, working-hour, 10000",
        "2000.5, working-day, 2000",
        "1E+999999999, hour, 10000",
    })
    void aTargetHasAGreatestAmount(BigDecimal amount, String unit, int max) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.of(amount, unit))
                .withMessageStartingWith("target-too-long [")
                .withMessageEndingWith(", %d, %s]", max, unit);
    }

    @ParameterizedTest
    @CsvSource({"0.01, minute", "0.0001, hour", "0.3333333, working-hour", "0.00001, working-day", "1E-999999999, hour"
    })
    void aTargetIsAWholeNumberOfSeconds(BigDecimal amount, String unit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.of(amount, unit))
                .withMessageStartingWith("target-too-fine [");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aTargetIsANumber(double amount) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.hours(amount))
                .withMessageEndingWith("is no amount of time");
    }

    @Test
    void anImmediateTargetHasNoAmount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.of(BigDecimal.ONE, "immediate"))
                .withMessage("target-immediate [1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hours", "Hour", "day", "", "working day", "minutes"})
    void anUnknownUnitIsRefused(String unit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Target.of(BigDecimal.ONE, unit))
                .withMessage("target-unit [%s]", unit);
    }

    @Test
    void hoursOfOneKindAreNoneOfTheOther() {
        assertThatThrownBy(() -> new Target.Elapsed(BigDecimal.ONE, "working-hour"))
                .isInstanceOf(InvalidTime.class);
        assertThatThrownBy(() -> new Target.Working(BigDecimal.ONE, "hour")).isInstanceOf(InvalidTime.class);
    }
}
