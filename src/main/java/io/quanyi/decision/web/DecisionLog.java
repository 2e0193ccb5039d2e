package io.quanyi.decision.web;

import io.quanyi.decision.Alternatives;
import io.quanyi.decision.Decision;
import io.quanyi.decision.DecisionRequest;
import io.quanyi.decision.ReleaseId;
import io.quanyi.decision.Sheet;
import io.quanyi.decision.SheetRequest;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** One line for each decision, sheet or search: enough to find it again, and nothing of what the caller told. */
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

    void listed(SheetRequest request, Sheet sheet, long nanos) {
        LOG.info(
                "listed request={} programme={} release={} services={} micros={} customer={}",
                MDC.get("requestId"),
                sheet.release().programme(),
                sheet.release().number(),
                sheet.entries().size(),
                TimeUnit.NANOSECONDS.toMicros(nanos),
                customers.of(request.subscription().customerId()));
    }

    void searched(DecisionRequest request, ReleaseId release, Alternatives found, long nanos) {
        LOG.info(
                "searched request={} programme={} release={} service={} found={} complete={} micros={} customer={}",
                MDC.get("requestId"),
                release.programme(),
                release.number(),
                request.question().service(),
                found.changes().size(),
                found.complete(),
                TimeUnit.NANOSECONDS.toMicros(nanos),
                customers.of(request.subscription().customerId()));
    }
}
