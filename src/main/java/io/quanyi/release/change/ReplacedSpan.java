package io.quanyi.release.change;

import io.quanyi.release.LedgerEntry;
import io.quanyi.release.Timeline;
import io.quanyi.release.Timeline.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span of time in which a new release is in force instead of another.
 *
 * @param from its first instant; null for no lower bound
 * @param to the first instant after it; null for no upper bound
 * @param instead the entry of the replaced release; null if none was in force
 */
public record ReplacedSpan(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable LedgerEntry instead) {

    /** The spans in which an entry replaces other releases. */
    public static List<ReplacedSpan> by(LedgerEntry entry, Timeline without, Timeline with) {
        List<ReplacedSpan> replaced = new ArrayList<>();
        for (Span span : with.spans()) {
            if (span.entry().equals(entry)) {
                replaced.addAll(in(span, without.spans()));
            }
        }
        return replaced;
    }

    private static List<ReplacedSpan> in(Span span, List<Span> before) {
        List<ReplacedSpan> replaced = new ArrayList<>();
        Instant reached = start(span);
        for (Span other : before) {
            Instant from = later(start(other), start(span));
            Instant to = earlier(end(other), end(span));
            if (from.isBefore(to)) {
                if (reached.isBefore(from)) {
                    replaced.add(of(reached, from, null));
                }
                replaced.add(of(from, to, other.entry()));
                reached = to;
            }
        }
        if (reached.isBefore(end(span))) {
            replaced.add(of(reached, end(span), null));
        }
        return replaced;
    }

    private static ReplacedSpan of(Instant from, Instant to, @Nullable LedgerEntry instead) {
        return new ReplacedSpan(from.equals(Instant.MIN) ? null : from, to.equals(Instant.MAX) ? null : to, instead);
    }

    private static Instant start(Span span) {
        return span.from() == null ? Instant.MIN : span.from();
    }

    private static Instant end(Span span) {
        return span.to() == null ? Instant.MAX : span.to();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
