package io.quanyi.web.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** Checks that requests take their memory from the budget, and give all of it back. */
class MemoryBudgetTests {

    private static final long FLAT = RequestMemory.FLAT;

    @Test
    void whatIsNotThereIsNotTaken() {
        MemoryBudget budget = new MemoryBudget(10);
        assertThat(budget.take(10)).isTrue();
        assertThat(budget.take(1)).isFalse();
        assertThat(budget.hasRoomFor(1)).isFalse();
        budget.giveBack(4);
        assertThat(budget.take(5)).isFalse();
        assertThat(budget.take(4)).isTrue();
        assertThat(budget.taken()).isEqualTo(10);
    }

    @Test
    void aRequestThatHasNoRoomTakesNothingFromTheNext() {
        MemoryBudget budget = new MemoryBudget(FLAT + 10);
        try (RequestMemory memory = RequestMemory.open(budget)) {
            assertThatExceptionOfType(MemoryUsedUp.class).isThrownBy(() -> memory.takeComing(6));
            memory.takeComing(5);
        }
        assertThat(budget.taken()).isZero();
    }

    @Test
    void aBodyIsHeldTwiceWhileItComesAndForWhatIsMadeOfItWhenItHasCome() {
        MemoryBudget budget = new MemoryBudget(1_000 * FLAT);
        try (RequestMemory memory = RequestMemory.open(budget)) {
            memory.takeComing(1000);
            assertThat(budget.taken()).isEqualTo(FLAT + 2000);
            memory.takeParsed();
            assertThat(budget.taken()).isEqualTo(FLAT + 1000 * RequestMemory.PARSED);
            memory.takeParsed();
            assertThat(budget.taken()).isEqualTo(FLAT + 1000 * RequestMemory.PARSED);
        }
        assertThat(budget.taken()).isZero();
    }

    /** Else a small heap would answer none of the larger ones, however idle. */
    @Test
    void whatIsMadeOfOneBodyTakesHalfOfTheMemoryAtMost() {
        MemoryBudget budget = new MemoryBudget(4 * FLAT);
        try (RequestMemory memory = RequestMemory.open(budget)) {
            memory.takeComing(FLAT / 4);
            memory.takeParsed();
            assertThat(budget.taken()).isEqualTo(FLAT + FLAT / 2 + 2 * FLAT);
        }
    }

    @Test
    void aLargeAnswerTakesItsShareTwice() {
        MemoryBudget budget = new MemoryBudget(3 * FLAT);
        try (RequestMemory memory = RequestMemory.open(budget)) {
            assertThat(memory.holdsAnswer(FLAT / 2)).isTrue();
            assertThat(budget.taken()).isEqualTo(FLAT);
            assertThat(memory.holdsAnswer(FLAT / 2 + 1)).isTrue();
            assertThat(budget.taken()).isEqualTo(2 * FLAT);
            assertThat(memory.holdsAnswer(10 * FLAT)).isFalse();
            assertThat(budget.taken()).isEqualTo(2 * FLAT);
        }
        assertThat(budget.taken()).isZero();
    }

    @Test
    void manyThreadsTakeNoMoreThanThereIs() {
        MemoryBudget budget = new MemoryBudget(1000);
        long taken = IntStream.range(0, 100_000)
                .parallel()
                .filter(number -> budget.take(1))
                .count();
        assertThat(taken).isEqualTo(1000);
        assertThat(budget.taken()).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({"63KB, 40", "257MB, 40", "8MB, 4", "8MB, 81"})
    void settingsThatTheServiceCannotWorkWithStopTheStart(String answer, int percent) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemoryProperties(DataSize.parse(answer), percent))
                .withMessageContaining("quanyi.memory.");
    }

    @ParameterizedTest
    @CsvSource({"64KB, 5", "256MB, 80"})
    void settingsAtTheBoundsAreTaken(String answer, int percent) {
        assertThat(new MemoryProperties(DataSize.parse(answer), percent).requestsPercent())
                .isEqualTo(percent);
    }
}
