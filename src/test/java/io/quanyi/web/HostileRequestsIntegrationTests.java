package io.quanyi.web;

import io.quanyi.HostileCaller;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests made to break something: each is answered or refused in words, and none floods the log. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class HostileRequestsIntegrationTests {

    @LocalServerPort
    private int port;

    @Test
    void nothingThatACallerSendsIsOurFault() {
        new HostileCaller(port, 4_000).call();
    }
}
