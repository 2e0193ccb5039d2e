package io.quanyi.servicetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlineTests {

    private static final ZonedDateTime NINE = ZonedDateTime.of(2026, 11, 20, 9, 0, 0, 0, Desks.BEIJING);
    private static final ZonedDateTime TEN = NINE.plusHours(1);

    @Test
    void aSpanLastsFromItsStartToItsEnd() {
        assertThat(new Span(NINE, TEN).length()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aSpanIsNotEmptyAndRunsForward() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(NINE, NINE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(TEN, NINE));
    }

    @Test
    void aSpanLiesInOneZone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(NINE, TEN.withZoneSameInstant(ZoneOffset.UTC)));
    }

    @Test
    void aDeadlineEndsWithItsLastSpan() {
        List<Span> spans = List.of(new Span(NINE, TEN));
        assertThat(new Deadline(TEN, spans, false).counted()).isEqualTo(spans);
        assertThatIllegalArgumentException().isThrownBy(() -> new Deadline(NINE, spans, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Deadline(NINE, List.of(), false));
    }

    @Test
    void aDeadlineDoesNotChange() {
        List<Span> spans = new ArrayList<>(List.of(new Span(NINE, TEN)));
        Deadline deadline = new Deadline(TEN, spans, false);
        spans.clear();
        assertThat(deadline.counted()).hasSize(1);
    }
}
