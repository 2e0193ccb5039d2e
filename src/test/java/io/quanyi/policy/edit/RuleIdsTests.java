package io.quanyi.policy.edit;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import io.quanyi.source.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleIdsTests {

    @Test
    void theNextNumberOfAFileIsOneThatNoVersionEverHad() {
        TinyRules rules = TinyRules.draft().with("tiny/policy/0/help.drl", "rule \"gone\" @id(T-HE-17) when");
        assertThat(new RuleIds(rules.tree(), "tiny").next("@id(T-HE-01) @id( \"T-HE-02\" )", "help"))
                .isEqualTo("T-HE-18");
    }

    @Test
    void aFileWithoutRulesBeginsASeries() {
        assertThat(new RuleIds(TinyRules.draft().tree(), "tiny").next("package tiny.more", "more"))
                .isEqualTo("T-MO-01");
    }

    @Test
    void aSeriesThatIsTakenIsNotBegunAgain() {
        RuleIds ids = new RuleIds(TinyRules.draft().tree(), "tiny");
        assertThat(ids.first("health-examination")).isEqualTo("T-HE2-01");
        assertThat(ids.first("phone-help")).isEqualTo("T-PH-01");
    }

    @Test
    void aProgrammeWithoutRulesGivesItsInitials() {
        SourceTree nothing = SourceTree.of(List.of(Written.file("readings.yaml", "")));
        assertThat(new RuleIds(nothing, "great-care").first("help")).isEqualTo("GC-HE-01");
        assertThat(new RuleIds(nothing, "x").first("y")).isEqualTo("X-Y-01");
    }
}
