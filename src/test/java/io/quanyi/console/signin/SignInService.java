package io.quanyi.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.access.credentials.ApiKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service with a console to which people sign in, with keys and with a provider; one for all tests that want it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class SignInService {

    static final String SECRET = "a secret that replicas share of enough characters";
    static final IdentityProvider PROVIDER = new IdentityProvider();
    static final Path AUDIT = temporary();

    /** The keys by their ids. */
    static final Map<String, ApiKey> KEYS = new TreeMap<>();

    private static final Map<String, String> ROLES = Map.of(
            "reader", "reader",
            "author", "reader,author",
            "leaver", "reader",
            "mover", "reader,author",
            "decider", "decider");

    static {
        ROLES.keySet().forEach(id -> KEYS.put(id, ApiKey.make(id, new SecureRandom())));
    }

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry registry) {
        settings(ROLES).forEach((name, value) -> registry.add(name, () -> value));
        registry.add("quanyi.audit.file", () -> AUDIT);
    }

    /** The settings of a replica whose keys have some roles. */
    static Map<String, String> settings(Map<String, String> roles) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "quanyi.console.failed-sign-ins",
                "1000",
                "quanyi.console.enabled",
                "true",
                "quanyi.http.allowed-hosts",
                "127.0.0.1,console.test",
                "quanyi.console.session.secrets",
                SECRET,
                "quanyi.console.provider.client-id",
                IdentityProvider.CLIENT,
                "quanyi.console.provider.client-secret",
                IdentityProvider.SECRET,
                "quanyi.access.jwt.issuer",
                PROVIDER.issuer(),
                "quanyi.access.jwt.audience",
                "quanyi",
                "quanyi.access.jwt.jwk-set-uri",
                PROVIDER.keysUri()));
        List<String> ids = new ArrayList<>(roles.keySet());
        for (int i = 0; i < ids.size(); i++) {
            String place = "quanyi.access.keys[" + i + "].";
            settings.put(place + "id", ids.get(i));
            settings.put(
                    place + "hash", Objects.requireNonNull(KEYS.get(ids.get(i))).hash());
            settings.put(place + "roles", roles.get(ids.get(i)));
        }
        return settings;
    }

    static String key(String id) {
        return Objects.requireNonNull(KEYS.get(id), id).text();
    }

    /** A browser that has signed in with a key. */
    Browser signedIn(String id) {
        Browser browser = new Browser(port);
        assertThat(browser.signIn(key(id)).statusCode()).isEqualTo(303);
        return browser;
    }

    static List<JsonNode> audit(String action) {
        try {
            return Files.readAllLines(AUDIT).stream()
                    .map(line -> JsonMapper.shared().readTree(line))
                    .filter(line -> line.path("action").asString().equals(action))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
