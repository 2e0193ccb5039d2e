package io.quanyi.policy.edit;

import io.quanyi.policy.edit.PartPairs.Pair;
import io.quanyi.policy.reading.Token;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * The text of a changed part, made from the text of the part before: parts that are written alike keep their characters, with
 * blanks and comments.
 *
 * @param text the text in which the part before stands
 */
record PartText(String text) {

    /** The most characters of a line before a list goes on in the next one. */
    private static final int WIDTH = 120;

    private static final String NEXT_LINE = ",\n            ";

    String of(WrittenPattern was, WrittenPattern is) {
        if (was.drl().equals(is.drl())) {
            return was.span().in(text);
        }
        int fact = was.fact().span().start();
        String start = was.quantifier().equals(is.quantifier())
                ? text.substring(was.span().start(), fact)
                : is.start();
        return start
                + text.substring(fact, was.list().start())
                + list(was.list(), was.constraints(), is.constraints(), this::of)
                + text.substring(was.list().end(), was.span().end());
    }

    String of(WrittenInsertion was, WrittenInsertion is) {
        return text.substring(was.span().start(), was.list().start())
                + list(was.list(), was.arguments(), is.arguments(), this::of)
                + text.substring(was.list().end(), was.span().end());
    }

    String of(WrittenAnnotation was, WrittenAnnotation is) {
        return text.substring(was.span().start(), was.list().start())
                + list(was.list(), was.values(), is.values(), this::of)
                + text.substring(was.list().end(), was.span().end());
    }

    String of(WrittenValue was, WrittenValue is) {
        return replaced(was.span(), was.drl(), is.drl());
    }

    private String of(WrittenConstraint was, WrittenConstraint is) {
        if (!was.isList() || !is.isList()) {
            return replaced(was.span(), was.drl(), is.drl());
        }
        int operator = was.operator().span().start();
        return text.substring(was.span().start(), operator)
                + of(was.operator(), is.operator())
                + text.substring(was.operator().span().end(), was.list().start())
                + list(was.list(), was.values(), is.values(), this::of)
                + text.substring(was.list().end(), was.span().end());
    }

    /** Replaces the tokens that differ, if there are as many; otherwise all. */
    private String replaced(TextRange span, String was, String is) {
        String written = span.in(text);
        List<Token> old = RuleParser.tokens(written);
        List<Token> fresh = RuleParser.tokens(is);
        if (was.equals(is)) {
            return written;
        }
        if (old.size() != fresh.size()) {
            return is;
        }
        StringBuilder changed = new StringBuilder();
        int at = 0;
        for (int i = 0; i < old.size(); i++) {
            changed.append(written, at, old.get(i).start())
                    .append(is, fresh.get(i).start(), fresh.get(i).end());
            at = old.get(i).end();
        }
        return changed.append(written.substring(at)).toString();
    }

    /** The text between the brackets of a list. */
    private <T extends WrittenPart> String list(
            TextRange list, List<T> was, List<T> is, BiFunction<T, T, String> change) {
        if (was.isEmpty() || is.isEmpty()) {
            return is.isEmpty() ? "" : joined(is);
        }
        StringBuilder inside = new StringBuilder();
        int column = list.start() - text.lastIndexOf('\n', list.start() - 1) - 1;
        for (Pair<T> pair : PartPairs.of(was, is)) {
            if (pair.is() != null) {
                String part = pair.was() == null ? pair.is().drl() : change.apply(pair.was(), pair.is());
                if (!inside.isEmpty()) {
                    inside.append(
                            pair.was() == null
                                    ? separator(was, column, inside, part)
                                    : gapBefore(pair.was(), was, column, inside, part));
                }
                inside.append(part);
            }
        }
        int first = was.get(0).span().start();
        int last = was.get(was.size() - 1).span().end();
        return text.substring(list.start(), first) + inside + text.substring(last, list.end());
    }

    private static <T extends WrittenPart> String joined(List<T> parts) {
        return String.join(", ", parts.stream().map(WrittenPart::drl).toList());
    }

    /** The text between a part and the one before it; between those that were not neighbours, the text between new ones. */
    private <T extends WrittenPart> String gapBefore(
            T part, List<T> was, int column, StringBuilder inside, String written) {
        int index = was.indexOf(part);
        return index == 0
                ? separator(was, column, inside, written)
                : text.substring(was.get(index - 1).span().end(), part.span().start());
    }

    /** The text before a new part: as before the last one, if each has a line of its own. */
    private <T extends WrittenPart> String separator(List<T> was, int column, StringBuilder inside, String part) {
        List<String> gaps = IntStream.range(1, was.size())
                .mapToObj(i -> text.substring(
                        was.get(i - 1).span().end(), was.get(i).span().start()))
                .toList();
        if (!gaps.isEmpty() && gaps.stream().allMatch(gap -> gap.matches(",\\s*\\n\\s*"))) {
            return gaps.get(gaps.size() - 1);
        }
        int line = inside.lastIndexOf("\n");
        int width = line < 0 ? column + inside.length() : inside.length() - line - 1;
        boolean quoted = part.startsWith("\"") && was.get(0) instanceof WrittenValue;
        return quoted && width + part.length() + 2 > WIDTH ? NEXT_LINE : ", ";
    }
}
