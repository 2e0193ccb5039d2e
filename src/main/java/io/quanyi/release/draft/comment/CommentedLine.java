package io.quanyi.release.draft.comment;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The line of a file that a comment is about, with the words by which it is found again after edits. A line is known by its own words; of several with
 * the same words, by those of its neighbours.
 *
 * @param file the name of the file in the draft
 * @param number the number of the line when the comment was written, from 1
 * @param before the words of the last line before it that has any; null if there is none
 * @param text the words of the line
 * @param after the words of the first line after it that has any; null if there is none
 */
public record CommentedLine(
        String file,
        int number,
        @Nullable String before,
        String text,
        @Nullable String after) {

    /** The most characters of a line that are kept. */
    private static final int MAX_LENGTH = 200;

    /** The fewest characters by which a line is known without its neighbours. */
    private static final int TELLING = 10;

    /**
     * The line of a number in a text.
     *
     * @return empty if the text has no such line, or it has no words
     */
    public static Optional<CommentedLine> of(String file, String text, int number) {
        List<String> lines = words(text);
        return number < 1 || number > lines.size() || lines.get(number - 1).isEmpty()
                ? Optional.empty()
                : Optional.of(at(file, lines, number - 1));
    }

    private static CommentedLine at(String file, List<String> lines, int index) {
        return new CommentedLine(
                file,
                index + 1,
                IntStream.iterate(index - 1, i -> i >= 0, i -> i - 1)
                        .mapToObj(lines::get)
                        .filter(line -> !line.isEmpty())
                        .findFirst()
                        .orElse(null),
                lines.get(index),
                lines.stream()
                        .skip(index + 1L)
                        .filter(line -> !line.isEmpty())
                        .findFirst()
                        .orElse(null));
    }

    /**
     * The number of the line in a later text of the file.
     *
     * @return empty if no line has its words, or several have them and none is beside a neighbour that it had
     */
    public OptionalInt in(String later) {
        List<String> lines = words(later);
        List<CommentedLine> alike = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).equals(text))
                .mapToObj(i -> at(file, lines, i))
                .toList();
        int most = alike.stream().mapToInt(this::neighbours).max().orElse(0);
        return alike.stream()
                .filter(one -> neighbours(one) == most && (most > 0 || isSole(alike)))
                .mapToInt(CommentedLine::number)
                .boxed()
                .min((one, other) -> Integer.compare(Math.abs(one - number), Math.abs(other - number)))
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** Whether a line is known by its own words: no other has them, and they are more than the {@code end} of some rule. */
    private boolean isSole(List<CommentedLine> alike) {
        return alike.size() == 1 && text.length() >= TELLING;
    }

    /** How many neighbours another line has that this one has, the beginning and the end of the file among them. */
    private int neighbours(CommentedLine other) {
        return (Objects.equals(before, other.before) ? 1 : 0) + (Objects.equals(after, other.after) ? 1 : 0);
    }

    private static List<String> words(String text) {
        return text.lines()
                .map(String::strip)
                .map(line -> line.substring(0, Math.min(line.length(), MAX_LENGTH)))
                .toList();
    }
}
