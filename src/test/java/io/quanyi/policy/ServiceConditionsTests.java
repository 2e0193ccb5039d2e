package io.quanyi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that a rule fires for its services only: its condition on the service is evaluated when the rules of each service are chosen, not when a question is decided. */
class ServiceConditionsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Question(service == \"advice\") | advice | low | true",
                "Question(service == \"advice\") | repair | low | false",
                "Question(service in (\"advice\", \"repair\")) | advice | low | true",
                "Question(service in (\"advice\", \"repair\")) | repair | low | true",
                "Question(service == \"advice\", service in (\"advice\", \"repair\")) | advice | low | true",
                "Question(service == \"advice\", service in (\"advice\", \"repair\")) | repair | low | false",
                "Question(service in (\"advice\", \"repair\"), service != \"repair\") | advice | low | true",
                "Question(service in (\"advice\", \"repair\"), service != \"repair\") | repair | low | false",
                "Question(service == \"advice\") Plan(id == \"low\") | advice | low | true",
                "Question(service == \"advice\") Plan(id == \"low\") | advice | high | false",
                "Question(service == \"advice\", severity == \"normal\") | advice | low | false",
                "Question(service == \"advice\") not Purchase(service == \"repair\") | advice | low | true",
                "Question(service == \"advice\") exists Purchase(service == \"repair\") | advice | low | false"
            })
    void aRuleFiresForItsServicesUnderItsOtherConditions(String when, String service, String plan, boolean fires) {
        CompiledPolicy policy = DemoPolicy.compile(DemoPolicy.rules("advice.drl", DemoPolicy.grant("DEM-A-1", when)));
        assertThat(policy.evaluate(DemoQuestion.about(service, plan)))
                .filteredOn(finding -> finding.absent() == null)
                .hasSize(fires ? 1 : 0);
    }
}
