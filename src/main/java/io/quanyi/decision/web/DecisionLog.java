package io.quanyi.decision.web;

import io.quanyi.decision.Decision;
import io.quanyi.decision.DecisionRequest;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** One line for each decision: enough to find it again, and nothing of what the caller told. */
@Component
class DecisionLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.quanyi.decisions");

    private final CustomerHash customers;

    DecisionLog(CustomerHash customers) {
        this.customers = customers;
    }

    void decided(DecisionRequest request, Decision decision, long nanos) {
        LOG.info(
                "decided request={} programme={} release={} service={} outcome={} micros={} customer={}",
                MDC.get("requestId"),
                decision.release().programme(),
                decision.release().number(),
                decision.service(),
                decision.outcome(),
                TimeUnit.NANOSECONDS.toMicros(nanos),
                customers.of(request.subscription().customerId()));
    }
}
