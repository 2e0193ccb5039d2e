package io.quanyi.release.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests of merges of YAML files to which both sides add the same member. */
class AddedMembersTests {

    private static final String BEFORE = "# Head\n\nplans: [a, b]\nnotes:\n  en: Plans\n";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "open: [x]         | open: [y]        | open: [y, x]",
                "open: [x, y]      | open: [y]        | open: [y, x]",
                "open: [x]         | 'open: [ \"x\" ]'  | 'open: [ \"x\" ]'",
                "'open:\\n  - { of: x }' | 'open:\\n  # First\\n  - { of: y } # there' "
                        + "| 'open:\\n  # First\\n  - { of: y } # there\\n  - { of: x }'",
                "open: [{ of: x }] | 'open:\\n  - of: y\\n    on: z' | 'open:\\n  - of: y\\n    on: z\\n  - of: x'",
                "'open: { x: 1 }'  | 'open: { y: 2 }' | 'open: { y: 2, x: 1 }'",
                "'open: { x: [1], z: 3 }' | 'open: { x: [2], z: 3 }' | 'open: { x: [2, 1], z: 3 }'",
                "open: x           | open: \"x\"      | open: \"x\"",
                "'open: [x]\\nshut: [x]' | 'shut: [y]\\nopen: [y]' | 'shut: [y, x]\\nopen: [y, x]'"
            })
    void aMemberThatBothAddHasWhatBothSay(String changed, String later, String merged) {
        FileMerge merge = merge(BEFORE + lines(changed), BEFORE + lines(later));
        assertThat(merge.conflicts()).isEmpty();
        assertThat(text(merge)).isEqualTo(BEFORE + lines(merged));
    }

    @Test
    void aMemberOfAnObjectIsMergedLikewise() {
        FileMerge merge = merge(BEFORE + "  zh-CN: [x]\n", BEFORE + "  zh-CN: [y]\n");
        assertThat(merge.conflicts()).isEmpty();
        assertThat(text(merge)).isEqualTo(BEFORE + "  zh-CN: [y, x]\n");
    }

    @Test
    void whatElseBothChangeIsMergedByLines() {
        String later = BEFORE.replace("[a, b]", "[a, b, c]") + "open: [y] # there\n";
        FileMerge merge = merge(BEFORE.replace("Head", "Begin") + "open: [x]\nmore: 1\n", later);
        assertThat(merge.conflicts()).isEmpty();
        assertThat(text(merge))
                .isEqualTo("# Begin\n\nplans: [a, b, c]\nnotes:\n  en: Plans\nopen: [y, x] # there\nmore: 1\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "open: x             | open: y",
                "open: x             | open: [x]",
                "'open: { at: 1 }'   | 'open: { at: 2 }'",
                "'open: [x]\\nat: 1' | 'open: [x]\\nat: 2'"
            })
    void valuesThatDifferAreAConflict(String changed, String later) {
        FileMerge merge = merge(BEFORE + lines(changed), BEFORE + lines(later));
        assertThat(merge.conflicts())
                .extracting(MergeConflict::changed, MergeConflict::later)
                .containsExactly(tuple(last(changed), last(later)));
    }

    @Test
    void aConflictIsAtTheValueInTheLaterFile() {
        assertThat(merge(BEFORE + "open: x\n", "# More\n" + BEFORE + "open: y\n")
                        .conflicts())
                .containsExactly(new MergeConflict(new Position("a.yaml", 7, 7), "open: x", "open: y"));
    }

    @Test
    void aCommentOfTheChangeIsAConflictUnlessTheLaterFileHasItToo() {
        String mine = BEFORE + "open: [x] # mine\n";
        assertThat(merge(mine, BEFORE + "open: [y] # theirs\n").conflicts())
                .containsExactly(new MergeConflict(new Position("a.yaml", 6, 1), "# mine", "open: [y] # theirs"));
        FileMerge merge = merge(mine, BEFORE + "open: [y] # mine\n");
        assertThat(merge.conflicts()).isEmpty();
        assertThat(text(merge)).isEqualTo(BEFORE + "open: [y, x] # mine\n");
    }

    @Test
    void aCommentAboveTheMemberOfTheChangeIsKept() {
        FileMerge merge = merge(BEFORE + "# Mine\nopen: [x]\n", BEFORE + "# Theirs\nopen: [y]\n");
        assertThat(merge.conflicts()).isEmpty();
        assertThat(text(merge)).contains("# Mine\n", "# Theirs\n", "open: [y, x]\n");
    }

    @Test
    void otherConflictsAreNamedAsWell() {
        FileMerge merge =
                merge(BEFORE.replace("[a, b]", "[a]") + "open: x\n", BEFORE.replace("[a, b]", "[b]") + "open: y\n");
        assertThat(merge.conflicts())
                .extracting(MergeConflict::later)
                .containsExactlyInAnyOrder("open: y", "plans: [b]");
    }

    /** An entry of a list then has the member twice, which a reader of the file refuses. */
    @Test
    void nothingIsLostWhereBothAddToAnEntryOfAListAsWell() {
        String entry = BEFORE + "list:\n  - id: a\n";
        FileMerge merge = FileMerge.of(
                List.of(file(entry)),
                List.of(file(entry + "    of: [x]\nopen: [x]\n")),
                List.of(file(entry + "    of: [y]\nopen: [y]\n")));
        assertThat(merge.conflicts()).isEmpty();
        assertThat(text(merge)).contains("    of: [y]\n", "open: [y]\n", "    of: [x]\n", "open: [x]\n");
    }

    @Test
    void aFileThatIsNoYamlIsMergedByLines() {
        FileMerge merge = merge(BEFORE + "open: [x\n", BEFORE + "open: [y]\n");
        assertThat(merge.conflicts()).isEmpty();
        assertThat(text(merge)).isEqualTo(BEFORE + "open: [y]\nopen: [x\n");
    }

    private static FileMerge merge(String changed, String later) {
        return FileMerge.of(List.of(file(BEFORE)), List.of(file(changed)), List.of(file(later)));
    }

    private static SourceFile file(String text) {
        return new SourceFile("a.yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String lines(String written) {
        return written.replace("\\n", "\n") + "\n";
    }

    private static String last(String written) {
        return written.substring(written.lastIndexOf("\\n") + 1).replaceFirst("^n", "");
    }

    private static String text(FileMerge merge) {
        return new String(merge.files().get(0).bytes(), StandardCharsets.UTF_8);
    }
}
