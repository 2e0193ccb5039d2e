package io.quanyi.release.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.SetClock;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.release.BrokenRelease;
import io.quanyi.release.Timeline;
import io.quanyi.source.TinyRules;
import io.quanyi.store.folder.ReadOnlyStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that only releases in force or soon in force are held in memory, and others are loaded on request. */
class DueReleasesTests {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-06-01T01:00:00Z");

    private final SetClock clock = new SetClock(NOW);
    private final TinyRules rules = TinyRules.sealed();
    private final FailingStore store;
    private final LiveReleases live;

    DueReleasesTests(@TempDir Path folder) {
        rules.with(
                        "tiny/releases.yaml",
                        "releases:\n" + rules.entry(1, "publishedAt: 2026-01-01T00:00:00Z")
                                + rules.entry(2, "publishedAt: 2026-02-01T00:00:00Z\n    effectiveFrom: " + SECOND)
                                + rules.entry(
                                        3,
                                        "publishedAt: 2026-02-01T00:00:00Z\n    effectiveFrom: 2026-07-01T00:00:00Z"))
                .write(folder);
        store = new FailingStore(ReadOnlyStore.ofFolder(folder));
        live = new LiveReleases(store, clock, 0);
    }

    @Test
    void whatIsInForceIsHeldAndWhatIsScheduledIsNot() {
        assertThat(isHeld(1)).isTrue();
        assertThat(isHeld(2)).isFalse();
        assertThat(isHeld(3)).isFalse();
    }

    @Test
    void aReleaseIsLoadedBeforeItComesIntoForce() {
        clock.set(SECOND.minus(Duration.ofMinutes(5)).minusSeconds(1));
        live.refresh();
        assertThat(isHeld(2)).isFalse();
        clock.set(SECOND.minus(Duration.ofMinutes(5)));
        live.refresh();
        assertThat(isHeld(1)).isTrue();
        assertThat(isHeld(2)).isTrue();
        assertThat(isHeld(3)).isFalse();
    }

    @Test
    void aReleaseThatIsOverIsLetGo() {
        clock.set(SECOND);
        live.refresh();
        assertThat(isHeld(1)).isFalse();
        assertThat(isHeld(2)).isTrue();
    }

    @Test
    void wherePollingIsSlowerTheLeadIsLonger() {
        LiveReleases slow = new LiveReleases(store, clock, 0, Duration.ofHours(1), 0);
        assertThat(isHeld(slow, 2)).isTrue();
        assertThat(isHeld(slow, 3)).isFalse();
    }

    @Test
    void oneThatCannotBeLoadedWhenItIsDueIsToldAndTriedAgain() {
        clock.set(SECOND);
        store.troubleAt(2, new IllegalStateException("now only"));
        List<ServingStatus.UnloadableRelease> broken = live.refresh().broken();
        assertThat(store.endTrouble()).isTrue();
        assertThat(broken).singleElement().satisfies(found -> {
            assertThat(found.number()).isEqualTo(2);
            assertThat(found.faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.code()).isEqualTo("release-load-failed"));
        });
        assertThat(live.status().refusal()).isNull();
        assertThat(live.refresh().broken()).isEmpty();
        assertThat(isHeld(2)).isTrue();
    }

    /** Checks that no other release answers in its place. */
    @Test
    void oneThatCannotBeLoadedAnswersNothingAndHarmsNoOther() {
        Timeline timeline = live.current().releases().timeline("tiny").orElseThrow();
        store.troubleAt(1, new StackOverflowError());
        assertThatThrownBy(() -> timeline.inForce(SECOND)).isInstanceOf(BrokenRelease.class);
        assertThat(timeline.inForce(NOW)).isPresent();
        assertThat(timeline.inForce(SECOND)).isPresent();
    }

    private boolean isHeld(int number) {
        return isHeld(live, number);
    }

    /** A service that keeps no other release in memory, so that each is loaded on request. */
    private static boolean isHeld(LiveReleases live, int number) {
        Set<ProgrammeRelease> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        return seen.add(release(live, number)) && !seen.add(release(live, number));
    }

    private static ProgrammeRelease release(LiveReleases live, int number) {
        return live.current()
                .releases()
                .timeline("tiny")
                .orElseThrow()
                .release(number)
                .orElseThrow();
    }
}
