package io.quanyi.policy.edit;

import io.quanyi.policy.edit.PartPairs.Pair;
import java.util.List;
import java.util.function.BiFunction;

/** Writes a changed rule in the place of the former one, so that only the characters of the changed parts differ. */
final class RuleText {

    /** The most characters of a line before an annotation begins the next one. */
    private static final int WIDTH = 120;

    private final TextEdits edits;
    private final PartText parts;

    RuleText(String text, TextEdits edits) {
        this.edits = edits;
        this.parts = new PartText(text);
    }

    void change(WrittenRule was, WrittenRule is) {
        if (!was.title().drl().equals(is.title().drl())) {
            edits.replace(was.title().span(), is.title().drl());
        }
        annotations(was, is);
        lines(was.when(), was.patterns(), is.patterns(), parts::of);
        lines(was.then(), was.insertions(), is.insertions(), parts::of);
    }

    private void annotations(WrittenRule was, WrittenRule is) {
        TextRange last = was.title().span();
        for (Pair<WrittenAnnotation> pair : PartPairs.of(was.annotations(), is.annotations())) {
            WrittenAnnotation before = pair.was();
            WrittenAnnotation after = pair.is();
            if (before != null && after != null) {
                change(before, after, parts.of(before, after));
            } else if (before != null) {
                edits.remove(before.span());
            } else if (after != null) {
                addAnnotation(last, after);
            }
            last = before == null ? last : before.span();
        }
    }

    /** Adds an annotation on the line of the one before it, unless either of them has a line of its own. */
    private void addAnnotation(TextRange after, WrittenAnnotation added) {
        int start = edits.lineStart(after.start());
        String line = parts.text().substring(start, after.end()).strip();
        boolean shares = !added.hasOwnLine() && (line.startsWith("@id") || line.startsWith("@clause"));
        if (shares && after.end() - start + added.drl().length() < WIDTH) {
            edits.insert(after.end(), " " + added.drl());
        } else {
            edits.addLine(after, "    " + added.drl());
        }
    }

    private <T extends WrittenPart> void lines(
            TextRange head, List<T> was, List<T> is, BiFunction<T, T, String> changed) {
        String indent = was.isEmpty() ? "    " : edits.indent(was.get(0).span());
        TextRange last = head;
        for (Pair<T> pair : PartPairs.of(was, is)) {
            T before = pair.was();
            T after = pair.is();
            if (before != null && after != null) {
                change(before, after, changed.apply(before, after));
            } else if (before != null) {
                edits.remove(before.span());
            } else if (after != null) {
                edits.addLine(last, indent + after.drl());
            }
            last = before == null ? last : before.span();
        }
    }

    private void change(WrittenPart was, WrittenPart is, String changed) {
        if (!was.drl().equals(is.drl())) {
            edits.replace(was.span(), changed);
        }
    }
}
