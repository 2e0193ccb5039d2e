package io.quanyi.workshop.scaffold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quanyi.source.FaultsFound;
import io.quanyi.source.Written;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An entry goes to the end of its list, and every line that is there stays as it is. */
class YamlListEntryTests {

    @Test
    void anEntryStandsBehindTheLastOneAndCommentsStay() {
        assertThat(added("""
                # all there is
                list:
                  # first
                  - a   # kept
                  - b:  1

                # of the other
                other: [x]
                """)).isEqualTo("""
                # all there is
                list:
                  # first
                  - a   # kept
                  - b:  1
                  - new: 1
                    more: 2

                # of the other
                other: [x]
                """);
    }

    @Test
    void anEntryCanBeTheLastThingOfTheFile() {
        assertThat(added("other: x\nlist:\n- a")).isEqualTo("other: x\nlist:\n- a\n- new: 1\n  more: 2\n");
        assertThat(added("list:\n- a\n\n\n")).isEqualTo("list:\n- a\n- new: 1\n  more: 2\n\n\n");
    }

    @Test
    void aCommentWithinTheLastEntryStaysThere() {
        assertThat(added("list:\n  - a:\n      b\n    # of a\n# of none\n"))
                .isEqualTo("list:\n  - a:\n      b\n    # of a\n  - new: 1\n    more: 2\n# of none\n");
    }

    @Test
    void linesEndAsTheyEndElsewhere() {
        assertThat(added("list:\r\n  - a\r\n")).isEqualTo("list:\r\n  - a\r\n  - new: 1\r\n    more: 2\r\n");
    }

    @Test
    void anEntryThatEndsLikeACommentIsNoneAndStaysWhole() {
        assertThatThrownBy(() -> added("list:\n- |\n  text\n# text\n...\n")).isInstanceOf(FaultsFound.class);
        assertThat(added("list:\n  - |\n    text\n    # text\n"))
                .isEqualTo("list:\n  - |\n    text\n    # text\n  - new: 1\n    more: 2\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list: [a, b]\n", "list: []\n", "list:\n", "other: x\n", "list: x\n", "- a\n", "list: [\n"})
    void whatIsNoListOfLinesIsRefused(String text) {
        assertThatThrownBy(() -> added(text)).isInstanceOf(FaultsFound.class);
    }

    private static String added(String text) {
        return new String(
                YamlListEntry.added(Written.file("some.yaml", text), "list", "- new: 1\n  more: 2\n")
                        .bytes(),
                StandardCharsets.UTF_8);
    }
}
