package io.quanyi.release.draft.comment;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import io.quanyi.source.DeceptiveCharacters;
import io.quanyi.source.Faults;
import io.quanyi.source.RecordBinder;
import io.quanyi.source.SourceFile;
import io.quanyi.source.Tree;
import io.quanyi.source.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The file of the comments on a draft, as YAML which people can read. */
final class CommentsFile {

    private CommentsFile() {}

    /** The content of the file. */
    record Kept(List<DraftComment> comments) {}

    static Optional<List<DraftComment>> read(SourceFile file) {
        Faults faults = new Faults();
        // Only an edit by hand makes a file that long
        Tree tree = file.length() > 2 * DraftComments.MAX_BYTES ? null : YamlReader.read(file, faults);
        Kept kept = tree == null ? null : new RecordBinder(faults).bind(tree, Kept.class);
        return Optional.ofNullable(kept).map(Kept::comments);
    }

    static SourceFile of(List<DraftComment> comments) {
        StringBuilder text = new StringBuilder("comments:\n");
        comments.forEach(comment -> write(text, comment));
        return new SourceFile(DraftComments.FILE, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void write(StringBuilder text, DraftComment comment) {
        line(text, "  - id", comment.id());
        line(text, "    by", quoted(comment.by()));
        line(text, "    at", ISO_OFFSET_DATE_TIME.format(comment.at()));
        if (comment.line() != null) {
            write(text, comment.line());
        }
        if (comment.sentence() != null) {
            line(text, "    sentence", quoted(comment.sentence()));
        }
        line(text, "    text", list(comment.text()));
        if (!comment.answersOrNone().isEmpty()) {
            text.append("    answers:\n");
            comment.answersOrNone().forEach(answer -> {
                line(text, "      - by", quoted(answer.by()));
                line(text, "        at", ISO_OFFSET_DATE_TIME.format(answer.at()));
                line(text, "        text", list(answer.text()));
            });
        }
        if (comment.resolvedBy() != null && comment.resolvedAt() != null) {
            line(text, "    resolvedBy", quoted(comment.resolvedBy()));
            line(text, "    resolvedAt", ISO_OFFSET_DATE_TIME.format(comment.resolvedAt()));
        }
    }

    private static void write(StringBuilder text, CommentedLine line) {
        text.append("    line:\n");
        line(text, "      file", quoted(line.file()));
        line(text, "      number", String.valueOf(line.number()));
        quotedLine(text, "      before", line.before());
        line(text, "      text", quoted(line.text()));
        quotedLine(text, "      after", line.after());
    }

    private static void quotedLine(StringBuilder text, String member, @Nullable String value) {
        if (value != null) {
            line(text, member, quoted(value));
        }
    }

    private static void line(StringBuilder text, String member, String value) {
        text.append(member).append(": ").append(value).append('\n');
    }

    private static String list(List<String> items) {
        return items.stream().map(CommentsFile::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A YAML text in single quotes. A quote is doubled, and characters that the reader refuses become blanks. */
    private static String quoted(String text) {
        return "'" + DeceptiveCharacters.blanked(text).replace("'", "''") + "'";
    }
}
