package io.quanyi.release.draft.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of lines that are found again after edits. */
class CommentedLineTests {

    private static final String FILE = "a.drl";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The same text, or lines added and left out elsewhere
                "a,b,c | 2 | a,b,c   | 2",
                "a,b,c | 2 | x,y,a,b,c | 4",
                "a,b plus more,c | 2 | b plus more | 1",
                "a,b is short,c | 2 | x,b is short,y | 2",
                "a,b is shor,c | 2 | x,b is shor,y | 0",
                "a,b,c | 2 | a,' b ',c | 2",
                // Changed, or left out
                "a,b,c | 2 | a,B,c   | 0",
                "a,b,c | 2 | a,c     | 0",
                // Several lines with the same words: the neighbours tell
                "a,end,b,end | 2 | b,end,a,end,b | 4",
                "a,end,b,end | 4 | x,end,b,end | 4",
                "a,end,,b,end | 2 | a,b,end | 0",
                "a,end,b | 2 | x,end,y,z,end,w | 0",
                // With equal neighbours, the nearest
                "a,end,b | 2 | q,r,s,a,end,b,t,a,end,b | 5",
                "e,a,end,b,a,end,b | 6 | a,end,b,a,end,b | 5",
                // The first and the last line have a neighbour less
                "end,a,end | 1 | end,x,end | 1",
                "end,a,end | 3 | end,a,end,b | 3"
            })
    void aLineIsFoundByItsWordsAndItsNeighbours(String written, int number, String later, int found) {
        CommentedLine line = CommentedLine.of(FILE, text(written), number).orElseThrow();
        assertThat(line.in(text(later))).isEqualTo(found == 0 ? OptionalInt.empty() : OptionalInt.of(found));
    }

    @Test
    void aLineWithoutWordsCannotBeFoundAgainAndHasNoComment() {
        assertThat(CommentedLine.of(FILE, "a\n \nc\n", 2)).isEmpty();
        assertThat(CommentedLine.of(FILE, "a\n", 0)).isEmpty();
        assertThat(CommentedLine.of(FILE, "a\n", 2)).isEmpty();
        assertThat(CommentedLine.of(FILE, "", 1)).isEmpty();
        assertThat(CommentedLine.of(FILE, "a\n", 1)).isPresent();
    }

    @Test
    void ofALongLineTheBeginningIsKept() {
        CommentedLine line = CommentedLine.of(FILE, "x".repeat(5000), 1).orElseThrow();
        assertThat(line.text()).hasSize(200);
        assertThat(line.in("y\n" + "x".repeat(5000))).hasValue(2);
    }

    private static String text(String lines) {
        return lines.replace("'", "").replace(',', '\n');
    }
}
