package io.quanyi.log;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the log: how many lines are written.
 *
 * @param decisions which decisions get a line
 * @param decisionsPerSecond how many of them do in a second, if only a sample does
 * @param requestLines how many other lines requests may cause in a minute, from 1
 * @param requestLinesPerCaller how many of these may come of one address, from 1
 */
@ConfigurationProperties("quanyi.log")
record LogProperties(
        @DefaultValue("sampled") Decisions decisions,
        @DefaultValue("10") int decisionsPerSecond,
        @DefaultValue("120") int requestLines,
        @DefaultValue("20") int requestLinesPerCaller) {

    /** Which decisions get a line. */
    enum Decisions {
        ALL,
        SAMPLED,
        OFF
    }

    /** Checks the bounds. */
    public LogProperties {
        requirePositive("decisions-per-second", decisionsPerSecond);
        requirePositive("request-lines", requestLines);
        requirePositive("request-lines-per-caller", requestLinesPerCaller);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("quanyi.log." + name + " must be 1 or more");
        }
    }
}
