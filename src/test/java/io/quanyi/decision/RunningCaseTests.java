package io.quanyi.decision;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.answer.Core;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.answer.Decision.Progress;
import io.quanyi.decision.answer.Decision.Promise;
import io.quanyi.decision.answer.Result;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The clocks of a running case. It starts on Monday 2026-06-01 at 10:00; without pauses the response, one working day of 5×8, is
 * due on Tuesday at 10:00, and so is the resolution, 24 hours of any day.
 */
class RunningCaseTests {

    private static final ProgrammeRelease BOTH = Trial.of(
            Trial.support("T-01", "new Granted()"),
            Trial.support("T-02", "new Response(workingDays(1), '5x8')"),
            Trial.support("T-03", "new Resolution(hours(24))"));

    private static final ProgrammeRelease RESPONSE = Trial.of(
            Trial.support("T-01", "new Granted()"), Trial.support("T-02", "new Response(workingDays(1), '5x8')"));

    private static final ProgrammeRelease AT_ONCE =
            Trial.of(Trial.support("T-01", "new Granted()"), Trial.support("T-02", "new Response(immediate())"));

    private static final Asked CASE = Asked.about("support", "basic");

    @Test
    void aQuestionThatStatesNoCourseHasNoProgress() {
        assertThat(response(CASE.decide(BOTH)).progress()).isNull();
        assertThat(CASE.decide(BOTH).warnings()).isEmpty();
    }

    /** The response: state, since when, and the minutes counted and remaining of 480. */
    @ParameterizedTest
    @CsvSource({
        // running, up to the due instant itself, and missed a second later
        "'', 01T10:00, '', running, '', 0, 480",
        "'', 01T11:00, '', running, '', 60, 420",
        "'', 01T20:00, '', running, '', 390, 90",
        "'', 02T10:00, '', running, '', 480, 0",
        "'', 02T10:00:01, '', missed, 02T10:00, 480, 0",
        "'', 02T11:00, '', missed, 02T10:00, 540, -60",
        // met up to the due instant, and missed a second later; the clock has ended
        "'', 05T10:00, 01T10:00, met, 01T10:00, 0, 480",
        "'', 05T10:00, 01T12:30, met, 01T12:30, 120, 360",
        "'', 05T10:00, 02T10:00, met, 02T10:00, 480, 0",
        "'', 05T10:00, 02T10:00:01, missed, 02T10:00, 480, 0",
        "'', 05T10:00, 02T11:00, missed, 02T10:00, 540, -60",
        // before, at the start of, in, at the end of and after a pause
        "01T11:00/01T13:00, 01T10:59, '', running, '', 59, 421",
        "01T11:00/01T13:00, 01T11:00, '', paused, 01T11:00, 60, 420",
        "01T11:00/01T13:00, 01T12:59, '', paused, 01T11:00, 60, 420",
        "01T11:00/01T13:00, 01T13:00, '', running, '', 60, 420",
        "01T11:00/01T13:00, 02T11:00, '', running, '', 480, 0",
        "01T11:00/01T13:00, 02T11:00:01, '', missed, 02T11:00, 480, 0",
        // a pause from the start, touching pauses, an open one
        "01T10:00/01T11:00, 01T10:00, '', paused, 01T10:00, 0, 480",
        "01T11:00/01T11:30 01T11:30/01T12:00, 01T11:45, '', paused, 01T11:00, 60, 420",
        "01T11:00/, 30T10:00, '', paused, 01T11:00, 60, 420",
        "01T11:00/, 30T10:00, 20T10:00, met, 20T10:00, 60, 420",
        // a pause that begins when the target is due, or later, stops what is counted after
        "02T10:00/, 02T11:00, '', missed, 02T10:00, 480, 0",
        "02T10:30/, 02T17:00, '', missed, 02T10:00, 510, -30",
        // an agreed pause that lies ahead
        "01T14:00/01T15:00, 01T11:00, '', running, '', 60, 420",
        // a response in a pause, and after it
        "01T11:00/01T13:00, 05T10:00, 01T12:00, met, 01T12:00, 60, 420",
        "01T11:00/02T11:00, 05T10:00, 02T11:00, met, 02T11:00, 60, 420",
    })
    void aClockIsRunningPausedMetOrMissed(
            String pauses, String asOf, String responded, String state, String since, long counted, long remaining) {
        Progress progress =
                progress(response(course(pauses, asOf, responded, "").decide(BOTH)));

        assertThat(progress.state()).isEqualTo(state);
        assertThat(progress.since()).isEqualTo(since.isEmpty() ? null : instant(since));
        assertThat(progress.stoppedAt()).isEqualTo(responded.isEmpty() ? null : instant(responded));
        assertThat(progress.asOf()).isEqualTo(instant(asOf));
        assertThat(progress.countedSeconds() / 60).isEqualTo(counted);
        assertThat(progress.remainingSeconds() / 60).isEqualTo(remaining);
        assertThat(progress.countedSeconds() + progress.remainingSeconds()).isEqualTo(480 * 60);
    }

