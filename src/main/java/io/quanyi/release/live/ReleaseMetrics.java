package io.quanyi.release.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.Timeline;
import io.quanyi.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Metrics of the store's revision and of each programme's release in force, which must be equal on all replicas, and of
 * refusals and broken releases.
 */
final class ReleaseMetrics implements MeterBinder {

    private final LiveReleases releases;
    private final Store store;
    private final Clock clock;

    ReleaseMetrics(LiveReleases releases, Store store, Clock clock) {
        this.releases = releases;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        rows(registry);
        seconds(
                registry,
                "quanyi.store.served",
                "How long the present state of the store has answered",
                () -> releases.current().since());
        seconds(
                registry,
                "quanyi.store.looked",
                "How long ago the store was looked at",
                () -> releases.status().lookedAt());
        gauge(
                registry,
                "quanyi.store.refused",
                "1 while the newest state of the store is refused, or cannot be read",
                status -> status.refusal() == null ? 0 : 1);
        if (store.writable()) {
            gauge(
                    registry,
                    "quanyi.store.writable",
                    "0 while nothing can be published, because the store cannot be written",
                    status -> status.unwritable() == null ? 1 : 0);
        }
        gauge(
                registry,
                "quanyi.release.broken",
                "Releases that cannot be loaded: they answer nothing",
                status -> status.broken().size());
    }

    /** Registers the metrics with a row for each state or programme, anew whenever another state answers. */
    private void rows(MeterRegistry registry) {
        MultiGauge revision = MultiGauge.builder("quanyi.store.revision")
                .description("1 for the state of the store that answers")
                .register(registry);
        MultiGauge numbers = MultiGauge.builder("quanyi.release.number")
                .description("The release of each programme that is in force now")
                .register(registry);
        MultiGauge inForce = MultiGauge.builder("quanyi.release.in.force")
                .description("1 for the release of each programme that is in force now, 0 for those to come")
                .register(registry);
        releases.onSwap(served -> {
            Tags state =
                    Tags.of("kind", store.kind(), "revision", served.snapshot().revision());
            revision.register(List.of(Row.of(state, 1)), true);
            numbers.register(
                    served.releases().timelines().stream()
                            .map(timeline -> Row.of(
                                    Tags.of("programme", timeline.programme().id()), () -> inForce(timeline)))
                            .toList(),
                    true);
            inForce.register(
                    served.releases().timelines().stream()
                            .flatMap(this::inForceOrToCome)
                            .toList(),
                    true);
        });
    }

    private void gauge(MeterRegistry registry, String name, String description, ToIntFunction<ServingStatus> value) {
        Gauge.builder(name, releases, live -> value.applyAsInt(live.status()))
                .description(description)
                .register(registry);
    }

    private void seconds(MeterRegistry registry, String name, String description, Supplier<Instant> since) {
        Gauge.builder(name, () -> Duration.between(since.get(), clock.instant()).toSeconds())
                .baseUnit("seconds")
                .description(description)
                .register(registry);
    }

    /** The releases that can be in force before the next state answers. */
    private Stream<Row<?>> inForceOrToCome(Timeline timeline) {
        return timeline.within(clock.instant(), Instant.MAX).stream()
                .distinct()
                .map(entry -> Row.of(
                        Tags.of(
                                "programme", timeline.programme().id(),
                                "number", String.valueOf(entry.number()),
                                "digest", entry.digest()),
                        () -> inForce(timeline) == entry.number() ? 1 : 0));
    }

    private int inForce(Timeline timeline) {
        return timeline.entryInForce(clock.instant()).map(LedgerEntry::number).orElse(0);
    }
}
