package io.quanyi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.authzen.DecisionPointClient;
import io.quanyi.authzen.DecisionPointClient.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials at the decision points: an API key also comes as a bearer token there, and nowhere else. */
class DecisionPointCredentialsIntegrationTests extends GuardedService {

    private static final String QUESTION = """
            {"subject": {"type": "plan", "id": "basic"}, "action": {"name": "use"},
             "resource": {"type": "service", "id": "issue-feedback"}, "context": {"programme": "kingdee-galaxy-public"}}""";

    private DecisionPointClient point;

    @BeforeEach
    void point() {
        point = new DecisionPointClient(port, "");
    }

    @Test
    void aKeyMayComeAsABearerToken() {
        assertThat(point.ask("evaluation", QUESTION, "Authorization", "Bearer " + key("decider"))
                        .status())
                .isEqualTo(200);
        assertThat(point.ask("evaluation", QUESTION, "X-API-Key", key("decider"))
                        .status())
                .isEqualTo(200);
        assertThat(client.decide(DECISION, "Authorization", "Bearer " + key("decider"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aKeyIsShownOnce() {
        Answer answer = point.ask(
                "evaluation", QUESTION, "Authorization", "Bearer " + key("decider"), "X-API-Key", key("decider"));
        assertThat(answer.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer qk_decider_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "Bearer qk_",
                "Bearer other",
                "Basic YTpi"
            })
    void whoIsNotKnownIsToldWhichCredentialsThereAre(String authorization) {
        for (String endpoint :
                List.of("evaluation", "evaluations", "search/subject", "search/resource", "search/action")) {
            Answer answer = authorization.isEmpty()
                    ? point.ask(endpoint, QUESTION, "X-Request-ID", "a/b")
                    : point.ask(endpoint, QUESTION, "X-Request-ID", "a/b", "Authorization", authorization);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.refusal()).hasSize(1);
            assertThat(answer.headers().allValues("WWW-Authenticate"))
                    .anySatisfy(challenge -> assertThat(challenge).startsWith("Bearer realm=\"quanyi\""));
            assertThat(answer.header("X-Request-ID")).isEqualTo("a/b");
        }
    }

    @Test
    void aTokenOfTheIssuerIsAccepted() {
        String token = ISSUER.token(claims -> claims.claim("quanyi_roles", "decider"));
        assertThat(point.ask("evaluation", QUESTION, "Authorization", "Bearer " + token)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void onlyADeciderMayAsk() {
        for (String roles : List.of("reader", "publisher")) {
            Answer answer = new DecisionPointClient(port, "/authzen/kingdee-galaxy-public")
                    .ask("evaluation", QUESTION, "Authorization", "Bearer " + key(roles));
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.refusal()).first().asString().contains("decider");
        }
    }

    @Test
    void metadataNeedsNoCredentialsAndIsNotThereWithoutABaseUrl() {
        Answer answer = point.get("/.well-known/authzen-configuration");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.refusal()).hasSize(1);
    }
}
