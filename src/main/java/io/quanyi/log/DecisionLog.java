package io.quanyi.log;

import io.quanyi.log.LogProperties.Decisions;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * The log of decisions: a line for each decision, sheet or search, or for a number of them in each second, without facts that the caller
 * stated. A line says how many were left out since the one before. Metrics count all decisions and refusals.
 */
@Component
public class DecisionLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.quanyi.decisions");

    /**
     * The release that answered, and the customer.
     *
     * @param programme the id of the programme
     * @param release the number of the release
     * @param customerId the caller's id of the customer, of which a line has a hash; null if the request has none
     */
    public record Answered(
            String programme, int release, @Nullable String customerId) {}

    private final CustomerHash customers;
    private final Decisions which;
    private final LineLimit sample;
    private final DecisionMetrics metrics;
    private final DecisionSpans spans;

    DecisionLog(
            CustomerHash customers,
            LogProperties properties,
            Clock clock,
            DecisionMetrics metrics,
            DecisionSpans spans) {
        this.metrics = metrics;
        this.spans = spans;
        this.customers = customers;
        this.which = properties.decisions();
        this.sample = new LineLimit(properties.decisionsPerSecond(), Duration.ofSeconds(1), clock);
    }

    /** One question was decided. */
    public void decided(Answered answered, String service, String outcome, long nanos) {
        metrics.decided(answered.programme(), service, outcome, nanos);
        spans.decided(answered, service, outcome, nanos);
        if (admits()) {
            LOG.info(
                    "decided request={} programme={} release={} service={} outcome={} micros={} customer={} omitted={}",
                    MDC.get("requestId"),
                    answered.programme(),
                    answered.release(),
                    service,
                    outcome,
                    TimeUnit.NANOSECONDS.toMicros(nanos),
                    customers.of(answered.customerId()),
                    sample.takeOmitted());
        }
    }

    /** A request was refused, with the code of a problem. There is no line: the answer names every fault. */
    public void refused(String code) {
        metrics.refused(code);
    }

    /** Several services were decided for one customer. */
    public void listed(Answered answered, int services, long nanos) {
        if (admits()) {
            LOG.info(
                    "listed request={} programme={} release={} services={} micros={} customer={} omitted={}",
                    MDC.get("requestId"),
                    answered.programme(),
                    answered.release(),
                    services,
                    TimeUnit.NANOSECONDS.toMicros(nanos),
                    customers.of(answered.customerId()),
                    sample.takeOmitted());
        }
    }

    /** Changes were searched for after which a service is granted. */
    public void searched(Answered answered, String service, int found, boolean complete, long nanos) {
        if (admits()) {
            LOG.info(
                    "searched request={} programme={} release={} service={} found={} complete={} micros={} customer={}"
                            + " omitted={}",
                    MDC.get("requestId"),
                    answered.programme(),
                    answered.release(),
                    service,
                    found,
                    complete,
                    TimeUnit.NANOSECONDS.toMicros(nanos),
                    customers.of(answered.customerId()),
                    sample.takeOmitted());
        }
    }

    private boolean admits() {
        return LOG.isInfoEnabled()
                && switch (which) {
                    case ALL -> true;
                    case SAMPLED -> sample.admits();
                    case OFF -> false;
                };
    }
}
