package io.quanyi.checks;

import static io.quanyi.source.Written.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.SourceTree;
import io.quanyi.source.TinyRules;
import io.quanyi.text.Language;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleCheckTests {

    private static final String HELP = "tiny/policy/1/help.drl";
    private static final String CASES = "tiny/policy/1/help.cases.yaml";

    private final TinyRules rules = TinyRules.draft();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is given in low",
                "it is given in low",
                "That low has help",
                "Who asks is helped",
                "Whoever asks",
                "What low contains",
                "None but low",
                "Nobody else",
                "So has high",
                "Nor has high",
                "This is help",
                "They are helped",
                "The same in low"
            })
    void anEnglishTitleThatPointsAtAnotherIsRefused(String title) {
        assertThat(checked(title("Help comes with low", title)))
                .containsExactly("6:1  title-leaning [" + title + ", " + first(title) + "]");
    }

    @ParameterizedTest
    @CsvSource({"它包含帮助, 它", "该服务包含帮助, 该", "其中包含帮助, 其", "此项服务包含帮助, 此", "谁付费谁享有, 谁", "同上, 同上", "也包含帮助, 也"})
    void aChineseTitleThatPointsAtAnotherIsRefused(String title, String word) {
        assertThat(checked(title("低档包含帮助", title))).containsExactly("6:1  title-leaning [" + title + ", " + word + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"IT support comes with low", "Items of help come with low", "Whether help is given", "Sold apart"
            })
    void anEnglishTitleThatNamesItsSubjectIsNot(String title) {
        assertThat(checked(title("Help comes with low", title))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"其他产品以开通通知为准", "其余计划不含帮助", "那曲的客户享有帮助"})
    void aChineseTitleThatNamesItsSubjectIsNot(String title) {
        assertThat(checked(title("低档包含帮助", title))).isEmpty();
    }

    @Test
    void aTitleStandsOnceInEachLanguage() {
        assertThat(checked(title("In high help is answered within 1 working day", "Help comes with low")))
                .containsExactly("15:1  title-repeated [Help comes with low, " + HELP + ":6:1]");
        assertThat(checked(title("高档的帮助，1 个工作日内答复", "低档包含帮助")))
                .singleElement()
                .asString()
                .startsWith("15:1  title-repeated");
    }

    @Test
    void aRuleHasATitleInBothLanguages() {
        assertThat(checked(title(" @zh(\"低档包含帮助\")", ""))).containsExactly("6:1  title-untranslated [T-HE-01, zh]");
    }

    @Test
    void aTitleIsNotTranslatedIntoTheLanguageOfTheDocument() {
        assertThat(checked(title("@zh(\"低档包含帮助\")", "@zh(\"低档包含帮助\") @en(\"Help is in low\")")))
                .containsExactly("6:1  title-in-own-language [T-HE-01, en]");
    }

    @Test
    void aProgrammeThatSaysNothingHasAChineseDocument() {
        assertThat(checked(rules.change("tiny/programme.yaml", ", language: en", "")))
                .contains("6:1  title-in-own-language [T-HE-01, zh]", "6:1  title-untranslated [T-HE-01, en]");
    }

    @Test
    void aDocumentIsInOneOfBothLanguages() {
        Faults faults = new Faults();
        SourceTree french = rules.change("tiny/programme.yaml", "language: en", "language: fr")
                .tree();
        RulesTree.draft(french, RulesTree.candidates(rules.tree()).get(0), faults);
        assertThat(lines(faults)).singleElement().asString().contains("/source/language");
    }

    @ParameterizedTest
    @CsvSource({
        "so has high, so",
        "nor is high helped, nor",
        "it is not in high, it",
        "the same in high, the same",
        "同样享有, 同样"
    })
    void aCaseNameThatLeansOnTheOneBeforeIsRefused(String name, String word) {
        assertThat(checked(rules.change(CASES, "more is not in high", name)))
                .containsExactly("17:11  case-name-leaning [" + name + ", " + word + "]");
    }

    @Test
    void aGlossOfACaseIsHeldToTheSame() {
        assertThat(checked(rules.change(CASES, "name: more is not in high", "name: more is not in high\n    zh: 也不享有")))
                .containsExactly("17:11  case-name-leaning [也不享有, 也]");
    }

    @Test
    void aCaseNameStandsOnceInItsFile() {
        assertThat(checked(rules.change(CASES, "more is not in high", "low is helped")))
                .containsExactly("17:11  case-name-repeated [low is helped, " + CASES + ":11:11]");
    }

    @Test
    void aFaultNamesACaseInTheLanguageOfItsReader() {
        TinyRules glossed = rules.change(CASES, "name: low is helped", "name: low is helped\n    zh: 低档享有帮助")
                .change(CASES, "fires: [T-HE-01]", "fires: [T-HE-99]");
        Faults faults = new Faults();
        check(glossed, faults);
        Fault fault = faults.sorted().get(0);
        assertThat(fault.message(Language.CHINESE)).contains("“低档享有帮助”").doesNotContain("helped");
        assertThat(fault.message(Language.ENGLISH))
                .contains("\"low is helped\"")
                .doesNotContain("低档");
    }

    private static String first(String title) {
        return title.startsWith("The same") ? "The same" : title.substring(0, title.indexOf(' '));
    }

    private TinyRules title(String before, String after) {
        return rules.change(HELP, before, after);
    }

    private static List<String> checked(TinyRules rules) {
        Faults faults = new Faults();
        check(rules, faults);
        return lines(faults);
    }

    private static void check(TinyRules rules, Faults faults) {
        ReleaseId id = RulesTree.candidates(rules.tree()).get(0);
        ProgrammeRelease release = Objects.requireNonNull(RulesTree.draft(rules.tree(), id, faults));
        ReleaseCheck.check(release, RulesTree.policyFiles(rules.tree(), id), faults);
    }
}
