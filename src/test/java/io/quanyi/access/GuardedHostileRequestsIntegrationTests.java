package io.quanyi.access;

import io.quanyi.HostileCaller;
import org.junit.jupiter.api.Test;

/** The same requests by a caller who may do everything, publish too. */
class GuardedHostileRequestsIntegrationTests extends GuardedService {

    @Test
    void nothingThatAPublisherSendsIsOurFault() {
        new HostileCaller(port, 1_500, "X-API-Key: " + key("decider,reader,publisher")).call();
    }
}
