package io.quanyi.console.ask;

import io.quanyi.explain.ExplanationReport.ClockLine;
import io.quanyi.explain.ExplanationReport.StretchLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The stretches of time of a clock as a strip: a bar of {@value #WIDTH} units in which each stretch is as wide as it is long, and the counted
 * ones are filled.
 */
final class DueStrip {

    private static final int WIDTH = 1000;

    private DueStrip() {}

    /** The length of all stretches, in seconds. */
    static long seconds(ClockLine clock) {
        return clock.stretches().stream().mapToLong(StretchLine::seconds).sum();
    }

    /** The bars of the whole strip, from the left; none if nothing was counted. */
    static List<Map<String, Object>> of(ClockLine clock) {
        return of(clock, seconds(clock));
    }

    /**
     * The bars of a strip whose whole width is a number of seconds, so that strips can be compared.
     *
     * @param all as many seconds as the clock has, or more
     */
    static List<Map<String, Object>> of(ClockLine clock, long all) {
        List<Map<String, Object>> bars = new ArrayList<>();
        long before = 0;
        for (StretchLine stretch : clock.stretches()) {
            long from = before * WIDTH / all;
            before += stretch.seconds();
            bars.add(Map.of(
                    "x",
                    from,
                    "width",
                    Math.max(1, before * WIDTH / all - from),
                    "kind",
                    stretch.counted() ? "counted" : "skipped"));
        }
        return bars;
    }
}
