package io.quanyi.checks;

import static io.quanyi.source.Written.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.catalogue.Readings;
import io.quanyi.decision.release.ProgrammeRelease;
import io.quanyi.decision.release.ReleaseId;
import io.quanyi.release.RulesTree;
import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.TinyRules;
import io.quanyi.source.Written;
import io.quanyi.text.Language;
import io.quanyi.work.Cancellation;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseCheckTests {

    private static final String HELP = "tiny/policy/1/help.drl";
    private static final String CASES = "tiny/policy/1/help.cases.yaml";

    private final TinyRules rules = TinyRules.draft();

    @Test
    void rulesWhoseCasesAndClausesAgreeHaveNoFaults() {
        assertThat(checked(rules)).isEmpty();
    }

    @Test
    void aRuleCitesAClauseThatExists() {
        assertThat(checked(rules.change(HELP, "@clause(\"二\")", "@clause(\"二\", \"九\")")))
                .containsExactly("15:1  unknown-clause [九, T-HE-02]");
    }

    @Test
    void aRuleCitesTheItemAndNotOnlyTheNumber() {
        assertThat(checked(rules.change(HELP, "一 帮助", "一")))
                .containsExactly("4:5  clause-without-rule [一 帮助]", "6:1  unknown-clause [一, T-HE-01]");
    }

    @Test
    void aRuleCitesAClauseThatDecides() {
        assertThat(checked(rules.change(HELP, "@clause(\"二\")", "@clause(\"二\", \"零\")")))
                .containsExactly("15:1  clause-decides-nothing [T-HE-02, 零]");
    }

    @Test
    void aClauseThatDecidesIsCited() {
        assertThat(checked(rules.change(HELP, "@clause(\"二\")", "@clause(\"一 帮助\")")))
                .containsExactly("5:5  clause-without-rule [二]");
    }

    @Test
    void theCatalogueHasTheEntriesThatStateAClause() {
        assertThat(checked(stated("windows/desk, plans/low"))).isEmpty();
        assertThat(checked(stated("windows/night, hours/desk")))
                .containsExactly(
                        "3:73  clause-of-unknown-entry [零, windows/night]",
                        "3:90  clause-of-unknown-list [零, hours/desk]");
    }

    private TinyRules stated(String entries) {
        return rules.change(
                "tiny/policy/1/clauses.yaml",
                "reason: { zh-CN: 客套, en: A courtesy }",
                "catalogue: [\"" + entries.replace(", ", "\", \"") + "\"]");
    }

    @Test
    void aRuleRestsOnReadingsThatExist() {
        assertThat(checked(rules.change(HELP, "@reading(A01)", "@reading(A01, A77)")))
                .containsExactly("15:1  unknown-reading [T-HE-02, A77]");
    }

    @Test
    void aWindowRestsOnReadingsThatExist() {
        assertThat(checked(rules.change("tiny/catalogue/2026-01-01.yaml", "readings: [A01]", "readings: [A76]")))
                .containsExactly("7:9  unknown-reading [desk, A76]");
    }

    @Test
    void readingsThatContradictEachOtherAreFaultsOfBothThatRestOnThem() {
        TinyRules both = rules.change(HELP, "@reading(A01)", "@reading(A02)");
        assertThat(checked(both.change("readings.yaml", "readings:", second(""))))
                .isEmpty();
        assertThat(checked(both.change("readings.yaml", "readings:", second(", contradicts: [A01]"))))
                .containsExactly(
                        "7:9  readings-contradict [desk, A01, T-HE-02, A02]",
                        "15:1  readings-contradict [T-HE-02, A02, desk, A01]");
        assertThat(checked(rules.change("readings.yaml", "readings:", second(", contradicts: [A01]"))))
                .as("a reading on which nothing rests")
                .isEmpty();
    }

    @Test
    void aReadingContradictsReadingsThatExist() {
        Faults faults = new Faults();
        Readings.read(Written.file("readings.yaml", second(", contradicts: [A66]")), faults);
        assertThat(lines(faults)).containsExactly("readings.yaml  unknown-contradiction [A02, A66]");
    }

    private static String second(String contradicts) {
        return "readings:\n  - { id: A02, firm: true, text: { zh-CN: 按十小时计, en: A working day is ten hours }"
                + contradicts + " }";
    }

    @Test
    void everyRuleHasACaseInWhichItFires() {
        assertThat(checked(rules.change(CASES, "T-HE-02, T-PL-01]\n  - name: low", "T-PL-01]\n  - name: low")))
                .containsExactly("15:1  rule-without-case [T-HE-02]");
    }

    @Test
    void everyRuleHasACaseInWhichItStaysSilent() {
        assertThat(checked(rules.change(CASES, "silent: [T-HE-01]", "silent: [T-HE-02]")))
                .containsExactly("6:1  rule-without-silent-case [T-HE-01]");
    }

    @Test
    void aCaseNamesRulesThatExist() {
        assertThat(checked(rules.change(CASES, "silent: [T-HE-01]", "silent: [T-HE-01, T-HE-99]")))
                .containsExactly("17:11  case-of-no-rule [more is not in high, T-HE-99]");
    }

    @Test
    void aPolicyHasRulesAndCasesAndNothingElse() {
        assertThat(checked(rules.with("tiny/policy/1/notes.txt", "to do")
                        .with("tiny/policy/1/help.cases.yml", "cases: []")))
                .containsExactly(
                        "tiny/policy/1/help.cases.yml  file-unexpected []",
                        "tiny/policy/1/notes.txt  file-unexpected []");
    }

    @Test
    void casesThatComeOutAreNoFaults() {
        assertThat(run(rules)).isEmpty();
    }

    @Test
    void aCaseThatComesOutOtherwiseSaysWhatCame() {
        assertThat(run(rules.change(CASES, "dueAt: 2026-11-23T16:00:00", "dueAt: 2026-11-23T17:00:00")))
                .containsExactly("5:11  case-failed [high is answered on the next working day, /response/dueAt,"
                        + " 2026-11-23T17:00:00+08:00, 2026-11-23T16:00:00+08:00]");
    }

    @Test
    void allDifferencesOfACaseAreOneFault() {
        List<Fault> faults = ran(rules.change(
                                CASES, "outcome: ENTITLED, response: null", "outcome: PAYABLE, respnse: null")
                        .change(CASES, "silent: [T-HE-02", "silent: [T-HE-01, T-HE-02"))
                .sorted();
        assertThat(faults).extracting(Fault::code).containsExactly("case-differs");
        assertThat(faults.get(0).message(Language.CHINESE))
                .startsWith("用例“low is helped”与规则不符：/outcome 应为 PAYABLE，规则给出 ENTITLED；"
                        + "答复中没有 /respnse；该处有 outcome、entitled、")
                .contains("、response、")
                .endsWith("；规则 T-HE-01 列在 silent 下，却触发了；若厂商文件已改，请改用例，否则请改规则");
        assertThat(faults.get(0).message(Language.ENGLISH))
                .startsWith(
                        "case \"low is helped\" differs from the rules: /outcome: expected PAYABLE, but the rules give ENTITLED; "
                                + "/respnse: the answer has no such member; at that place it has outcome, entitled, ")
                .contains(", response, ")
                .endsWith("; rule T-HE-01 fired, although it is listed under silent; "
                        + "if the vendor's document has changed, correct the case, else the rule");
    }

    @Test
    void aRuleThatDoesNotFireIsNamedBesideThoseThatDo() {
        assertThat(run(rules.change(CASES, "fires: [T-HE-01]", "fires: [T-HE-01, T-PL-01]")))
                .containsExactly("11:11  case-rule-silent [low is helped, T-PL-01, T-HE-01]");
    }

    @Test
    void aRuleThatFiresThoughItShouldNotIsNamed() {
        assertThat(run(rules.change(CASES, "silent: [T-HE-02", "silent: [T-HE-01, T-HE-02")))
                .containsExactly("11:11  case-rule-fired [low is helped, T-HE-01]");
    }

    @Test
    void aCaseMayExpectAProblem() {
        TinyRules refused = rules.change(CASES, "{ plan: low }", "{ plan: lower, product: nothing }")
                .change(CASES, "expect: { outcome: ENTITLED, response: null }", """
                        expect:
                              problem:
                                status: 422
                                code: unknown-plan
                                errors: [{ pointer: /subscription/plan }, { pointer: /subscription/product }]""")
                .change(CASES, "fires: [T-HE-01]\n", "fires: []\n");
        assertThat(run(refused)).isEmpty();
    }

    @Test
    void aCaseThatIsNoRequestIsAProblemAndNoCrash() {
        assertThat(run(rules.change(CASES, "{ plan: low }", "{ plam: low }")))
                .anyMatch(fault -> fault.equals("11:11  case-refused [low is helped]"))
                .anyMatch(fault -> fault.startsWith("12:21 /subscription/plam unknown-member [plam"))
                .anyMatch(fault -> fault.startsWith("12:19 /subscription/plan member-missing [plan"));
    }

    @Test
    void aCaseAboutWhatTheCatalogueDoesNotHaveSaysSoInsteadOfMissingEveryMemberOfAnAnswer() {
        assertThat(run(rules.change(CASES, "{ plan: low }", "{ plan: lower }")))
                .containsExactly(
                        "11:11  case-refused [low is helped]", "11:11 /subscription/plan unknown-plan [lower]");
    }

    @Test
    void aMemberThatAnswersDoNotHaveIsNamed() {
        assertThat(run(rules.change(CASES, "{ outcome: ENTITLED, response: null }", "{ outcom: ENTITLED }")))
                .containsExactly("11:11  case-member-unknown [low is helped, /outcom, outcome, entitled, service,"
                        + " plan, grantedByPlan, authority, reasons, window, response, resolution, quota, leadTime,"
                        + " charges, conditions, dependsOn, warnings, suggestions, readings, route, bases, release]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    respond-within }                                             | target member-missing [target]
                    respond-within, target: { amount: 0, unit: working-hour } }  | target target-not-positive [0]
                    charge, from: 1, currency: CNY }                             | per member-missing [per]
                    """)
    void aCaseOfAContractThatSaysTooLittleIsRefusedAndNoCrash(String effect, String fault) {
        String contract = "{ plan: low, contract: { terms: [{ service: help, effect: " + effect + "] } }";
        assertThat(run(rules.change(CASES, "{ plan: low }", contract)))
                .hasSize(2)
                .contains("11:11  case-refused [low is helped]")
                .anyMatch(line -> line.startsWith("11:11 /subscription/contract/terms/0/" + fault));
    }

    @Test
    void aCaseHasAnInstantOfItsOwn() {
        TinyRules timeless =
                rules.change(CASES, "{ service: sp-more, at: 2026-11-20T16:00:00+08:00 }", "{ service: sp-more }");
        assertThat(run(timeless))
                .containsExactly("17:11  case-refused [more is not in high]", "17:11 /question/at member-missing [at]");
    }

    private static List<String> checked(TinyRules rules) {
        Faults faults = new Faults();
        check(rules, faults);
        return lines(faults);
    }

    private static List<String> run(TinyRules rules) {
        return lines(ran(rules));
    }

    private static Faults ran(TinyRules rules) {
        Faults faults = new Faults();
        List<CaseFile> cases = check(rules, faults);
        assertThat(lines(faults)).isEmpty();
        ReleaseCheck.run(release(rules), cases, Cancellation.never(), faults);
        return faults;
    }

    private static List<CaseFile> check(TinyRules rules, Faults faults) {
        return ReleaseCheck.check(release(rules), RulesTree.policyFiles(rules.tree(), id(rules)), faults);
    }

    private static ProgrammeRelease release(TinyRules rules) {
        Faults faults = new Faults();
        ProgrammeRelease release = RulesTree.draft(rules.tree(), id(rules), faults);
        assertThat(lines(faults)).isEmpty();
        return Objects.requireNonNull(release);
    }

    private static ReleaseId id(TinyRules rules) {
        return RulesTree.candidates(rules.tree()).get(0);
    }
}
