package io.quanyi.release.draft.comment;

import io.quanyi.release.live.DraftProperties;
import io.quanyi.source.DeceptiveCharacters;
import io.quanyi.source.SourceFile;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The comments on a draft, in the order in which they were written. They are kept in a file beside those of the draft, and are neither approved
 * nor published.
 */
public final class DraftComments {

    /** The name of their file. */
    public static final String FILE = "comments.yaml";

    /** The most comments on a draft. */
    public static final int MAX_COMMENTS = 200;

    /** The most bytes of their file. */
    public static final int MAX_BYTES = DraftProperties.COMMENT_BYTES;

    /** The most characters of a comment or an answer. */
    public static final int MAX_CHARACTERS = 1000;

    private static final String PREFIX = "c";

    private final List<DraftComment> all;
    private final @Nullable SourceFile unreadable;

    private DraftComments(List<DraftComment> all, @Nullable SourceFile unreadable) {
        this.all = List.copyOf(all);
        this.unreadable = unreadable;
    }

    /** No comments. */
    public static DraftComments none() {
        return new DraftComments(List.of(), null);
    }

    /** The comments in a file. A comment that cannot be read, as after an edit by hand, stays as it is. */
    public static DraftComments read(SourceFile file) {
        return CommentsFile.read(file)
                .map(comments -> new DraftComments(comments, null))
                .orElseGet(() -> new DraftComments(List.of(), file));
    }

    /** The file in which the comments are kept; none if there are no comments. */
    public Stream<SourceFile> stored() {
        if (unreadable != null) {
            return Stream.of(unreadable);
        }
        return all.isEmpty() ? Stream.empty() : Stream.of(CommentsFile.of(all));
    }

    /** Whether the file of the comments cannot be read. No comment may be added then, because that would write the file anew. */
    public boolean isUnreadable() {
        return unreadable != null;
    }

    /** Whether the comments are too many, or their file too large, to be kept. */
    public boolean isTooMuch() {
        return all.size() > MAX_COMMENTS || stored().anyMatch(file -> file.length() > MAX_BYTES);
    }

    /** All comments, the oldest first. */
    public List<DraftComment> all() {
        return all;
    }

    /** The comments that are not settled. */
    public List<DraftComment> open() {
        return all.stream().filter(DraftComment::isOpen).toList();
    }

    /** The comment of an id. */
    public Optional<DraftComment> find(String id) {
        return all.stream().filter(comment -> comment.id().equals(id)).findFirst();
    }

    /** A further comment: an equal one that is among them, open and without an answer, as after a repeated call; otherwise a fresh one. */
    public DraftComment next(
            @Nullable CommentedLine line, @Nullable String sentence, String text, String by, OffsetDateTime at) {
        String words = sentence == null ? null : kept(sentence);
        DraftComment fresh = new DraftComment(nextId(), by, at, line, words, lines(text), null, null, null);
        return all.stream().filter(fresh::repeats).findFirst().orElse(fresh);
    }

    /** The words of a sentence as a comment keeps them, by which it is found again. */
    public static String kept(String sentence) {
        return DeceptiveCharacters.blanked(sentence.substring(0, Math.min(sentence.length(), MAX_CHARACTERS)));
    }

    /** The comments with another one at the end; unchanged if it is among them. */
    public DraftComments with(DraftComment comment) {
        return all.contains(comment)
                ? this
                : new DraftComments(
                        Stream.concat(all.stream(), Stream.of(comment)).toList(), null);
    }

    private String nextId() {
        int next = all.size() + 1;
        while (find(PREFIX + next).isPresent()) {
            next++;
        }
        return PREFIX + next;
    }

    /** The comments with an answer to one of them, which opens it again. */
    public DraftComments answered(String id, String text, String by, OffsetDateTime at) {
        return changed(id, comment -> comment.with(new CommentAnswer(by, at, lines(text))));
    }

    /** The comments with one of them settled; unchanged if it already is. */
    public DraftComments resolved(String id, String by, OffsetDateTime at) {
        return changed(id, comment -> comment.isOpen() ? comment.resolved(by, at) : comment);
    }

    private DraftComments changed(String id, UnaryOperator<DraftComment> change) {
        return new DraftComments(
                all.stream()
                        .map(comment -> comment.id().equals(id) ? change.apply(comment) : comment)
                        .toList(),
                null);
    }

    private static List<String> lines(String text) {
        return text.lines().map(DeceptiveCharacters::blanked).toList();
    }
}
