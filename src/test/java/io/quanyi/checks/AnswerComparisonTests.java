package io.quanyi.checks;

import static io.quanyi.source.Written.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.checks.AnswerComparison.Mismatch;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerComparisonTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{ outcome: ENTITLED }",
                "{ entitled: true, grantedByPlan: null }",
                "{ response: { dueAt: 2026-11-23T16:00:00+08:00 } }",
                "{ response: { dueAt: 2026-11-23T16:00+08:00 } }",
                "{ response: { target: { amount: 0.5 } } }",
                "{ response: { target: { amount: 0.50 } } }",
                "{ count: 3 }",
                "{ count: 3.0 }",
                "{ reasons: [{ code: granted }, {}] }",
                "{ charges: [] }",
                "{ delivery: [remote, on-site] }"
            })
    void anAnswerMayHaveMoreThanIsExpected(String expected) {
        assertThat(differences(expected)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
                    { outcome: PAYABLE } | /outcome: expected PAYABLE, got ENTITLED
                    { entitled: yes } | /entitled: expected yes, got true
                    { grantedByPlan: basic } | /grantedByPlan: expected basic, got null
                    { outcome: null } | /outcome: expected null, got ENTITLED
                    { outcome: { code: x } } | /outcome: expected {code=x}, got ENTITLED
                    { outcom: ENTITLED } | /outcom: expected ENTITLED, got nothing
                    { response: { target: { amount: 1 } } } | /response/target/amount: expected 1, got 0.50
                    { response: { target: { amount: half } } } | /response/target/amount: expected half, got 0.50
                    { response: { dueAt: 2026-11-23T16:00:01+08:00 } } | /response/dueAt: expected 2026-11-23T16:00:01+08:00, got 2026-11-23T16:00:00+08:00
                    { response: { dueAt: 2026-11-23T08:00:00Z } } | /response/dueAt: expected 2026-11-23T08:00:00Z, got 2026-11-23T16:00:00+08:00
                    { delivery: [on-site, remote] } | /delivery/0: expected on-site, got remote
                    { reasons: [{ code: granted }] } | /reasons: expected [{code=granted}], got [{code=granted, rule=R-1}, {code=granted, rule=R-2}]
                    { delivery: remote } | /delivery: expected remote, got [remote, on-site]
                    """)
    void aDifferenceSaysWhereWhatWasExpectedAndWhatCame(String expected, String difference) {
        assertThat(differences(expected)).contains(difference);
    }

    @Test
    void everyDifferenceIsTold() {
        assertThat(differences("{ outcome: PAYABLE, count: 4, reasons: [{ rule: R-9 }, { rule: R-8 }] }"))
                .containsExactly(
                        "/outcome: expected PAYABLE, got ENTITLED",
                        "/count: expected 4, got 3",
                        "/reasons/0/rule: expected R-9, got R-1",
                        "/reasons/1/rule: expected R-8, got R-2");
    }

    @Test
    void aLongAnswerIsCut() {
        List<Mismatch> misses = AnswerComparison.mismatches(yaml("{ a: x }"), Map.of("a", "y".repeat(1000)));
        assertThat(misses).containsExactly(new Mismatch("/a", "x", "y".repeat(400) + "…", List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '`',
            value = {
                "{ response: { dueAt: 2026-11-23T16:00:00+08:00 } } | true",
                "{ quota: { to: 2026-12-31 } } | true",
                "{ a: [{ b: 2026-12-31 }] } | true",
                "{ outcome: ENTITLED, id: 2026.1 } | false",
                "{} | false"
            })
    void instantsAndDatesAreNoticed(String expected, boolean time) {
        assertThat(AnswerComparison.containsTime(yaml(expected))).isEqualTo(time);
    }

    private static List<String> differences(String expected) {
        return AnswerComparison.mismatches(yaml(expected), answer()).stream()
                .map(miss -> "%s: expected %s, got %s"
                        .formatted(miss.path(), miss.expected(), miss.actual() == null ? "nothing" : miss.actual()))
                .toList();
    }

    private static Map<String, @Nullable Object> answer() {
        Map<String, @Nullable Object> answer = new HashMap<>();
        answer.put("outcome", "ENTITLED");
        answer.put("entitled", true);
        answer.put("grantedByPlan", null);
        answer.put("count", 3);
        answer.put("charges", List.of());
        answer.put("delivery", List.of("remote", "on-site"));
        answer.put("reasons", List.of(reason("R-1"), reason("R-2")));
        answer.put(
                "response",
                Map.of("dueAt", "2026-11-23T16:00:00+08:00", "target", Map.of("amount", new BigDecimal("0.50"))));
        return answer;
    }

    private static Map<String, Object> reason(String rule) {
        Map<String, Object> reason = new LinkedHashMap<>();
        reason.put("code", "granted");
        reason.put("rule", rule);
        return reason;
    }
}
