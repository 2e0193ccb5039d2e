package io.quanyi.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.TinyRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the complete check of a release copes with the largest and the finest numbers in rules. */
class LargestNumbersTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert(new Quota(100000, \"time\", \"service-year\"));",
                "insert(new Quota(99999.99, \"time\", \"contract\"));",
                "insert(new Quota(0.01, \"time\", \"contract\"));",
                "insert(new Quota(100000, \"person-day\", \"service-year\"));",
                "insert(new Quota(99999.99, \"person-day\", \"contract\"));",
                "insert(new EachLimit(100000, \"person-day\"));",
                "insert(new GroupLimit(100000));",
                "insert(new LeadTime(36500));",
                "insert(new Charge(0, 1000000000, \"CNY\", \"year\", true));",
                "insert(new Charge(999999999.9999, \"CNY\", \"year\", true));",
                "insert(new ChargeShare(0.000001, 10, \"contract-amount\", \"year\", true));",
                "insert(new Response(workingDays(2000), \"desk\"));",
                "insert(new Resolution(hours(10000)));"
            })
    void ofWhatARuleSays(String insertion) {
        assertThatItIsChecked("", insertion);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Question(service == \"help\", quantity >= 100000)",
                "Question(service == \"help\", personDays >= 100000)",
                "Question(service == \"help\", personDays > 99999.99)",
                "Question(service == \"help\", leadDays > 36500)",
                "Question(service == \"help\") Period(year >= 100)",
                "Question(service == \"help\") FirstTerm(year >= 100)",
                "Question(service == \"help\") Amount(value >= 1000000000000, currency == \"CNY\")",
                "Question(service == \"help\") Amount(value < 0.0001, currency == \"CNY\")",
                "Question(service == \"help\") FreeRemoteSupport(limit >= 100000)"
            })
    void ofWhatARuleAsks(String condition) {
        assertThatItIsChecked(condition, "insert(new Condition(\"by-agreement\"));");
    }

    private static void assertThatItIsChecked(String condition, String insertion) {
        String when = condition.isEmpty() ? "Question(service == \"help\")" : condition;
        TinyRules rules = TinyRules.draft().with("tiny/policy/1/most.drl", """
                package tiny.most

                import io.quanyi.facts.*
                import static io.quanyi.servicetime.Target.*

                rule "Help has a largest number"
                    @id(T-MO-01) @clause("一 帮助")
                when
                    %s
                    Plan(id == "low")
                then
                    %s
                end
                """.formatted(when, insertion));
        Faults faults = new Faults();
        ReleaseId draft = RulesTree.candidates(rules.tree()).get(0);
        assertThat(CheckedRelease.of(rules.tree(), draft, CheckScope.answers(), faults))
                .isNotNull();
        assertThat(faults.sorted())
                .extracting(Fault::code)
                .contains("rule-without-case")
                .doesNotContain("question-fails", "number-out-of-range", "number-too-fine");
    }
}
