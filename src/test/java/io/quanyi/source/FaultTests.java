package io.quanyi.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTests {

    @Test
    void aCallersValueIsShownToItsHundredthCharacter() {
        assertThat(shown("/a", "x".repeat(100))).isEqualTo("x".repeat(100));
        assertThat(shown("/a", "x".repeat(101))).isEqualTo("x".repeat(100) + "…");
    }

    @Test
    void aCharacterIsNeverCutInTwo() {
        assertThat(shown("/a", "😀".repeat(101))).isEqualTo("😀".repeat(100) + "…");
    }

    @Test
    void authorsAreShownMore() {
        Fault fault = Fault.at(Position.of("a.drl"), "unknown-plan", "x".repeat(300));
        assertThat(fault.arguments()).containsExactly("x".repeat(300));
    }

    @Test
    void controlCharactersAndInvisibleOnesDoNotGetThrough() {
        assertThat(shown("/a", "a\nb\u001b[31m\u202Ec\u0000")).isEqualTo("a\uFFFDb\uFFFD[31m\uFFFDc\uFFFD");
    }

    @Test
    void whatACallerWroteIsNotATemplate() {
        Fault fault = Fault.at("/question/service", "unknown-service", "{0} it's '{1}'");
        assertThat(fault.message(Language.ENGLISH)).isEqualTo("unknown service \"{0} it's '{1}'\"");
    }

    @Test
    void aNumberIsShownAsDigits() {
        Fault fault = Fault.at("/a", "too-many", 12345, 10000);
        assertThat(fault.message(Language.ENGLISH)).isEqualTo("12345 are too many; at most 10000 are allowed");
    }

    @Test
    void aFaultInAFileSaysFileLineAndColumn() {
        Fault fault = Fault.at(new Position("p/a.drl", 3, 14), "text-not-closed");
        assertThat(fault.describe(Language.ENGLISH)).startsWith("p/a.drl:3:14: the text is not closed");
        assertThat(fault.describe(Language.CHINESE)).startsWith("p/a.drl:3:14: ");
    }

    @Test
    void aFaultOfAWholeFileSaysTheFile() {
        assertThat(Fault.at(Position.of("a.yaml"), "file-empty").describe(Language.ENGLISH))
                .isEqualTo("a.yaml: the file is empty");
    }

    @Test
    void aFaultOfADocumentSaysThePointer() {
        assertThat(Fault.at("/plan", "unknown-plan", "gold").describe(Language.ENGLISH))
                .isEqualTo("/plan: unknown plan \"gold\"");
        assertThat(Fault.at("", "not-an-object").describe(Language.ENGLISH)).isEqualTo("an object is expected here");
    }

    @Test
    void faultsAreSortedByPlaceAndEachIsToldOnce() {
        Faults faults = new Faults();
        Fault last = Fault.at(new Position("b.drl", 1, 1), "not-utf8");
        Fault tenth = Fault.at(new Position("a.drl", 10, 1), "not-utf8");
        Fault second = Fault.at(new Position("a.drl", 2, 9), "not-utf8");
        Fault later = Fault.at(new Position("a.drl", 2, 10), "not-utf8");
        Fault whole = Fault.at(Position.of("a.drl"), "not-utf8");
        List.of(last, tenth, later, second, whole, tenth).forEach(faults::add);
        assertThat(faults.sorted()).containsExactly(whole, second, later, tenth, last);
        assertThat(faults.count()).isEqualTo(6);
    }

    @Test
    void faultsEndWhatIsBeingDoneWithAllOfThemInTheMessage() {
        Faults faults = new Faults();
        faults.throwIfAny();
        faults.add(Fault.at("/b", "not-a-list"));
        faults.add(Fault.at("/a", "not-an-object"));
        assertThatThrownBy(faults::throwIfAny)
                .isInstanceOf(FaultsFound.class)
                .hasMessage("/a: an object is expected here\n/b: a list is expected here");
    }

    private static String shown(String pointer, String argument) {
        return Fault.at(pointer, "unknown-plan", argument).arguments().get(0);
    }

    @Test
    void anArgumentMayItselfBeATextInBothLanguages() {
        Fault fault = Fault.at(Position.of("a.drl"), "unknown-id", "gold", Fault.text("domain.plan"))
                .knowing(List.of("golden"));

        assertThat(fault.message(Language.ENGLISH)).startsWith("unknown plan \"gold\"");
        assertThat(fault.message(Language.CHINESE)).startsWith("没有服务计划“gold”");
    }

    @Test
    void whatSomebodyWroteIsNeverTakenForOne() {
        Fault fault = Fault.at(Position.of("a.drl"), "unknown-id", "text:domain.plan", Fault.text("domain.plan"));

        assertThat(fault.message(Language.ENGLISH)).startsWith("unknown plan \"text:domain.plan\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${jndi:x}", "#{1+1}", "%s %n", "{0}", "{0,number}", "'{'", "it's", "\\u0041", "$1", "<b>"})
    void whatSomebodyWroteIsShownAsItIs(String written) {
        for (Language language : Language.values()) {
            assertThat(Fault.at(Position.of("a.yaml"), "duplicate-id", written).message(language))
                    .contains(written);
        }
    }

    @Test
    void aTerminalIsToldNothingByTheNameOfAFileOrAMember() {
        Fault file = Fault.at(new Position("a\u001b[2J\nb\u202e.drl", 1, 2), "file-empty");
        assertThat(file.describe(Language.ENGLISH)).isEqualTo("a\uFFFD[2J\uFFFDb\uFFFD.drl:1:2: the file is empty");
        Fault member = Fault.at("/\u009b31m\ud800", "not-a-list");
        assertThat(member.describe(Language.ENGLISH)).isEqualTo("/\uFFFD31m\uFFFD: a list is expected here");
    }

    @Test
    void aThousandFaultsAreEnough() {
        Faults faults = new Faults();
        for (int i = 1; i <= Faults.MAX_FAULTS; i++) {
            faults.add(Fault.at(new Position("a.drl", i, 1), "not-utf8"));
        }
        assertThat(faults.sorted())
                .hasSize(Faults.MAX_FAULTS)
                .noneMatch(fault -> fault.code().equals("more-faults"));
        faults.add(Fault.at(new Position("b.drl", 1, 1), "not-utf8"));
        assertThat(faults.count()).isEqualTo(Faults.MAX_FAULTS + 1);
        assertThat(faults.sorted()).hasSize(Faults.MAX_FAULTS + 1).contains(Fault.at("", "more-faults", 1));
    }
}
