package io.quanyi.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.checks.remark.OpenRemarks;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.TinyRules;
import io.quanyi.text.Language;
import io.quanyi.work.Cancellation;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A response that is due after the resolution of the same answer is remarked on, and no other. */
class TargetTimeOrderTests {

    private static final String RULES = "tiny/policy/1/more.drl";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    hours(8)                | hours(4)                | true
                    hours(4)                | hours(4)                | false
                    hours(3.9)              | hours(4)                | false
                    minutes(241)            | hours(4)                | true
                    workingHours(5), "desk" | workingHours(4), "desk" | true
                    workingHours(4), "desk" | workingHours(4), "desk" | false
                    workingDays(1), "desk"  | workingHours(8), "desk" | false
                    workingDays(1), "desk"  | workingHours(7), "desk" | true
                    workingHours(1), "desk" | hours(4)                | true
                    workingHours(1), "desk" | hours(720)              | false
                    hours(2)                | workingHours(1), "desk" | true
                    hours(2)                | workingHours(2), "desk" | false
                    immediate()             | hours(4)                | false
                    hours(1)                | immediate()             | true
                    immediate()             | immediate()             | false
                    """)
    void aResponseMayNotBeDueAfterTheResolution(String response, String resolution, boolean remarked) {
        List<Fault> found = found(with(rule("low", response, "Response"), rule("low", resolution, "Resolution")));
        assertThat(found).extracting(Fault::code).containsExactlyElementsOf(remarked ? List.of(CODE) : List.of());
    }

    private static final String CODE = "response-after-resolution";

    @Test
    void timesOfOneRuleAreComparedToo() {
        assertThat(found(with(rule("low", "hours(8)", "Response")
                        .replace("\nend", "\n    insert(new Resolution(hours(4)));\nend"))))
                .extracting(Fault::code)
                .containsExactly(CODE);
    }

    @Test
    void timesThatNoAnswerGivesTogetherAreNotRemarkedOn() {
        assertThat(found(with(
                        rule("low", "hours(8)", "Response").replace("\"help\"", "\"help\", delivery == \"remote\""),
                        rule("low", "hours(4)", "Resolution")
                                .replace("\"help\"", "\"help\", delivery == \"on-site\""))))
                .isEmpty();
    }

    @Test
    void aTimeThatANearerPlanReplacesIsNotRemarkedOnThere() {
        List<Fault> found = found(with(
                rule("low", "hours(8)", "Response"),
                rule("high", "hours(4)", "Resolution"),
                rule("high", "hours(2)", "Response")));
        assertThat(found).isEmpty();
    }

    @Test
    void theRemarkNamesBothRulesTheirTimesAndACustomer() {
        Fault remark = found(with(rule("low", "hours(8)", "Response"), rule("low", "hours(4)", "Resolution")))
                .get(0);
        assertThat(remark.position().file()).isEqualTo(RULES);
        assertThat(remark.message(Language.ENGLISH))
                .isEqualTo(
                        "the response is due after the resolution: rule T-MO-01 says \"Answered within 8 hours\" and "
                                + "rule T-MO-02 \"Solved within 4 hours\", and one answer gives both (for example: plan low, "
                                + "asked Mon 2026-06-01 12:00); compare the rules with the document");
        assertThat(remark.message(Language.CHINESE)).contains("规则 T-MO-01 规定“8 小时内响应”", "规则 T-MO-02 规定“4 小时内解决”");
        assertThat(OpenRemarks.judgements(List.of(remark)))
                .containsExactly("remark: response-after-resolution, about: \"T-MO-01\", "
                        + "words: [\"8 hour\", \"T-MO-02\", \"4 hour\"]");
    }

    @Test
    void aJudgedRemarkIsNotRepeatedUntilATimeChanges() {
        String judged = "judged:\n  - { remark: response-after-resolution, about: T-MO-01, "
                + "words: [\"8 hour\", \"T-MO-02\", \"4 hour\"], reason: { zh-CN: 原文如此, en: So it says } }\n";
        TinyRules accepted = with(rule("low", "hours(8)", "Response"), rule("low", "hours(4)", "Resolution"))
                .change("tiny/policy/1/clauses.yaml", "period: none\n", "period: none\n" + judged);
        assertThat(found(accepted)).isEmpty();
        assertThat(found(accepted.change(RULES, "hours(8)", "hours(9)")))
                .extracting(Fault::code)
                .containsExactly(CODE);
    }

    private static TinyRules with(String... rules) {
        StringBuilder file = new StringBuilder("""
                package tiny.more

                import io.quanyi.facts.*
                import static io.quanyi.servicetime.Target.*
                """);
        for (int i = 0; i < rules.length; i++) {
            file.append(rules[i].formatted(i + 1, i + 1));
        }
        return TinyRules.draft()
                .with(RULES, file.toString())
                .change(
                        "tiny/policy/1/help.drl",
                        "insert(new Response(workingDays(1), \"desk\"));",
                        "insert(new Granted());");
    }

    private static String rule(String plan, String time, String outcome) {
        return """

                rule "Promise %%d"
                    @id(T-MO-0%%d) @clause("二") @zh("承诺")
                when
                    Question(service == "help")
                    Plan(id == "%s")
                then
                    insert(new %s(%s));
                end
                """.formatted(plan, outcome, time);
    }

    private static List<Fault> found(TinyRules rules) {
        Faults faults = new Faults();
        ProgrammeRelease release = RulesTree.draft(
                rules.tree(), RulesTree.id(rules.tree(), "tiny", 1, "1", "2026-01-01", "2026-01-01"), faults);
        faults.throwIfAny();
        return TargetTimeOrder.open(Objects.requireNonNull(release), RulesTree.SOME_INSTANT, Cancellation.never());
    }
}
