package io.quanyi.workshop.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceLineTests {

    @Test
    void thePlaceIsBelowItsCharacter() {
        assertThat(SourceLine.of("Plan(id)", 6)).isEqualTo(new SourceLine("Plan(id)", "     "));
    }

    @Test
    void aWideCharacterTakesTwoColumns() {
        assertThat(SourceLine.of("@clause(\"三、\") x", 14).below()).hasSize(15);
    }

    @Test
    void aPlaceBehindTheEndIsBelowTheEnd() {
        assertThat(SourceLine.of("ab", 3)).isEqualTo(new SourceLine("ab", "  "));
    }

    @Test
    void aLongLineIsShownAroundThePlace() {
        String line = "a".repeat(500) + "X" + "b".repeat(500);
        SourceLine excerpt = SourceLine.of(line, 501);
        assertThat(excerpt.shown()).hasSize(160);
        assertThat(excerpt.shown().charAt(excerpt.below().length())).isEqualTo('X');
    }

    @Test
    void whatATerminalWouldObeyIsNotShown() {
        assertThat(SourceLine.of("a\u001b[2J\tb\u202e", 1).shown()).isEqualTo("a\uFFFD[2J b\uFFFD");
    }
}
