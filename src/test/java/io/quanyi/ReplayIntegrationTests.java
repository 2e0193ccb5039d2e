package io.quanyi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.ApiClient.Answer;
import io.quanyi.checks.AnswerComparison;
import io.quanyi.checks.Case;
import io.quanyi.checks.CaseFile;
import io.quanyi.checks.ReleaseCheck;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.LedgerEntry;
import io.quanyi.release.RulesTree;
import io.quanyi.release.Timeline;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every case of every release that was ever shipped, sent over HTTP and pinned to its release: the answer that the case expects, and
 * the core that it had when the release was shipped. A core that is another is a wrong answer to somebody, and no reason to write
 * the file anew: {@code -Dreplay.write=true} writes only those that are not there yet.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ReplayIntegrationTests {

    private static final Path FOLDER = Path.of("src/test/resources/io/quanyi/replay");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final SourceTree RULES = SourceTree.ofFolder(Path.of("rules"));

    @LocalServerPort
    private int port;

    static Stream<ReleaseId> shipped() {
        List<ReleaseId> shipped = new ArrayList<>();
        for (Timeline timeline : RulesTree.load(RULES).timelines()) {
            for (LedgerEntry entry : timeline.entries()) {
                shipped.add(entry.id(timeline.programme().id()));
            }
        }
        return shipped.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void aReleaseAnswersForEverAsItDidWhenItWasShipped(ReleaseId id) throws IOException {
        ApiClient client = new ApiClient(port);
        List<String> lines = new ArrayList<>(List.of(id.digest()));
        for (CaseFile file : ReleaseCheck.cases(id.programme(), RulesTree.policyFiles(RULES, id), new Faults())) {
            for (Case asked : file.cases()) {
                if (asked.openings() != null && !asked.openings().isEmpty()) {
                    continue; // It supposes another catalogue, which the checks put in its place, and no service has
                }
                Answer answer = client.decide(pinned(asked, id.number()), "Accept-Language", "en");
                assertThat(AnswerComparison.mismatches(asked.expect(), told(answer)))
                        .as("%s: %s", asked.position(), asked.name())
                        .isEmpty();
                String core = answer.status() == 200 ? answer.header("Quanyi-Core") : answer.code();
                lines.add(core + " " + asked.position().file() + " " + asked.name());
            }
        }
        Path golden = FOLDER.resolve(id.programme() + "-" + id.number() + ".txt");
        if (Boolean.getBoolean("replay.write") && !Files.exists(golden)) {
            Files.createDirectories(FOLDER);
            Files.write(golden, lines);
        }
        assertThat(lines).isEqualTo(Files.readAllLines(golden));
    }

    /** A case that pins a release itself is about that. */
    private static String pinned(Case asked, int number) {
        String request = JsonOfCase.write(asked.request());
        return request.contains("\"release\":") ? request : request.replaceFirst("\\{", "{\"release\":" + number + ",");
    }

    private static Object told(Answer answer) {
        Object got = JSON.readValue(answer.text(), Object.class);
        return answer.status() == 200 ? got : Map.of("problem", problem(got));
    }

    /** The members of a problem that a case may expect. */
    private static Object problem(@Nullable Object body) {
        return body == null ? Map.of() : body;
    }
}
