package io.quanyi.checks.remark;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import io.quanyi.text.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A unit of a quote that all rules on it contradict is remarked on; one that a rule has, or that cannot be told, is not. */
class QuotedUnitsTests {

    @Test
    void theRulesThatAreShippedHaveTheUnitsOfTheirClauses() {
        SourceTree shipped = SourceTree.ofFolder(Path.of("rules"));
        for (ReleaseId id : RulesTree.candidates(shipped)) {
            assertThat(remarks(shipped, id)).as("%s", id).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 个工作日内答复           | new Response(workingDays(1), \"desk\")  | ''",
                "1 个工作日内答复           | new Response(workingHours(1), \"desk\") | 1 个工作日",
                "Within 1 working day       | new Response(hours(1))                | 1 working day",
                "1 小时内答复               | new Response(workingDays(1), \"desk\")  | 1 小时",
                "1 小时内答复               | new Response(workingHours(1), \"desk\") | ''",
                "1 工作小时内答复           | new Response(hours(1))                | 1 工作小时",
                "1 个工作日内解决           | new Resolution(hours(1))              | 1 个工作日",
                "4 工作小时或 1 工作日      | new Response(workingHours(4), \"desk\") | ''",
                "7×24 小时，随时答复        | new Response(workingDays(1), \"desk\")  | ''",
                "1 个工作日内答复           | new Response(immediate())             | ''",
                "1 个工作日内答复           | new Granted()                         | ''",
                "现场服务                   | new Delivery(\"remote\")                | 现场",
                "上门服务                   | new Delivery(\"on-site\")               | ''",
                "非现场服务                 | new Delivery(\"on-site\")               | 非现场",
                "远程服务                   | new Delivery(\"on-site\")               | 远程",
                "Remote, not on-site        | new Delivery(\"on-site\")               | Remote",
                "远程或现场                 | new Delivery(\"on-site\")               | ''",
                "每年 2 次                  | new Quota(2, \"person-day\", \"service-year\") | 2 次",
                "每年两人天                 | new Quota(2, \"time\", \"service-year\")  | 两人天",
                "每年 2 次，每次 2 人天     | new Quota(2, \"time\", \"service-year\")  | ''",
            })
    void aUnitThatAllRulesContradictIsRemarkedOn(String quote, String outcome, String said) {
        SourceTree tree = TinyRules.draft()
                .change("tiny/policy/1/clauses.yaml", "quote: 1 个工作日内答复", "quote: '" + quote + "'")
                .change("tiny/policy/1/help.drl", "new Response(workingDays(1), \"desk\")", outcome)
                .tree();
        List<Fault> remarks = remarks(tree, RulesTree.id(tree, "tiny", 1, "1", "2026-01-01", "2026-01-01"));
        assertThat(remarks).hasSize(said.isEmpty() ? 0 : 1).allSatisfy(remark -> {
            assertThat(remark.code()).isEqualTo("quoted-unit-differs");
            assertThat(remark.position().file()).isEqualTo("tiny/policy/1/help.drl");
            assertThat(remark.message(Language.ENGLISH)).contains("T-HE-02", said);
            assertThat(remark.message(Language.CHINESE)).contains("T-HE-02", said);
        });
    }

    private static List<Fault> remarks(SourceTree tree, ReleaseId id) {
        Faults faults = new Faults();
        ProgrammeRelease release = RulesTree.draft(tree, id, faults);
        faults.throwIfAny();
        Faults remarks = new Faults();
        QuotedUnits.check(Objects.requireNonNull(release), remarks);
        return remarks.sorted();
    }
}
