package io.quanyi.authzen.web;

import io.quanyi.authzen.ConformanceProgramme;
import io.quanyi.authzen.DecisionPointClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A service with the programme of the conformance scenario, and with a programme of entitlements whose subscriptions it knows; one for all tests
 * that want it.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "quanyi.rules=" + ConformanceProgramme.RULES,
            "quanyi.authzen.base-url=https://pdp.example.com",
            "quanyi.http.max-batch=20"
        })
@Import(ConformanceProgramme.class)
abstract class StartedDecisionPoints {

    static final String USERS = "/authzen/authzen-conformance";
    static final String CUSTOMERS = "/authzen/acme-care";
    static final int MAX_BATCH = 20;

    @LocalServerPort
    int port;

    DecisionPointClient users;
    DecisionPointClient customers;
    DecisionPointClient root;

    @DynamicPropertySource
    static void directory(DynamicPropertyRegistry registry) {
        registry.add("quanyi.authzen.subscriptions.acme-care", StartedDecisionPoints::subscriptions);
    }

    private static Path subscriptions() {
        try {
            Path file = Files.createTempFile("customers", ".ndjson");
            file.toFile().deleteOnExit();
            return Files.writeString(file, """
                    {"customerId": "C-1", "plan": "silver", "serviceStart": "2026-01-01", "serviceEnd": "2026-12-31"}

                    {"customerId": "C-2", "plan": "gold", "serviceStart": "2026-01-01", "serviceEnd": "2026-12-31"}
                    {"customerId": "C-3", "plan": "gold", "serviceStart": "2020-01-01", "serviceEnd": "2020-12-31"}
                    {"customerId": "C-4", "plan": "silver", "serviceStart": "2026-01-01", "serviceEnd": "2026-12-31"}
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void clients() {
        users = new DecisionPointClient(port, USERS);
        customers = new DecisionPointClient(port, CUSTOMERS);
        root = new DecisionPointClient(port, "");
    }
}
