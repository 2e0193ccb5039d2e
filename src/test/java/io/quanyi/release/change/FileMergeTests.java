package io.quanyi.release.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests of merges of files, and of what is said where they conflict. */
class FileMergeTests {

    private static final String BEFORE = "one\n\ntwo\n\nthree\n";

    @Test
    void linesApartAreMerged() {
        FileMerge merge = merge("a " + BEFORE, "a 1\n\ntwo\n\nthree\n", "a one\n\ntwo\n\n3\n");
        assertThat(merge.conflicts()).isEmpty();
        assertThat(text(merge)).isEqualTo("1\n\ntwo\n\n3\n");
    }

    @Test
    void linesThatBothAddStandBelowEachOther() {
        FileMerge merge = merge("a " + BEFORE, "a " + BEFORE + "mine\n", "a " + BEFORE + "theirs\n");
        assertThat(merge.conflicts()).isEmpty();
        assertThat(text(merge)).isEqualTo(BEFORE + "theirs\nmine\n");
    }

    @Test
    void entriesThatBothAddShareNoLines() {
        String mine = "- mine\n  fires\n";
        String theirs = "- theirs\n  fires\n";
        FileMerge merge = merge("a " + BEFORE, "a " + BEFORE + mine, "a " + BEFORE + theirs);
        assertThat(merge.conflicts()).isEmpty();
        assertThat(text(merge)).isEqualTo(BEFORE + theirs + mine);
    }

    @Test
    void theSameChangeOnBothSidesIsNoConflict() {
        FileMerge merge = merge("a " + BEFORE, "a 1\n\ntwo\n\nthree\n", "a 1\n\ntwo\n\nthree\n");
        assertThat(merge.conflicts()).isEmpty();
        assertThat(text(merge)).isEqualTo("1\n\ntwo\n\nthree\n");
    }

    @Test
    void aLineThatBothChangeIsAConflictWithBothSides() {
        assertThat(merge("a " + BEFORE, "a one\n\n  mine\n\nthree\n", "a 1\n0\n\ntheirs \n\nthree\n")
                        .conflicts())
                .containsExactly(new MergeConflict(new Position("a", 4, 1), "mine", "theirs"));
    }

    @Test
    void aLineThatOneSideRemovesAndTheOtherChangesIsAConflict() {
        assertThat(merge("a " + BEFORE, "a one\n\nthree\n", "a one\n\ntheirs\n\nthree\n")
                        .conflicts())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.later()).isEqualTo("theirs"));
    }

    @Test
    void aFileThatOneSideRemovesAndTheOtherChangesIsAConflict() {
        assertThat(merge("a " + BEFORE, "a mine\n", "").conflicts())
                .containsExactly(new MergeConflict(Position.of("a"), "mine", ""));
        assertThat(merge("a " + BEFORE, "", "a theirs\n").conflicts())
                .containsExactly(new MergeConflict(Position.of("a"), "", "theirs"));
        assertThat(merge("a " + BEFORE, "", "a " + BEFORE))
                .satisfies(merge -> assertThat(merge.conflicts()).isEmpty())
                .satisfies(merge -> assertThat(merge.files()).isEmpty());
    }

    @Test
    void aFileThatBothAddIsAConflictAtTheFirstLineThatDiffers() {
        assertThat(merge("", "a same\nmine\n", "a same\ntheirs\n").conflicts())
                .containsExactly(new MergeConflict(new Position("a", 2, 1), "mine", "theirs"));
        assertThat(merge("", "a same\n", "a same\n").conflicts()).isEmpty();
    }

    /** Merges files that are each written as a name, a space and a text; nothing for no file. */
    private static FileMerge merge(String before, String changed, String later) {
        return FileMerge.of(files(before), files(changed), files(later));
    }

    private static List<SourceFile> files(String written) {
        return Arrays.stream(new String[] {written})
                .filter(one -> !one.isEmpty())
                .map(one -> new SourceFile(one.substring(0, 1), one.substring(2).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private static String text(FileMerge merge) {
        return new String(merge.files().get(0).bytes(), StandardCharsets.UTF_8);
    }
}