    @Test
    void eachTargetCountsItsOwnTime() {
        Decision decision = course("01T11:00/01T18:00", "02T11:00", "", "").decide(BOTH);

        assertThat(response(decision).dueAt()).isEqualTo(instant("02T16:30"));
        assertThat(progress(response(decision)).countedSeconds()).isEqualTo(3600 + 9000);
        assertThat(resolution(decision).dueAt()).isEqualTo(instant("02T17:00"));
        assertThat(progress(resolution(decision)).countedSeconds()).isEqualTo((25 - 7) * 3600);
    }

    @Test
    void nothingIsDueWhileTheCaseWaits() {
        Decision decision = course("01T11:00/", "02T11:00", "", "").decide(BOTH);

        assertThat(response(decision).dueAt()).isNull();
        assertThat(resolution(decision).dueAt()).isNull();
        assertThat(response(decision).counted())
                .containsExactly(new Decision.CountedSpan(instant("01T10:00"), instant("01T11:00")));
        assertThat(decision.warnings()).isEmpty();
    }

    @Test
    void aPauseFromTheStartLeavesNothingCounted() {
        assertThat(response(course("01T10:00/", "01T10:00", "", "").decide(BOTH))
                        .counted())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', running, running",
        "02T09:00, '', met, missed",
        "'', 02T09:30, met, met",
        "02T09:00, 02T09:30, met, met",
        "02T09:00, 02T09:00, met, met",
        "02T09:00, 02T10:00:01, met, missed",
        "02T10:00:01, 02T10:00:01, missed, missed",
        "'', 02T10:00:01, missed, missed",
    })
    void aResolutionIsAResponseWhereNoneIsStated(String responded, String resolved, String first, String second) {
        String asOf = responded.isEmpty() && resolved.isEmpty() ? "02T10:00" : "05T10:00";
        Decision decision = course("", asOf, responded, resolved).decide(BOTH);

        assertThat(progress(response(decision)).state()).isEqualTo(first);
        assertThat(progress(resolution(decision)).state()).isEqualTo(second);
        assertThat(decision.warnings()).isEmpty();
    }

    @Test
    void fractionsOfASecondAreLeftOutOfWhatIsCounted() {
        Progress progress = progress(response(
                CASE.with("/question/asOf", "\"2026-06-02T09:59:59.999+08:00\"").decide(BOTH)));

        assertThat(progress.countedSeconds()).isEqualTo(480 * 60 - 1);
        assertThat(progress.remainingSeconds()).isEqualTo(1);
    }

    @Test
    void withoutAnInstantOfReadingTheClocksAreReadNow() {
        Asked asked = CASE.with("/question/pauses", "[]");

        assertThat(asOf(asked, "2026-06-01T12:00:00+08:00")).isEqualTo("2026-06-01T12:00:00+08:00");
        // A caller's clock is ahead of ours by a second: its instants have passed.
        assertThat(asOf(asked, "2026-06-01T09:59:59+08:00")).isEqualTo("2026-06-01T10:00:00+08:00");
        Asked responded = asked.with("/question/respondedAt", "\"2026-06-01T12:00:01+08:00\"");
        assertThat(asOf(responded, "2026-06-01T12:00:00+08:00")).isEqualTo("2026-06-01T12:00:01+08:00");
        Asked resolved = asked.with("/question/resolvedAt", "\"2026-06-01T12:00:02+08:00\"");
        assertThat(asOf(resolved, "2026-06-01T12:00:00+08:00")).isEqualTo("2026-06-01T12:00:02+08:00");
    }

    @Test
    void aCheckedRequestNamesWhenItsClocksStartAndAreRead() {
        RequestRefused refused = refusal(CASE.with("/question/pauses", "[]").without("/question/at"));

        assertThat(refused.stage()).isEqualTo(Stage.MALFORMED);
        assertThat(Asked.faults(refused))
                .containsExactly("member-missing at /question/asOf", "member-missing at /question/at");
        assertThat(CASE.with("/question/asOf", "\"2026-06-01T12:00+08:00\"")
                        .without("/question/at")
                        .faults(BOTH))
                .containsExactly("member-missing at /question/at");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "01T09:59/01T11:00 | 05T10:00 | | | instant-too-early at /question/pauses/0/from",
                "01T09:00/01T10:00 | 05T10:00 | | | instant-too-early at /question/pauses/0/from",
                "01T11:00/01T10:59 | 05T10:00 | | | instant-too-early at /question/pauses/0/to",
                "01T11:00/01T13:00 01T12:59/01T14:00 | 05T10:00 | | | pauses-overlap at /question/pauses/1",
                "01T12:00/01T12:30 01T11:00/01T13:00 | 05T10:00 | | | pauses-overlap at /question/pauses/1",
                "01T11:00/ 01T12:00/01T13:00 | 05T10:00 | | | pauses-overlap at /question/pauses/1",
                "01T11:00/ 01T12:00/ | 05T10:00 | | | pauses-overlap at /question/pauses/1",
                "01T11:00/01T12:00 01T11:00/01T12:00 | 05T10:00 | | | pauses-overlap at /question/pauses/1",
                " | 01T09:59 | | | instant-too-early at /question/asOf",
                " | 05T10:00 | 01T09:59 | | instant-too-early at /question/respondedAt",
                " | 05T10:00 | | 01T09:59 | instant-too-early at /question/resolvedAt",
                " | 05T10:00 | 02T09:00 | 02T08:59 | instant-too-early at /question/resolvedAt",
                " | 02T09:00 | 02T09:01 | | instant-after-reading at /question/respondedAt",
                " | 02T09:00 | | 02T09:01 | instant-after-reading at /question/resolvedAt",
            })
    void instantsThatCannotBeTrueTogetherAreRefused(
            @Nullable String pauses, String asOf, @Nullable String responded, @Nullable String resolved, String fault) {
        RequestRefused refused = refusal(course(orEmpty(pauses), asOf, orEmpty(responded), orEmpty(resolved)));

        assertThat(refused.stage()).isEqualTo(Stage.CONTRADICTORY);
        assertThat(Asked.faults(refused)).containsExactly(fault);
    }

    /** Counting over centuries would cost as much as many decisions. */
    @ParameterizedTest
    @CsvSource({
        "2046-06-01T10:00+08:00, '', ''",
        "2046-06-01T10:00:01+08:00, '', instant-too-late at /question/asOf",
        "2199-12-31T23:59:59Z, '', instant-too-late at /question/asOf",
        "2199-12-31T23:59:59Z, 2046-06-01T10:00+08:00, ''",
        "2199-12-31T23:59:59Z, 2046-06-01T10:00:01+08:00, instant-too-late at /question/resolvedAt",
    })
    void aCaseIsCountedOverTwentyYearsAtMost(String asOf, String resolved, String fault) {
        Asked asked = CASE.with("/question/asOf", "\"" + asOf + "\"");
        asked = resolved.isEmpty() ? asked : asked.with("/question/resolvedAt", "\"" + resolved + "\"");

        if (fault.isEmpty()) {
            assertThat(asked.decide(BOTH).outcome()).isEqualTo(Result.ENTITLED);
        } else {
            assertThat(Asked.faults(refusal(asked))).containsExactly(fault);
        }
    }

    @Test
    void allSuchInstantsAreNamed() {
        Asked asked = course("01T09:00/01T08:00 01T11:00/ 01T12:00/", "02T09:00", "02T10:00", "01T09:00");

        assertThat(Asked.faults(refusal(asked)))
                .containsExactlyInAnyOrder(
                        "instant-too-early at /question/pauses/0/from",
                        "instant-too-early at /question/pauses/0/to",
                        "pauses-overlap at /question/pauses/2",
                        "instant-after-reading at /question/respondedAt",
                        "instant-too-early at /question/resolvedAt",
                        "instant-too-early at /question/resolvedAt");
    }

    @ParameterizedTest
    @CsvSource({
        "01T10:00/01T10:00",
        "01T11:00/01T12:00 01T12:00/01T13:00",
        "01T12:00/01T13:00 01T11:00/01T12:00 01T13:00/"
    })
    void pausesMayTouchBeEmptyAndStandInAnyOrder(String pauses) {
        assertThat(course(pauses, "05T10:00", "", "").decide(BOTH).outcome()).isEqualTo(Result.ENTITLED);
    }

    @Test
    void theNumberOfPausesIsBounded() {
        assertThat(course(many(500), "05T10:00", "", "").decide(BOTH).outcome()).isEqualTo(Result.ENTITLED);
        assertThat(catchThrowable(() -> course(many(501), "05T10:00", "", "").request()))
                .hasMessageContaining("501 are too many; at most 500");
    }

    @Test
    void whatNoClockReadsIsSaidToHaveNoEffect() {
        Asked asked = course("01T11:00/", "05T10:00", "02T09:00", "02T10:00");

        assertThat(unused(asked.decide(RESPONSE))).containsExactly("/question/resolvedAt");
        assertThat(unused(asked.without("/question/respondedAt").decide(RESPONSE)))
                .isEmpty();
        assertThat(unused(asked.decide(AT_ONCE)))
                .containsExactly("/question/asOf", "/question/pauses", "/question/resolvedAt", "/question/respondedAt");
        assertThat(unused(asked.with("/question/pauses", "[]").decide(Trial.of())))
                .containsExactly("/question/asOf", "/question/resolvedAt", "/question/respondedAt");
    }

    @Test
    void theCourseOfACaseDoesNotChangeTheCore() {
        String core = Core.digest(CASE.decide(BOTH));

        assertThat(Core.digest(course("01T11:00/", "05T10:00", "", "").decide(BOTH)))
                .isEqualTo(core);
        assertThat(Core.digest(course("", "05T10:00", "", "05T09:00").decide(BOTH)))
                .isEqualTo(core);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2199-12-31T23:59:59-08:00", "2199-12-31T23:59:59Z"})
    void aCountThatReachesBeyondTheLastYearIsRefused(String far) {
        Asked asked = CASE.with("/question/pauses", "[{ from: \"2026-06-01T10:00+08:00\", to: \"" + far + "\" }]")
                .with("/question/asOf", "\"2026-06-02T10:00+08:00\"");

        assertThat(asked.faults(BOTH)).containsExactly("answer-beyond-reach at /question/at");
    }

    @Test
    void aCaseThatRunsIsNotAdvisedToBeginLater() {
        Asked used = CASE.with("/subscription/usage", "[{ service: support, date: 2026-05-01 }]");
        ProgrammeRelease once = Trial.of(
                Trial.support("T-01", "new Granted()"), Trial.support("T-02", "new Quota(1, 'time', 'service-year')"));

        assertThat(used.decide(once).suggestions())
                .extracting(Decision.Suggestion::code)
                .contains("ask-later");
        assertThat(used.with("/question/asOf", "\"2026-06-02T10:00+08:00\"")
                        .decide(once)
                        .suggestions())
                .isEmpty();
    }

    private static String many(int pauses) {
        return String.join(
                " ",
                IntStream.range(0, pauses)
                        .mapToObj(i -> "02T%02d:%02d/02T%02d:%02d".formatted(i / 60, i % 60, i / 60, i % 60))
                        .toList());
    }

    private static RequestRefused refusal(Asked asked) {
        RequestRefused refused = catchThrowableOfType(RequestRefused.class, () -> asked.question(BOTH));
        return requireNonNull(refused);
    }

    private static String asOf(Asked asked, String now) {
        Decision decision =
                new Decider((request, at) -> BOTH).decide(asked.request(), Instant.from(OffsetDateTime.parse(now)));
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                progress(response(decision)).asOf());
    }

    private static List<String> unused(Decision decision) {
        return decision.warnings().stream()
                .filter(warning -> warning.code().equals("without-effect"))
                .map(warning -> requireNonNull(warning.pointer()))
                .toList();
    }

    private static Promise response(Decision decision) {
        return requireNonNull(decision.response());
    }

    private static Promise resolution(Decision decision) {
        return requireNonNull(decision.resolution());
    }

    private static Progress progress(Promise promise) {
        return requireNonNull(promise.progress());
    }

    /** The case with a course; pauses are written {@code from/to}, instants without the month. */
    private static Asked course(String pauses, String asOf, String responded, String resolved) {
        Asked asked = CASE.with("/question/asOf", written(asOf));
        asked = responded.isEmpty() ? asked : asked.with("/question/respondedAt", written(responded));
        asked = resolved.isEmpty() ? asked : asked.with("/question/resolvedAt", written(resolved));
        List<String> all = Stream.of(pauses.split(" ", -1))
                .filter(pause -> !pause.isEmpty())
                .map(pause -> pause.split("/", -1))
                .map(ends ->
                        "{ from: " + written(ends[0]) + (ends[1].isEmpty() ? "" : ", to: " + written(ends[1])) + " }")
                .toList();
        return all.isEmpty() ? asked : asked.with("/question/pauses", all.toString());
    }

    private static String written(String instant) {
        return "\"2026-06-" + instant + "+08:00\"";
    }

    private static OffsetDateTime instant(String dayOfJune) {
        return OffsetDateTime.parse("2026-06-" + dayOfJune + "+08:00");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
