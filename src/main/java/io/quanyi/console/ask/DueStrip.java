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

    /** The bars of the strip, from the left; none if nothing was counted. */
    static List<Map<String, Object>> of(ClockLine clock) {
        long all = clock.stretches().stream().mapToLong(StretchLine::seconds).sum();
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
