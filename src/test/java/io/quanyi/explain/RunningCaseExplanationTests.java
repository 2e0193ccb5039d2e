package io.quanyi.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.explain.ExplanationReport.ClockLine;
import io.quanyi.explain.ExplanationReport.ProgressLine;
import io.quanyi.explain.ExplanationReport.StretchLine;
import io.quanyi.text.Language;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The explanation of the clock of a running case shows the pauses beside what is closed. */
class RunningCaseExplanationTests {

    private static final String CASE = """
        { 'programme': 'kingdee-galaxy-public',
          'subscription': { 'plan': 'preferred', 'serviceStart': '2026-01-01', 'serviceEnd': '2026-12-31' },
          'question': { 'service': 'issue-feedback', 'at': '2026-11-20T16:00:00+08:00',
            'pauses': [ { 'from': '2026-11-20T17:00:00+08:00', 'to': '2026-11-21T09:00:00+08:00' } ],
            'asOf': '2026-11-23T10:00:00+08:00' } }
        """;

    @Test
    void aPauseStandsBesideTheTimeOutsideServiceHours() {
        ClockLine clock = clock(CASE, Language.ENGLISH);

        assertThat(stretches(clock))
                .containsExactly(
                        "true 2026-11-20T16:00 2026-11-20T17:00 []",
                        "false 2026-11-20T17:00 2026-11-21T09:00 [WAITING]",
                        "false 2026-11-21T09:00 2026-11-23T08:30 [WEEKEND, OUTSIDE_HOURS]",
                        "true 2026-11-23T08:30 2026-11-23T12:00 []",
                        "false 2026-11-23T12:00 2026-11-23T13:00 [OUTSIDE_HOURS]",
                        "true 2026-11-23T13:00 2026-11-23T16:30 []");
        assertThat(clock.stretches().get(1).reasons().get(0).text())
                .isEqualTo("Fri 2026-11-20 – Sat 2026-11-21: waiting for the customer");
        assertThat(progress(clock).text())
                .isEqualTo("as of Mon 2026-11-23 10:00: Running: 2 h 30 min counted, 5 h 30 min left");
        assertThat(progress(clock(CASE, Language.CHINESE)).text())
                .isEqualTo("截至 2026-11-23（周一）10:00：计时中：已计 2 小时 30 分钟，剩余 5 小时 30 分钟");
    }

    @Test
    void anOpenPauseIsShownUpToTheInstantOfReading() {
        ClockLine clock = clock(CASE.replace(", 'to': '2026-11-21T09:00:00+08:00'", ""), Language.ENGLISH);

        assertThat(clock.due()).isNull();
        assertThat(clock.text()).isEqualTo("not due while the case waits: the clock goes on when the pause ends");
        assertThat(stretches(clock))
                .containsExactly(
                        "true 2026-11-20T16:00 2026-11-20T17:00 []",
                        "false 2026-11-20T17:00 2026-11-23T10:00 [WAITING]");
        assertThat(progress(clock).state()).isEqualTo("paused");
    }

    @Test
    void withoutACourseThereIsNoProgress() {
        String plain = CASE.replaceAll("(?s),\\s*'pauses'.*", " } }");

        assertThat(clock(plain, Language.ENGLISH).progress()).isNull();
    }

    private static ProgressLine progress(ClockLine clock) {
        return Objects.requireNonNull(clock.progress());
    }

    private static ClockLine clock(String request, Language language) {
        return ShippedExplanations.explained(language, request).clocks().get(0);
    }

    private static List<String> stretches(ClockLine clock) {
        return clock.stretches().stream()
                .map(stretch -> stretch.counted() + " " + stretch.from().toLocalDateTime() + " "
                        + stretch.to().toLocalDateTime() + " " + reasons(stretch))
                .toList();
    }

    private static List<PauseReason> reasons(StretchLine stretch) {
        return stretch.reasons().stream().map(ExplanationReport.PauseLine::code).toList();
    }
}
