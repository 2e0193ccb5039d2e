package io.quanyi.decision.web;

import io.quanyi.decision.advice.CustomerAlternatives;
import io.quanyi.decision.advice.Sheet;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.log.LineLimit;
import io.quanyi.log.LogProperties;
import io.quanyi.log.LogProperties.Decisions;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * The log of decisions: a line for each decision, sheet or search, or for a number of them in each second, without facts that the caller
 * stated. A line says how many were left out since the one before.
 */
@Component
class DecisionLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.quanyi.decisions");

    private final CustomerHash customers;
    private final Decisions which;
    private final LineLimit sample;

    DecisionLog(CustomerHash customers, LogProperties properties, Clock clock) {
        this.customers = customers;
        this.which = properties.decisions();
        this.sample = new LineLimit(properties.decisionsPerSecond(), Duration.ofSeconds(1), clock);
    }

    void decided(DecisionRequest request, Decision decision, long nanos) {
        if (admits()) {
            LOG.info(
                    "decided request={} programme={} release={} service={} outcome={} micros={} customer={} omitted={}",
                    MDC.get("requestId"),
                    decision.release().programme(),
                    decision.release().number(),
                    decision.service(),
                    decision.outcome(),
                    TimeUnit.NANOSECONDS.toMicros(nanos),
                    customers.of(request.subscription().customerId()),
                    sample.takeOmitted());
        }
    }

    void listed(DecisionRequest request, Sheet sheet, long nanos) {
        if (admits()) {
            LOG.info(
                    "listed request={} programme={} release={} services={} micros={} customer={} omitted={}",
                    MDC.get("requestId"),
                    sheet.release().programme(),
                    sheet.release().number(),
                    sheet.entries().size(),
                    TimeUnit.NANOSECONDS.toMicros(nanos),
                    customers.of(request.subscription().customerId()),
                    sample.takeOmitted());
        }
    }

    void searched(DecisionRequest request, ReleaseId release, CustomerAlternatives found, long nanos) {
        if (admits()) {
            LOG.info(
                    "searched request={} programme={} release={} service={} found={} complete={} micros={} customer={}"
                            + " omitted={}",
                    MDC.get("requestId"),
                    release.programme(),
                    release.number(),
                    request.question().service(),
                    found.changes().size(),
                    found.complete(),
                    TimeUnit.NANOSECONDS.toMicros(nanos),
                    customers.of(request.subscription().customerId()),
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
