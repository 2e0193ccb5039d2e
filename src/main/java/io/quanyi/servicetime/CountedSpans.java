package io.quanyi.servicetime;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The spans of a deadline while they are counted: the first and the last ones, in equal parts, and how many lie between them.
 * Holds no more spans than it may show, however long the target.
 */
final class CountedSpans {

    private record Stretch(long from, long to) {}

    private final ZoneId zone;
    private final int maxFirst;
    private final int maxLast;
    private final List<Stretch> first = new ArrayList<>(4);
    private final Deque<Stretch> last = new ArrayDeque<>(4);
    private @Nullable Stretch current;
    private int omitted;

    /** @param most how many spans are kept, at least 2 */
    CountedSpans(ZoneId zone, int most) {
        if (most < 2) {
            throw new IllegalArgumentException("the first span and the last one are always shown");
        }
        this.zone = zone;
        this.maxFirst = most / 2;
        this.maxLast = most - maxFirst;
    }

    /** Adds the next stretch, in nanoseconds since 1970; one that touches the stretch before it goes on with the same span. */
    void add(long from, long to) {
        Stretch before = current;
        if (before != null && before.to() == from) {
            current = new Stretch(before.from(), to);
            return;
        }
        keep(before);
        current = new Stretch(from, to);
    }

    private void keep(@Nullable Stretch next) {
        if (next == null) {
            return;
        }
        if (first.size() < maxFirst) {
            first.add(next);
            return;
        }
        last.addLast(next);
        if (last.size() > maxLast) {
            last.removeFirst();
            omitted++;
        }
    }

    /** The deadline at the end of the last span. */
    Deadline deadline(boolean beyondCalendar) {
        List<Span> shown = shown();
        return new Deadline(shown.get(shown.size() - 1).to(), shown, omitted, beyondCalendar);
    }

    /** The deadline of a count that stands still and does not go on. */
    Deadline halted(boolean beyondCalendar) {
        return new Deadline(null, shown(), omitted, beyondCalendar);
    }

    private List<Span> shown() {
        keep(current);
        current = null;
        List<Span> shown = new ArrayList<>(first.size() + last.size());
        first.forEach(stretch -> shown.add(span(stretch)));
        last.forEach(stretch -> shown.add(span(stretch)));
        return shown;
    }

    private Span span(Stretch stretch) {
        return new Span(Nanos.in(zone, stretch.from()), Nanos.in(zone, stretch.to()));
    }
}
