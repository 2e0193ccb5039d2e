package io.quanyi.decision.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.request.RequestRefused;
import io.quanyi.decision.request.RequestRefused.Stage;
import io.quanyi.source.Fault;
import io.quanyi.text.Language;
import io.quanyi.wire.Problem;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalProblemTests {

    @ParameterizedTest
    @CsvSource({
        "MALFORMED, 400, malformed",
        "UNKNOWN_IDS, 422, unknown-programme",
        "NO_RELEASE, 422, no-release-in-force",
        "CONTRADICTORY, 422, contradictory-facts",
        "MISSING, 422, missing-fact"
    })
    void aStageHasItsStatusAndCode(Stage stage, int status, String code) {
        RequestRefused refused =
                new RequestRefused(stage, List.of(Fault.at("/programme", "unknown-programme", "huge")));
        Problem problem = RefusalProblem.of(refused, Language.ENGLISH);
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.code()).isEqualTo(code);
    }
}
