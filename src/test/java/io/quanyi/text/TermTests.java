package io.quanyi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All texts of both languages keep to the terms, the typography and the plurals. */
class TermTests {

    private static final Pattern PLACE = Pattern.compile("'?\\$?'?\\{'?[A-Z0-9,a-z -]*}");

    /** Code in Markdown, and the address of a link. */
    private static final Pattern CODE = Pattern.compile("`[^`]*`|(?<=])\\([^)]*\\)");

    /** A noun in the plural behind a number. */
    private static final Pattern PLURAL = Pattern.compile(
            "\\b1 (?:[a-z]+ )?(?:releases|drafts|rules|cases|faults|combinations|services"
                    + "|customers|sentences|mutations|hours|days|person-days|times|people|files|bytes|characters|digits|items)\\b");

    @Test
    void everyTextHasTheTermsOfTheTable() {
        for (Language language : Language.values()) {
            assertNoFaults(language, (code, text) -> TextRules.terms(language, text));
        }
    }

    @Test
    void noChineseTextHasForeignWordsButThoseOfTheList() {
        assertNoFaults(Language.CHINESE, (code, text) -> TextRules.foreignWords(text));
    }

    @Test
    void everyChineseTextIsSetAsChinese() {
        assertNoFaults(Language.CHINESE, (code, text) -> {
            boolean exitCode = code.startsWith("help.usage.exitCodeList.");
            return TextRules.typography(exitCode ? text.substring(text.indexOf(':') + 1) : text);
        });
    }

    /** The parts of one message have a semicolon between them; only whole sentences end in a full stop. */
    @Test
    void everyChineseTextOfSeveralSentencesEndsAsOne() {
        assertNoFaults(
                Language.CHINESE,
                (code, text) -> text.matches("(?s).*。.*[^。）：]") ? List.of("no full stop at the end") : List.of());
    }

    /** An option is said in a phrase; only several sentences have full stops. */
    @Test
    void anOptionInChineseHasNoFullStopBehindOneSentence() {
        assertNoFaults(Language.CHINESE, (code, text) -> {
            boolean option = code.startsWith("help.") && !code.contains(".usage.");
            return option && text.matches("[^。]*。") ? List.of("a full stop") : List.of();
        });
    }

    @Test
    void noTextNamesAJavaClass() {
        for (Language language : Language.values()) {
            assertNoFaults(language, (code, text) -> TextRules.strays(language, text));
        }
    }

    @Test
    void oneThingIsNotMany() {
        List<String> ones = List.of("1", "1", "1", "1", "1");
        assertNoFaults(
                Language.ENGLISH,
                (code, text) -> PLURAL.matcher(Texts.of(Language.ENGLISH, code, ones))
                        .results()
                        .map(MatchResult::group)
                        .toList());
    }

    /** All texts in one test: one for each would take longer to report than to look at. */
    private static void assertNoFaults(
            Language language, BiFunction<String, String, List<String>> faultsOfCodeAndText) {
        Map<String, List<String>> faulty = new TreeMap<>();
        for (String code : Texts.codes(language)) {
            faulty.put(code, faultsOfCodeAndText.apply(code, shown(language, code)));
        }
        assertThat(faulty).isNotEmpty();
        faulty.values().removeIf(List::isEmpty);
        assertThat(faulty).isEmpty();
    }

    @Test
    void theRulesFindWhatTheyForbid() {
        assertThat(TextRules.terms(Language.CHINESE, "3 个案例，台账")).hasSize(2);
        assertThat(TextRules.terms(Language.ENGLISH, "the rule rule \"a\"")).hasSize(1);
        assertThat(TextRules.foreignWords("此处应为 integer 类型的值")).containsExactly("integer");
        assertThat(TextRules.foreignWords("发布需要 publisher 角色")).isEmpty();
        assertThat(Stream.of("规则,条款", "一般 问题", "句号。 另有", "7 %", "按2天", "规则(一)"))
                .allSatisfy(text -> assertThat(TextRules.typography(text)).isNotEmpty());
        assertThat(TextRules.typography("每年 500 元起（约 7%～10%）")).isEmpty();
        assertThat(TextRules.strays(Language.ENGLISH, "ZoneRulesException: no")).isNotEmpty();
        assertThat(TextRules.strays(Language.CHINESE, "无效：nothing here holds")).isNotEmpty();
        assertThat("1 releases").containsPattern(PLURAL);
    }

    @Test
    void aNumberChoosesTheWord() {
        assertThat(Texts.of(Language.ENGLISH, "workshop.faults", List.of("1"))).isEqualTo("1 fault");
        assertThat(Texts.of(Language.ENGLISH, "workshop.faults", List.of("0"))).isEqualTo("0 faults");
        assertThat(Texts.of(Language.ENGLISH, "workshop.faults", List.of("2"))).isEqualTo("2 faults");
        assertThat(Texts.of(Language.ENGLISH, "amount.person-day", List.of("0.5")))
                .isEqualTo("0.5 person-days");
    }

    /** The text with its places as they are in the file, so that what fills them is not looked at; code and addresses are places. */
    private static String shown(Language language, String code) {
        String text = Texts.of(language, code, List.of("{0}", "{1}", "{2}", "{3}", "{4}"));
        return CODE.matcher(PLACE.matcher(text).replaceAll("{0}")).replaceAll("{0}");
    }
}
