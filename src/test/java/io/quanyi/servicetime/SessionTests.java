package io.quanyi.servicetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTests {

    @ParameterizedTest
    @ValueSource(strings = {"08:30-12:00", "00:00-24:00", "00:00-00:01", "23:59-24:00", "13:05-23:59"})
    void aSessionIsWrittenAsItIsRead(String written) {
        assertThat(Session.parse(written)).hasToString(written);
    }

    @Test
    void aSessionHasAStartAndALength() {
        Session afternoon = new Session(LocalTime.of(13, 0), Duration.ofMinutes(270));
        assertThat(Session.parse("13:00-17:30")).isEqualTo(afternoon);
    }

    @Test
    void anEndAtTwentyFourHoursIsExact() {
        assertThat(Session.parse("00:00-24:00").length()).isEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8:30-12:00",
                "08:30–12:00",
                "08:30 - 12:00",
                "08:30",
                "08:30-12:00:00",
                "08:30-12:60",
                "08:30-24:01",
                "24:00-24:00",
                "08:30-25:00",
                "08:30-12:00\n",
                "٠٨:٣٠-١٢:٠٠",
            })
    void anythingElseIsRefusedWithAnExample(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Session.parse(written))
                .withMessage("not-a-session [%s]", written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12:00-12:00", "12:00-08:30", "22:00-06:00", "12:00-00:00"})
    void aSessionEndsAfterItStartsOnTheSameDay(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Session.parse(written))
                .withMessage("not-a-session [%s]", written);
    }

    @Test
    void aSessionIsInWholeMinutes() {
        Duration hour = Duration.ofHours(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Session(LocalTime.of(8, 30, 1), hour));
        assertThatIllegalArgumentException().isThrownBy(() -> new Session(LocalTime.of(8, 30, 0, 1), hour));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Session(LocalTime.of(8, 30), Duration.ofSeconds(90)))
                .withMessage("session from 08:30 of PT1M30S: use whole minutes");
    }

    @Test
    void aSessionIsNotEmptyAndDoesNotReachPastMidnight() {
        LocalTime evening = LocalTime.of(22, 0);
        assertThat(new Session(evening, Duration.ofHours(2))).hasToString("22:00-24:00");
        for (int minutes : new int[] {-1, 0, 121}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Session(evening, Duration.ofMinutes(minutes)))
                    .withMessageEndingWith("must end after it starts, at 24:00 at the latest");
        }
    }
}
