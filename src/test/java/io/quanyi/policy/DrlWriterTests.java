package io.quanyi.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.ReleaseId;
import io.quanyi.policy.model.DrlWriter;
import io.quanyi.policy.model.Rule;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A piece of a rule is shown as its author wrote it. */
class DrlWriterTests {

    private static final SourceTree SHIPPED = SourceTree.ofFolder(Path.of("rules"));

    static List<ReleaseId> releases() {
        return RulesTree.candidates(SHIPPED);
    }

    @ParameterizedTest
    @MethodSource("releases")
    void everyLineOfEveryShippedRuleReadsAsInItsFile(ReleaseId id) {
        Faults faults = new Faults();
        CompiledPolicy policy = (CompiledPolicy)
                Objects.requireNonNull(RulesTree.draft(SHIPPED, id, faults)).policy();
        assertThat(policy.policy().rules()).isNotEmpty().allSatisfy(rule -> {
            String text = rule.text().replaceAll("\\s+", " ");
            Stream<String> lines = Stream.concat(
                    rule.patterns().stream().map(DrlWriter::of),
                    rule.insertions().stream().map(insertion -> "insert(" + DrlWriter.of(insertion) + ");"));
            assertThat(lines).allSatisfy(line -> assertThat(text).contains(line));
        });
    }

    @Test
    void everyOperatorAndQuantifierIsWrittenAsItIsRead() {
        String when = """
            Question($service : service, service == "advice", topic in ("data"), quantity >= 2)
            exists Purchase(service == $service)
            Amount(value < 10.50, value > 1, value <= 7, value != 3, currency not in ("CNY", "USD"))
            Requester(certified == true)
            """;
        Rule rule = DemoPolicy.compile(DemoPolicy.rules("advice.drl", DemoPolicy.grant("A-1", when)))
                .policy()
                .rules()
                .get(0);
        assertThat(rule.patterns())
                .extracting(DrlWriter::of)
                .isEqualTo(when.lines().toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "new Granted()",
                "new Response(workingHours(2), \"5x8\")",
                "new Response(workingDays(0.5))",
                "new Resolution(hours(100))",
                "new Quota(10, \"person-day\", \"service-year\")",
                "new ChargeShare(0.07, 0.10, \"contract-amount\", \"year\", true)"
            })
    void whatIsInsertedIsWrittenAsItIsRead(String written) {
        String rule = DemoPolicy.rule("A-1", "Question(service == \"advice\")", "insert(" + written + ");");
        Rule read = DemoPolicy.compile(DemoPolicy.rules("advice.drl", rule))
                .policy()
                .rules()
                .get(0);
        assertThat(DrlWriter.of(read.insertions().get(0))).isEqualTo(written);
    }
}
