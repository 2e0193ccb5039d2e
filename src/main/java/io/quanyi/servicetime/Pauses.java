package io.quanyi.servicetime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stretches of time in which no clock of a running case counts, because the case waits for another party. Half-open as
 * spans are: at its end a pause is over. Pauses are held in order; touching ones are one pause, empty ones are none.
 */
public final class Pauses {

    /** A case that never waits. */
    public static final Pauses NONE = new Pauses(List.of());

    /** The end of a pause that is not over. */
    static final long NEVER = Long.MAX_VALUE;

    /** One stretch; {@code to} is null while the case still waits. */
    public record Pause(Instant from, @Nullable Instant to) {

        /** Whether an instant is in both pauses. */
        public boolean overlaps(Pause other) {
            return holdsTime() && other.holdsTime() && startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
        }

        /** Whether any time passes in the pause. */
        boolean holdsTime() {
            return startsBeforeEndOf(this);
        }

        private boolean startsBeforeEndOf(Pause other) {
            return other.to == null || from.isBefore(other.to);
        }
    }

    private final long[] from;
    private final long[] to;

    private Pauses(List<long[]> merged) {
        from = merged.stream().mapToLong(pause -> pause[0]).toArray();
        to = merged.stream().mapToLong(pause -> pause[1]).toArray();
    }

    /**
     * The pauses of a case, given in any order.
     *
     * @throws IllegalArgumentException if two of them overlap
     */
    public static Pauses of(List<Pause> pauses) {
        List<long[]> merged = new ArrayList<>();
        pauses.stream()
                .filter(Pause::holdsTime)
                .map(pause -> new long[] {Nanos.of(pause.from()), pause.to() == null ? NEVER : Nanos.of(pause.to())})
                .sorted((a, b) -> Long.compare(a[0], b[0]))
                .forEach(pause -> add(merged, pause));
        return new Pauses(merged);
    }

    private static void add(List<long[]> merged, long[] pause) {
        long[] last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
        if (last != null && pause[0] < last[1]) {
            throw new IllegalArgumentException("two pauses overlap at " + Nanos.instant(pause[0]));
        }
        if (last != null && pause[0] == last[1]) {
            last[1] = pause[1];
        } else {
            merged.add(pause);
        }
    }

    /** The start of the pause in which an instant lies; null if it lies in none. */
    public @Nullable Instant startOfPauseAt(Instant at) {
        long nanos = Nanos.of(at);
        for (int i = 0; i < from.length; i++) {
            if (from[i] <= nanos && nanos < to[i]) {
                return Nanos.instant(from[i]);
            }
        }
        return null;
    }

    /** The pauses in order, each between its start and its end; the end is null if the last one is not over. */
    public List<Pause> all() {
        List<Pause> all = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            all.add(new Pause(Nanos.instant(from[i]), to[i] == NEVER ? null : Nanos.instant(to[i])));
        }
        return List.copyOf(all);
    }

    int count() {
        return from.length;
    }

    long from(int index) {
        return from[index];
    }

    long to(int index) {
        return to[index];
    }
}
