package io.quanyi.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.Marker;

/**
 * Limits how many log lines requests cause in a minute, those of the server and of libraries included: for each caller and in all. The logs
 * of decisions and of publications have limits of their own.
 */
public final class RequestLogLimit extends TurboFilter {

    /** The key of the logging context under which the address of a request stands. */
    public static final String CALLER = "caller";

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final int MAX_CALLERS = 1000;
    private static final String SERVER = "org.apache.";
    private static final Set<String> RECORDS = Set.of("io.quanyi.decisions", "io.quanyi.audit");

    private final Clock clock;
    private final int maxPerCaller;
    private final LineLimit all;
    private long omittedOfOne;

    /** By address; one that is forgotten begins anew, which the limit of all lines bounds. */
    private final Map<String, LineLimit> callers = new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, LineLimit> eldest) {
            return size() > MAX_CALLERS;
        }
    };

    RequestLogLimit(LogProperties properties, Clock clock) {
        this.clock = clock;
        this.maxPerCaller = properties.requestLinesPerCaller();
        this.all = new LineLimit(properties.requestLines(), PERIOD, clock);
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        // A call without a text only asks whether the level is logged
        boolean written = format != null && level.isGreaterOrEqual(logger.getEffectiveLevel());
        if (!written || RECORDS.contains(logger.getName())) {
            return FilterReply.NEUTRAL;
        }
        String caller = MDC.get(CALLER);
        boolean ofARequest = caller != null || logger.getName().startsWith(SERVER);
        return !ofARequest || admits(caller) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }

    private synchronized boolean admits(@Nullable String caller) {
        if (caller != null && !limitOf(caller).admits()) {
            omittedOfOne++;
            return false;
        }
        return all.admits();
    }

    private LineLimit limitOf(String caller) {
        return callers.computeIfAbsent(caller, any -> new LineLimit(maxPerCaller, PERIOD, clock));
    }

    /** How many lines were left out since this was last asked. */
    synchronized long takeOmitted() {
        long omitted = omittedOfOne + all.takeOmitted();
        omittedOfOne = 0;
        return omitted;
    }
}
