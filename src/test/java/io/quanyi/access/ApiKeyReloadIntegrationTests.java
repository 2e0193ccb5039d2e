package io.quanyi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.QuanyiApplication;
import io.quanyi.RawHttp;
import io.quanyi.access.credentials.ApiKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Keys in a file of their own are added and revoked while the service runs, and sessions of a revoked key end. */
@Tag("slow")
class ApiKeyReloadIntegrationTests {

    private static final ApiKey OLD = ApiKey.make("crm", new SecureRandom());
    private static final ApiKey NEW = ApiKey.make("crm-2", new SecureRandom());
    private static final long MAX_MILLIS = 30_000;

    @TempDir
    private Path folder;

    @Test
    void aKeyIsRotatedWithoutARestart() throws Exception {
        Path file = Files.writeString(folder.resolve("keys.yaml"), keys(OLD));
        try (ConfigurableApplicationContext service = new SpringApplication(QuanyiApplication.class)
                .run("--server.port=0", "--quanyi.console.enabled=true", "--quanyi.access.keys-location=" + file)) {
            assertThat(status(service, OLD)).isEqualTo(200);
            assertThat(status(service, NEW)).isEqualTo(401);
            String session = session(service, OLD);
            assertThat(page(service, session)).startsWith("HTTP/1.1 200");

            replace(file, keys(OLD, NEW));
            await(service, NEW, 200);
            assertThat(status(service, OLD)).isEqualTo(200);

            Files.writeString(file, keys(NEW).substring(0, 60));
            await(service, "quanyi_access_keys_refused 1.0");
            assertThat(status(service, OLD)).isEqualTo(200);
            assertThat(status(service, NEW)).isEqualTo(200);

            replace(file, keys(NEW));
            await(service, OLD, 401);
            assertThat(page(service, session)).startsWith("HTTP/1.1 303").contains("why=ended");
            await(service, "quanyi_access_keys_refused 0.0");
            assertThat(status(service, NEW)).isEqualTo(200);
        }
    }

    private static void replace(Path file, String text) throws IOException {
        Path next = Files.writeString(file.resolveSibling("next"), text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void await(ConfigurableApplicationContext service, ApiKey key, int status)
            throws InterruptedException {
        long end = System.currentTimeMillis() + MAX_MILLIS;
        while (status(service, key) != status && System.currentTimeMillis() < end) {
            Thread.sleep(100);
        }
        assertThat(status(service, key)).isEqualTo(status);
    }

    private static void await(ConfigurableApplicationContext service, String metric) throws InterruptedException {
        long end = System.currentTimeMillis() + MAX_MILLIS;
        while (!get(service, "/actuator/prometheus", NEW).contains(metric) && System.currentTimeMillis() < end) {
            Thread.sleep(100);
        }
        assertThat(get(service, "/actuator/prometheus", NEW)).contains(metric);
    }

    private static int status(ConfigurableApplicationContext service, ApiKey key) {
        return Integer.parseInt(get(service, "/v1/programmes", key).split(" ", 3)[1]);
    }

    /** The cookie of somebody who signs in to the console with a key. */
    private static String session(ConfigurableApplicationContext service, ApiKey key) {
        String body = "key=" + key.text();
        String answer = RawHttp.exchange(
                port(service),
                "POST /console/sign-in HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + body.length(),
                "Connection: close",
                "",
                body);
        return answer.replaceFirst("(?s).*Set-Cookie: (quanyi-session=[^;]+);.*", "$1");
    }

    private static String page(ConfigurableApplicationContext service, String session) {
        return RawHttp.exchange(port(service), "GET /console HTTP/1.1", "Host: localhost", "Cookie: " + session);
    }

    private static int port(ConfigurableApplicationContext service) {
        return Objects.requireNonNull(service.getEnvironment().getProperty("local.server.port", Integer.class));
    }

    private static String get(ConfigurableApplicationContext service, String path, ApiKey key) {
        return RawHttp.exchange(
                port(service), "GET " + path + " HTTP/1.1", "Host: localhost", "X-API-Key: " + key.text());
    }

    private static String keys(ApiKey... keys) {
        return "quanyi:\n  access:\n    keys:\n"
                + Stream.of(keys)
                        .map(key -> "      - {id: %s, hash: '%s', roles: [decider, reader]}\n"
                                .formatted(key == OLD ? "crm" : "crm-2", key.hash()))
                        .collect(Collectors.joining());
    }
}
