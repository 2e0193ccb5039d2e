package io.quanyi.web.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The first step of a shutdown: readiness turns to refusing, and for a while the service goes on answering and closes each connection with
 * its answer, so that callers go elsewhere. Then it closes the port, and answers what came before.
 */
@Component
class ShutdownDrain implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ShutdownDrain.class);

    /** How long connections that have been taken may stay silent once the port is closed. */
    private static final Duration LAST = Duration.ofSeconds(1);

    private static final long LOOK_MILLIS = 20;

    private final ApplicationContext context;
    private final Duration drain;
    private final List<ServerConnections.Protocol> ports = new CopyOnWriteArrayList<>();
    private volatile boolean running;
    private volatile boolean draining;

    ShutdownDrain(ApplicationContext context, LoadProperties load) {
        this.context = context;
        this.drain = load.drain();
    }

    /** A port to close at the end. */
    void add(ServerConnections.Protocol port) {
        ports.add(port);
    }

    boolean isDraining() {
        return draining;
    }

    /** Turns readiness back on if the service was stopped and is started again. */
    @Override
    public void start() {
        running = true;
        if (draining) {
            draining = false;
            AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
        }
    }

    /** Before anything else stops: the phase is the last. */
    @Override
    public void stop() {
        running = false;
        draining = true;
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        if (!drain.isZero()) {
            LOG.info("answering for another {} s", drain.toSeconds());
            wait(drain, false);
            ports.forEach(ServerConnections.Protocol::closePort);
            wait(LAST, true);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void wait(Duration most, boolean untilAllAreClosed) {
        long end = System.nanoTime() + most.toNanos();
        try {
            while (System.nanoTime() < end
                    && !(untilAllAreClosed && ports.stream().allMatch(port -> port.open() == 0))) {
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
