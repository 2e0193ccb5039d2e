package io.quanyi.release.draft.comment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyi.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the comments on a draft, and of the file that keeps them. */
class DraftCommentsTests {

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-30T08:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "两行\n第二行",
                "it's 'quoted' \"twice\"",
                "a: b\n- c\n# d",
                "'",
                "",
                "\n\n",
                "<script>alert(1)</script>",
                "{{>foot.html}}",
                "%s {0} ${x}"
            })
    void whatIsWrittenIsReadAgain(String text) {
        CommentedLine line = CommentedLine.of("a.drl", text + "\nwords", 1).orElse(null);
        DraftComments one = DraftComments.none();
        DraftComments two = one.with(one.next(line, null, text, "key:anna", AT));
        DraftComments comments = two.with(two.next(null, text, text, "jwt:爱丽丝", AT))
                .answered("c1", text, "key:bo", AT)
                .resolved("c2", "key:bo", AT);
        assertThat(read(comments).all()).isEqualTo(comments.all());
    }

    @Test
    void charactersThatDeceiveBecomeBlanks() {
        DraftComments comments = with(DraftComments.none(), "a\u202Eb\u0007c\u200B");
        assertThat(comments.all().get(0).text()).containsExactly("a b c ");
        assertThat(read(comments).all()).isEqualTo(comments.all());
    }

    @Test
    void theLongestCommentIsReadAgain() {
        String longest = "长".repeat(DraftComments.MAX_CHARACTERS);
        DraftComments none = DraftComments.none();
        DraftComments comments = none.with(none.next(null, longest + "more", longest, "key:anna", AT));
        assertThat(comments.all().get(0).sentence()).isEqualTo(DraftComments.kept(longest + "other"));
        assertThat(read(comments).all()).isEqualTo(comments.all());
    }

    @Test
    void anAnswerOpensACommentAgain() {
        DraftComments comments = with(DraftComments.none(), "Why?");
        assertThat(comments.open()).hasSize(1);
        DraftComments settled = comments.resolved("c1", "key:bo", AT);
        assertThat(settled.open()).isEmpty();
        // Who settled it first did
        assertThat(settled.resolved("c1", "key:cem", AT).all()).isEqualTo(settled.all());
        assertThat(settled.answered("c1", "Still", "key:anna", AT).open()).hasSize(1);
    }

    @Test
    void thereIsRoomForSoManyOfThatSize() {
        DraftComments comments = DraftComments.none();
        for (int i = 0; i < DraftComments.MAX_COMMENTS; i++) {
            comments = with(comments, "x" + i);
        }
        assertThat(comments.isTooMuch()).isFalse();
        assertThat(with(comments, "x").isTooMuch()).isTrue();
        DraftComments large = DraftComments.none();
        while (!large.isTooMuch()) {
            large = with(large, large.all().size() + "长".repeat(DraftComments.MAX_CHARACTERS - 2));
        }
        assertThat(large.all()).hasSizeBetween(60, 120);
    }

    @Test
    void aRepeatedCommentIsOneUntilSomebodySaysSomethingToIt() {
        DraftComments once = with(DraftComments.none(), "Why?");
        assertThat(with(once, "Why?").all()).hasSize(1);
        assertThat(with(once, "Why not?").all()).hasSize(2);
        assertThat(once.with(once.next(null, "a sentence", "Why?", "key:anna", AT))
                        .all())
                .hasSize(2);
        assertThat(once.with(once.next(null, null, "Why?", "key:bo", AT)).all()).hasSize(2);
        assertThat(with(once.answered("c1", "So", "key:bo", AT), "Why?").all()).hasSize(2);
        assertThat(with(once.resolved("c1", "key:bo", AT), "Why?").all()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "comments: 1", "comments:\n  - id: c1\n", "!!java.lang.Object {}", "\u0000", "a: &a [*a]"})
    void whatCannotBeReadStaysAsItIs(String text) {
        SourceFile file = new SourceFile(DraftComments.FILE, text.getBytes(StandardCharsets.UTF_8));
        DraftComments comments = DraftComments.read(file);
        assertThat(comments.isUnreadable()).isTrue();
        assertThat(comments.all()).isEmpty();
        assertThat(comments.stored()).containsExactly(file);
    }

    private static DraftComments with(DraftComments comments, String text) {
        return comments.with(comments.next(null, null, text, "key:anna", AT));
    }

    private static DraftComments read(DraftComments comments) {
        List<SourceFile> files = comments.stored().toList();
        return DraftComments.read(files.get(0));
    }
}
