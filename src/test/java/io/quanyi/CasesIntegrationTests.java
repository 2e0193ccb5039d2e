package io.quanyi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient.Answer;
import io.quanyi.checks.Case;
import io.quanyi.checks.CaseFile;
import io.quanyi.checks.Expectation;
import io.quanyi.checks.ReleaseCheck;
import io.quanyi.decision.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** Every case of every programme, sent over HTTP: the same answers as in process. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class CasesIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @LocalServerPort
    private int port;

    private ApiClient client;

    @BeforeEach
    void client() {
        client = new ApiClient(port);
    }

    static Stream<CaseFile> files() {
        SourceTree rules = SourceTree.ofFolder(Path.of("rules"));
        Faults faults = new Faults();
        List<CaseFile> files = RulesTree.candidates(rules).stream()
                .flatMap(id -> files(rules, id, faults))
                .toList();
        faults.throwIfAny();
        return files.stream();
    }

    private static Stream<CaseFile> files(SourceTree rules, ReleaseId id, Faults faults) {
        return ReleaseCheck.cases(id.programme(), RulesTree.policyFiles(rules, id), faults).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aCaseComesOutOverHttpAsItDoesInProcess(CaseFile file) {
        for (Case asked : file.cases()) {
            Answer answer = client.decide(JsonOfCase.write(asked.request()), "Accept-Language", "en");
            Object got = JSON.readValue(answer.text(), Object.class);
            Object told = answer.status() == 200 ? got : Map.of("problem", problem(got));
            assertThat(Expectation.differences(asked.expect(), told))
                    .as("%s: %s", asked.position(), asked.name())
                    .isEmpty();
        }
    }

    /** What a case may expect of a problem. */
    private static Object problem(@Nullable Object body) {
        return body == null ? Map.of() : body;
    }
}
