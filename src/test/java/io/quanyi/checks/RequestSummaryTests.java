package io.quanyi.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.request.DecisionRequest;
import io.quanyi.source.Faults;
import io.quanyi.source.RecordBinder;
import io.quanyi.text.Language;
import io.quanyi.text.TranslatedText;
import io.quanyi.wire.JsonReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A request in a few words is set as its language is. */
class RequestSummaryTests {

    @Test
    void aValueStandsBehindItsNameAndSeveralThingsInBrackets() {
        TranslatedText words = RequestSummary.of(request("""
                { "programme": "p", "subscription": { "plan": "basic", "specialServices": ["a", "b"],
                  "usage": [{ "service": "a", "date": "2026-01-02" }, { "service": "b", "date": "2026-01-03" }] }, "question": { "service": "a" } }
                """));
        assertThat(words.in(Language.CHINESE))
                .isEqualTo("服务计划 basic、已购专项服务（a；b）、已使用情况（服务 a、使用日期 2026-01-02；服务 b、使用日期 2026-01-03）");
        assertThat(words.in(Language.ENGLISH))
                .endsWith(
                        " (a; b), use so far (service a, day of the use 2026-01-02; service b, day of the use 2026-01-03)");
    }

    @Test
    void chineseBracketsWithinBracketsAreOtherOnes() {
        TranslatedText words = RequestSummary.of(request("""
                { "programme": "p", "subscription": { "plan": "basic", "contract": { "terms":
                  [{ "service": "a", "effect": "respond-within", "target": { "amount": 4, "unit": "hour" } }] } }, "question": { "service": "a" } }
                """));
        assertThat(words.in(Language.CHINESE))
                .isEqualTo("服务计划 basic、合同（合同约定〔服务 a、约定类型 respond-within、约定时限（时限数量 4、时限单位 hour）〕）");
    }

    private static DecisionRequest request(String json) {
        return new RecordBinder(new Faults())
                .require(JsonReader.read(json.getBytes(StandardCharsets.UTF_8)), DecisionRequest.class);
    }
}
