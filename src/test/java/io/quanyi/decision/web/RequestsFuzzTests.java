package io.quanyi.decision.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.quanyi.decision.CheckedQuestion;
import io.quanyi.decision.advice.Decider;
import io.quanyi.decision.answer.Decision;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.decision.request.RequestRefused;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Fuzzed;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import io.quanyi.text.Language;
import io.quanyi.wire.JsonReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies of requests: each is decided or refused in words, whatever its bytes are. */
class RequestsFuzzTests {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final ProgrammeRelease RELEASE = release();
    private static final Path EXAMPLES =
            Path.of("src", "main", "resources", "io", "quanyi", "web", "description", "examples");

    private static final String FULL = """
            {
              "programme": "tiny",
              "release": 1,
              "knownAt": "2026-11-20T16:00:00+08:00",
              "subscription": {
                "customerId": "C-1",
                "plan": "high",
                "product": "东西",
                "deployment": "public-cloud",
                "usageRegion": "CN",
                "customerTimeZone": "Asia/Shanghai",
                "servedBy": "headquarters",
                "serviceStart": "2026-01-01",
                "serviceEnd": "2026-12-31",
                "serviceRenewed": false,
                "purchasedOn": "2025-12-01",
                "contract": {
                  "signedOn": "2025-12-01",
                  "amount": 5000.00,
                  "currency": "CNY",
                  "terms": [
                    {
                      "service": "help",
                      "effect": "respond-within",
                      "target": { "amount": 2, "unit": "working-hour" },
                      "window": "desk"
                    },
                    { "service": "help", "effect": "quota", "limit": 2, "unit": "time", "per": "year" }
                  ]
                },
                "firstPurchase": { "serviceStart": "2025-01-01", "serviceEnd": "2025-12-31" },
                "specialServices": ["sp-more"],
                "usage": [{ "service": "help", "date": "2026-11-01", "times": 1 }],
                "environmentReady": true
              },
              "question": {
                "service": "help",
                "at": "2026-11-20T16:00:00+08:00",
                "channel": "phone",
                "quantity": 1,
                "personDays": 0.5,
                "delivery": "remote",
                "requestedStart": "2026-11-27",
                "requester": { "certified": true }
              }
            }
            """;

    private static final String SHORT = """
            {"programme": "tiny", "subscription": {"plan": "low"}, "question": {"service": "%s"}}
            """;

    static Stream<byte[]> seeds() {
        Stream<String> requests = Stream.of(FULL, SHORT.formatted("help"), SHORT.formatted("sp-more"));
        return Stream.concat(
                requests.map(text -> text.getBytes(StandardCharsets.UTF_8)), Fuzzed.files(EXAMPLES, ".json"));
    }

    @MethodSource("seeds")
    @DictionaryFile(resourcePath = "requests.dict")
    @FuzzTest(maxDuration = "10s")
    void everyBodyIsDecidedOrRefused(byte[] body) {
        Fuzzed.soon(() -> {
            try {
                DecisionRequest request =
                        new RecordBinder(new Faults()).require(JsonReader.read(body), DecisionRequest.class);
                Decision decision = Decider.decide(CheckedQuestion.of(request, RELEASE, request.instant(NOW)));
                assertThat(decision.outcome()).isNotNull();
            } catch (FaultsFound e) {
                assertReadable(e.faults());
            } catch (RequestRefused e) {
                assertReadable(e.faults());
            }
        });
    }

    private static void assertReadable(List<Fault> faults) {
        assertThat(faults).isNotEmpty();
        for (Fault fault : faults) {
            for (Language language : Language.values()) {
                assertThat(fault.describe(language)).isNotBlank().doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}]");
            }
        }
    }

    private static ProgrammeRelease release() {
        SourceTree tree = TinyRules.draft().tree();
        Faults faults = new Faults();
        ProgrammeRelease release =
                RulesTree.draft(tree, RulesTree.candidates(tree).get(0), faults);
        faults.throwIfAny();
        return Objects.requireNonNull(release);
    }
}
