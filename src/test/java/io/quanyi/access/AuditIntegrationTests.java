package io.quanyi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks that refused publications are in the audit log. */
class AuditIntegrationTests extends GuardedService {

    @ParameterizedTest
    @CsvSource({
        "/v1/programmes/tiny/releases, publish, tiny",
        "/v1/programmes/tiny/releases?dryRun=true, dry-run, tiny",
        "/v1/programmes/tiny/releases?x=1&dryRun=true&y, dry-run, tiny",
        "/v1/programmes/tiny/releases?dryRun=false, publish, tiny",
        "/v1/programmes/tiny/releases?notdryRun=true, publish, tiny",
        "/v1/programmes/tiny/rollbacks?dryRun=true, rollback, tiny",
        "/v1/refresh, refresh, "
    })
    void aRefusedAttemptIsALine(String path, String action, String programme) throws IOException {
        String id = UUID.randomUUID().toString();
        assertThat(post(path, "X-Request-ID", id, "X-API-Key", key("decider,reader"))
                        .status())
                .isEqualTo(403);
        JsonNode line = lines(id).get(0);
        assertThat(lines(id)).hasSize(1);
        assertThat(Instant.parse(line.path("at").asString())).isBeforeOrEqualTo(Instant.now());
        assertThat(line.path("principal").asString()).isEqualTo("key:decider-reader");
        assertThat(line.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(line.path("action").asString()).isEqualTo(action);
        assertThat(line.path("programme").asString("")).isEqualTo(programme == null ? "" : programme);
        assertThat(line.has("programme")).isEqualTo(programme != null);
        assertThat(line.path("outcome").asString()).isEqualTo("refused");
        assertThat(line.path("status").asInt()).isEqualTo(403);
        assertThat(line.path("code").asString()).isEqualTo("forbidden");
        assertThat(line.has("release")).isFalse();
        assertThat(line.has("digest")).isFalse();
    }

    @Test
    void theSubjectOfATokenIsNamed() throws IOException {
        String id = UUID.randomUUID().toString();
        String token = ISSUER.token(claims -> claims.subject("爱丽丝\n\"").claim("quanyi_roles", "reader"));
        post("/v1/refresh", "X-Request-ID", id, "Authorization", "Bearer " + token);
        assertThat(lines(id))
                .singleElement()
                .extracting(line -> line.path("principal").asString())
                .isEqualTo("jwt:爱丽丝\n\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wrong"})
    void anUnknownCallerIsNamedAnonymous(String key) throws IOException {
        String id = UUID.randomUUID().toString();
        Answer answer = key.isEmpty()
                ? post("/v1/refresh", "X-Request-ID", id)
                : post("/v1/refresh", "X-Request-ID", id, "X-API-Key", key);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(lines(id)).singleElement().satisfies(line -> {
            assertThat(line.path("principal").asString()).isEqualTo("anonymous");
            assertThat(line.path("status").asInt()).isEqualTo(401);
            assertThat(line.path("code").asString()).isEqualTo("unauthenticated");
        });
    }

    @Test
    void callsThatChangeNothingAreNotLogged() throws IOException {
        String id = UUID.randomUUID().toString();
        client.get("/v1/programmes/tiny/releases", "X-Request-ID", id);
        client.get("/v1/programmes", "X-Request-ID", id, "X-API-Key", key("decider"));
        client.decide(DECISION, "X-Request-ID", id);
        post("/v1/programmes/tiny/releases/1", "X-Request-ID", id);
        assertThat(lines(id)).isEmpty();
    }

    @Test
    void whoeverLooksAtTheStoreIsOnRecord() throws IOException {
        String id = UUID.randomUUID().toString();
        assertThat(post("/v1/refresh", "X-Request-ID", id, "X-API-Key", key("publisher"))
                        .status())
                .isEqualTo(200);
        assertThat(lines(id)).singleElement().satisfies(line -> {
            assertThat(line.path("principal").asString()).isEqualTo("key:publisher");
            assertThat(line.path("action").asString()).isEqualTo("refresh");
            assertThat(line.path("outcome").asString()).isEqualTo("accepted");
        });
    }

    private Answer post(String path, String... headers) {
        return client.post(path, "application/json", "{}", Stream.of(headers).toArray(String[]::new));
    }

    private static List<JsonNode> lines(String requestId) throws IOException {
        return Files.readAllLines(AUDIT).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .filter(line -> line.path("requestId").asString().equals(requestId))
                .toList();
    }
}
