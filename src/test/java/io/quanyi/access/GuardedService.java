package io.quanyi.access;

import io.quanyi.ApiClient;
import io.quanyi.access.credentials.ApiKey;
import io.quanyi.access.credentials.Issuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A service with keys of every sort, an issuer of tokens, and an audit file; one for all tests that want it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class GuardedService {

    static final Issuer ISSUER = new Issuer();
    static final Path AUDIT = temporary();

    /** The keys by their roles. */
    static final Map<String, ApiKey> KEYS = new TreeMap<>();

    static {
        List.of("decider", "reader", "author", "approver", "publisher", "decider,reader", "decider,reader,publisher")
                .forEach(roles -> KEYS.put(roles, ApiKey.make(idOf(roles), new SecureRandom())));
    }

    static final String DECISION = """
            { "programme": "kingdee-galaxy-public", "subscription": { "plan": "basic" },
              "question": { "service": "issue-feedback", "at": "2026-11-20T16:00:00+08:00" } }""";

    @LocalServerPort
    int port;

    ApiClient client;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry registry) {
        int i = 0;
        for (Map.Entry<String, ApiKey> entry : KEYS.entrySet()) {
            String place = "quanyi.access.keys[" + i++ + "].";
            registry.add(place + "id", () -> idOf(entry.getKey()));
            registry.add(place + "hash", () -> entry.getValue().hash());
            registry.add(place + "roles", entry::getKey);
        }
        registry.add("quanyi.access.jwt.issuer", () -> Issuer.NAME);
        registry.add("quanyi.access.jwt.audience", () -> Issuer.AUDIENCE);
        registry.add("quanyi.access.jwt.jwk-set-uri", ISSUER::keysUri);
        registry.add("quanyi.audit.file", () -> AUDIT);
    }

    @BeforeEach
    void client() {
        client = new ApiClient(port);
    }

    static String key(String roles) {
        return Objects.requireNonNull(KEYS.get(roles), roles).text();
    }

    private static String idOf(String roles) {
        return roles.replace(',', '-');
    }

    private static Path temporary() {
        try {
            Path file = Files.createTempFile("audit", ".ndjson");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
