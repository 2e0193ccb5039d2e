package io.quanyi.release;

import static io.quanyi.release.SampleTimelines.entry;
import static io.quanyi.release.SampleTimelines.instant;
import static io.quanyi.release.SampleTimelines.number;
import static io.quanyi.release.SampleTimelines.timeline;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTests {

    @ParameterizedTest
    @CsvSource({"1990-01-01T00:00:00Z", "2026-06-01T00:00:00Z", "2199-12-31T23:59:59Z"})
    void aReleaseWithoutALowerBoundHoldsForAllTime(String at) {
        assertThat(number(timeline(entry(1, null, "01-01")).inForce(instant(at))))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-31T23:59:59+08:00, 1",
        "2026-05-31T23:59:59.999999999+08:00, 1",
        "2026-06-01T00:00:00+08:00, 2",
        "2026-05-31T16:00:00Z, 2",
        "2026-05-31T15:59:59Z, 1",
        "2026-06-01T00:00:01+08:00, 2"
    })
    void aReleaseHoldsFromItsInstantOn(String at, int number) {
        Timeline timeline = timeline(entry(1, null, "01-01"), entry(2, "06-01", "05-01"));
        assertThat(number(timeline.inForce(instant(at)))).isEqualTo(number);
    }

    @Test
    void beforeTheFirstReleaseNoneHolds() {
        assertThat(timeline(entry(1, "06-01", "01-01")).inForce(instant("2026-05-31T23:59:59+08:00")))
                .isEmpty();
    }

    @Test
    void ofTwoFromOneInstantOnTheLaterPublishedHolds() {
        Timeline timeline = timeline(entry(1, "06-01", "01-01"), entry(2, "06-01", "02-01"));
        assertThat(number(timeline.inForce(instant("06-01")))).isEqualTo(2);
    }

    @Test
    void ofTwoForAllTimeTheLaterPublishedHolds() {
        assertThat(number(timeline(entry(1, null, "01-01"), entry(2, null, "02-01"))
                        .inForce(instant("01-15"))))
                .isEqualTo(2);
    }

    @Test
    void aRollbackIsALaterReleaseOfOlderFiles() {
        Timeline timeline = timeline(entry(1, null, "01-01"), entry(2, "06-01", "05-01"), entry(3, "06-10", "06-09"));
        assertThat(number(timeline.inForce(instant("05-31")))).isEqualTo(1);
        assertThat(number(timeline.inForce(instant("06-09")))).isEqualTo(2);
        assertThat(number(timeline.inForce(instant("06-10")))).isEqualTo(3);
    }

    @Test
    void whatTakesEffectLaterHoldsLaterThoughPublishedEarlier() {
        Timeline timeline = timeline(entry(1, "09-01", "01-01"), entry(2, "06-01", "02-01"));
        assertThat(number(timeline.inForce(instant("08-31")))).isEqualTo(2);
        assertThat(number(timeline.inForce(instant("09-01")))).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-30T23:59:59+08:00, 1",
        "2026-05-01T00:00:00+08:00, 2",
        "2026-04-30T15:59:59Z, 1",
        "2026-04-30T16:00:00Z, 2"
    })
    void aReleaseIsKnownFromItsPublicationOn(String knownAt, int number) {
        Timeline timeline = timeline(entry(1, null, "01-01"), entry(2, "02-01", "05-01"));
        assertThat(number(timeline.inForce(instant("03-01"), instant(knownAt)))).isEqualTo(number);
    }

    @Test
    void beforeAnythingWasPublishedNothingIsKnown() {
        assertThat(timeline(entry(1, null, "01-01")).inForce(instant("03-01"), Instant.EPOCH))
                .isEmpty();
    }

    @Test
    void todayEverythingPublishedIsKnownEvenWhatIsYetToCome() {
        assertThat(number(timeline(entry(1, null, "2199-01-01T00:00:00Z")).inForce(instant("03-01"))))
                .isEqualTo(1);
    }
}
