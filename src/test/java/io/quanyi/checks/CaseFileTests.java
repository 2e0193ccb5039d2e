package io.quanyi.checks;

import static io.quanyi.source.Written.file;
import static io.quanyi.source.Written.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.Faults;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import io.quanyi.text.Language;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFileTests {

    private static final String GOOD = """
            fixtures:
              preferred:
                subscription: { plan: preferred, serviceEnd: 2026-12-31, contract: { amount: 1, currency: CNY } }
            cases:
              - name: preferred is answered
                note: counted by hand
                given: preferred
                subscription: { serviceEnd: null, product: p, contract: { amount: 2 } }
                question: { service: help, at: 2026-03-03T10:00:00+08:00 }
                expect: { outcome: ENTITLED, response: { dueAt: 2026-03-03T12:00:00+08:00 } }
                fires: [R-1, R-2]
                silent: [R-3]
              - name: a stranger is not
                subscription: { plan: basic }
                question: { service: help, at: 2026-03-03T10:00:00+08:00 }
                expect: { outcome: NOT_ENTITLED }
                openings: [p]
            """;

    @Test
    void aCaseIsTheFixtureWithItsOwnMembersLaidOverIt() {
        Obj subscription = (Obj) member(cases().get(0).request(), "subscription");
        assertThat(text(member(subscription, "plan"))).isEqualTo("preferred");
        assertThat(text(member(subscription, "product"))).isEqualTo("p");
        Obj contract = (Obj) member(subscription, "contract");
        assertThat(text(member(contract, "amount"))).isEqualTo("2");
        assertThat(text(member(contract, "currency"))).isEqualTo("CNY");
    }

    @Test
    void aNullTakesAMemberOfTheFixtureOut() {
        Scalar end = (Scalar) member((Obj) member(cases().get(0).request(), "subscription"), "serviceEnd");
        assertThat(end.kind()).isEqualTo(Tree.Kind.NULL);
    }

    @Test
    void aCaseIsARequestToItsProgramme() {
        Obj request = cases().get(1).request();
        assertThat(request.members().keySet()).containsExactly("programme", "subscription", "question");
        assertThat(text(member(request, "programme"))).isEqualTo("some-programme");
    }

    @Test
    void aCaseSaysWhatItIsWhereItStandsAndWhichRulesItIsAbout() {
        Case first = cases().get(0);
        assertThat(first.name().written()).isEqualTo("preferred is answered");
        assertThat(first.position()).hasToString("a.cases.yaml:5:11");
        assertThat(first.fires()).containsExactly("R-1", "R-2");
        assertThat(first.silent()).containsExactly("R-3");
        assertThat(first.openings()).isNull();
        assertThat(cases().get(1).openings()).containsExactly("p");
        assertThat(cases().get(1).fires()).isEmpty();
    }

    @Test
    void aCaseHasANameInTheLanguageOfTheDocumentAndMayHaveAGloss() {
        String glossed = GOOD.replace("name: a stranger is not", "name: 未购买的客户不享有\n    en: a stranger is not answered");
        Case second = read(glossed).get(1);
        assertThat(second.name().in(Language.CHINESE)).isEqualTo("未购买的客户不享有");
        assertThat(second.name().in(Language.ENGLISH)).isEqualTo("a stranger is not answered");
        Case first = read(glossed).get(0);
        assertThat(first.name().in(Language.CHINESE)).isEqualTo("preferred is answered");
    }

    @Test
    void oneCaseDoesNotChangeTheFixtureOfTheNext() {
        String twice = GOOD.replace("subscription: { plan: basic }", "given: preferred");
        Obj second = (Obj) member(read(twice).get(1).request(), "subscription");
        assertThat(text(member(second, "serviceEnd"))).isEqualTo("2026-12-31");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " | ", quoteCharacter = '`', textBlock = """
                    given: preferred | given: exclusive | 5:11  case-fixture-unknown [preferred is answered, exclusive]
                    `    note: counted by hand` | `` | 5:11  case-without-note [preferred is answered]
                    fires: [R-1, R-2] | fire: [R-1] | 11:5 /cases/0/fire unknown-member [fire, name, en, zh, note, given, subscription, release, openings, question, expect, fires, silent]
                    expect: { outcome: NOT_ENTITLED } | expect: no | 16:13  not-an-object []
                    `    expect: { outcome: NOT_ENTITLED }` | `` | 13:5 /cases/1/expect member-missing [expect]
                    name: a stranger is not | name: [a, stranger] | 13:11  wrong-type [text:type.text]
                    """)
    void aCaseFileThatDoesNotHoldSaysWhere(String good, String bad, String fault) {
        assertThat(GOOD).contains(good);
        Faults faults = new Faults();
        CaseFile.read(file("a.cases.yaml", GOOD.replace(good, bad)), "some-programme", faults);
        assertThat(lines(faults)).contains(fault);
    }

    @Test
    void aFileThatIsNoYamlHasNoCases() {
        Faults faults = new Faults();
        CaseFile read = CaseFile.read(file("a.cases.yaml", "cases: ["), "p", faults);
        assertThat(read.cases()).isEmpty();
        assertThat(faults.isEmpty()).isFalse();
    }

    private static List<Case> cases() {
        return read(GOOD);
    }

    private static List<Case> read(String text) {
        Faults faults = new Faults();
        CaseFile read = CaseFile.read(file("a.cases.yaml", text), "some-programme", faults);
        assertThat(lines(faults)).isEmpty();
        return read.cases();
    }

    private static Tree member(Obj object, String name) {
        return Objects.requireNonNull(object.members().get(name), name);
    }

    private static String text(Tree tree) {
        return ((Scalar) tree).text();
    }
}
