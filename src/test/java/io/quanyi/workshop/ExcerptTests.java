package io.quanyi.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTests {

    @Test
    void thePlaceIsBelowItsCharacter() {
        assertThat(Excerpt.of("Plan(id)", 6)).isEqualTo(new Excerpt("Plan(id)", "     "));
    }

    @Test
    void aWideCharacterTakesTwoColumns() {
        assertThat(Excerpt.of("@clause(\"三、\") x", 14).below()).hasSize(15);
    }

    @Test
    void aPlaceBehindTheEndIsBelowTheEnd() {
        assertThat(Excerpt.of("ab", 3)).isEqualTo(new Excerpt("ab", "  "));
    }

    @Test
    void aLongLineIsShownAroundThePlace() {
        String line = "a".repeat(500) + "X" + "b".repeat(500);
        Excerpt excerpt = Excerpt.of(line, 501);
        assertThat(excerpt.shown()).hasSize(160);
        assertThat(excerpt.shown().charAt(excerpt.below().length())).isEqualTo('X');
    }

    @Test
    void whatATerminalWouldObeyIsNotShown() {
        assertThat(Excerpt.of("a\u001b[2J\tb\u202e", 1).shown()).isEqualTo("a\uFFFD[2J b\uFFFD");
    }
}
