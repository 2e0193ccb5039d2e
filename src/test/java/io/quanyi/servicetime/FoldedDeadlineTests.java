package io.quanyi.servicetime;

import static io.quanyi.servicetime.Desks.CN_2026;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A deadline that shows only some of its spans says everything else as the whole one does. */
class FoldedDeadlineTests {

    private static final Schedule DESK = new Schedule(Desks.FIVE_BY_EIGHT, CN_2026);
    private static final Instant FROM = Instant.parse("2026-01-05T00:30:00Z");

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 7, 63, 64, 65, 200})
    void theFirstAndTheLastSpansAreShownAndTheOthersAreCounted(int most) {
        for (int days : List.of(1, 2, 3, 31, 32, 33, 100, 2000)) {
            Target target = Target.workingDays(days);
            Deadline whole = DESK.deadline(target, FROM);
            Deadline folded = DESK.deadline(target, FROM, most);
            int all = whole.counted().size();
            int shown = Math.min(all, most);
            int first = Math.min(all, most / 2);

            assertThat(folded.omitted()).isEqualTo(all - shown);
            assertThat(folded.counted()).hasSize(shown);
            assertThat(folded.counted().subList(0, first))
                    .isEqualTo(whole.counted().subList(0, first));
            assertThat(folded.counted().subList(first, shown))
                    .isEqualTo(whole.counted().subList(all - shown + first, all));
            assertThat(folded.dueAt()).isEqualTo(whole.dueAt());
            assertThat(folded.beyondCalendar()).isEqualTo(whole.beyondCalendar());
        }
    }

    @Test
    void aWholeDeadlineOmitsNoSpan() {
        assertThat(DESK.deadline(Target.workingDays(2000), FROM).omitted()).isZero();
    }

    @Test
    void theFirstSpanAndTheLastOneAreAlwaysShown() {
        assertThatIllegalArgumentException().isThrownBy(() -> DESK.deadline(Target.workingDays(1), FROM, 1));
    }
}
