package io.quanyi.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.NearMiss;
import io.quanyi.decision.release.RuleInfo;
import io.quanyi.facts.Granted;
import io.quanyi.source.Position;
import io.quanyi.text.Language;
import io.quanyi.text.TranslatedText;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every form of condition has words. */
class ConditionWordsTests {

    private static final RuleInfo RULE =
            new RuleInfo("R-1", TranslatedText.only("Rule"), List.of(), List.of(), false, Position.NOWHERE);

    @ParameterizedTest
    @CsvSource({
        "==, is 14",
        "!=, is not 14",
        "<, is below 14",
        "<=, is at most 14",
        ">, is above 14",
        ">=, is at least 14"
    })
    void aNumberIsHeldAgainstAnother(String operator, String said) {
        assertThat(said("leadDays " + operator + " 14", "Question.leadDays", 13))
                .isEqualTo("requires that days to the wanted start " + said + "; actually: 13");
    }

    @Test
    void idsAreCalledByTheirNames() {
        assertThat(said("id in (\"basic\", \"exclusive\")", "Plan.id", "preferred"))
                .isEqualTo("requires that plan is one of: Basic, Exclusive; actually: Preferred");
        assertThat(said("severity not in (\"normal\")", "Question.severity", "normal"))
                .isEqualTo("requires that severity is none of: Normal; actually: Normal");
    }

    @Test
    void truthIsYesOrNoAndAbsenceIsNotStated() {
        assertThat(said("certified == true", "Requester.certified", false))
                .isEqualTo("requires that requester certified is yes; actually: no");
        assertThat(said("value < 5000.5", "Amount.value", null))
                .isEqualTo("requires that amount of the contract is below 5000.5; actually: not stated");
        assertThat(said("value < 5000.5", "Amount.value", new BigDecimal("5E3")))
                .endsWith("; actually: 5000");
    }

    @Test
    void aFactThatShouldBeThereOrNotIsNamedWithoutTheServiceAskedAbout() {
        assertThat(said("Purchase(service == \"sp-data-repair\")", "Purchase", null))
                .isEqualTo("requires: separate purchase of the service");
        assertThat(said("not Opening(service == \"online-im\")", "Opening", null))
                .isEqualTo("requires no announced opening for the product");
        assertThat(said(
                        "exists ContractTerm(service == \"online-im\", effect in (\"grant\", \"quota\"))",
                        "ContractTerm",
                        null))
                .isEqualTo("requires: contract term (effect of the contract term is one of: inclusion, quota)");
        assertThat(said("FreeRemoteSupport($limit : limit)", "FreeRemoteSupport", null))
                .isEqualTo("requires: contract term on free remote supports");
    }

    @Test
    void aFieldMayHaveToBeThatOfAnotherLine() {
        assertThat(said("id == $plan", "Plan.id", "basic"))
                .isEqualTo("requires that plan is the same as in another line of the rule; actually: Basic");
    }

    @Test
    void whatIsOfNoKnownFormIsShownAsItIs() {
        assertThat(said("something else", "Opening", null)).isEqualTo("something else");
        assertThat(said("something else", "Plan.id", "basic"))
                .isEqualTo("requires that something else; actually: Basic");
    }

    @Test
    void chineseSetsNamesApartAndNotNumbers() {
        assertThat(said(Language.CHINESE, "value < 5000", "Amount.value", 58000))
                .isEqualTo("要求合同金额低于 5000；实际为 58000");
        assertThat(said(Language.CHINESE, "value < 5000", "Amount.value", null)).isEqualTo("要求合同金额低于 5000；请求未注明");
        assertThat(said(Language.CHINESE, "id == \"exclusive\"", "Plan.id", "basic"))
                .isEqualTo("要求服务计划为“尊享服务”；实际为“基础服务”");
    }

    private static String said(String words, String field, @Nullable Object value) {
        return said(Language.ENGLISH, words, field, value);
    }

    private static String said(Language language, String words, String field, @Nullable Object value) {
        ExplanationWords wording = new ExplanationWords(ShippedExplanations.release("kingdee-galaxy-public"), language);
        return new ConditionWords(wording).of(new NearMiss(RULE, words, field, value, new Granted()));
    }
}
