package io.quanyi.source.edit;

import io.quanyi.source.Tree;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Edits lists and objects whose members stand on lines of their own. Blank lines between members stay, and separate new ones as well. */
final class LineEdit implements CollectionEdit {

    private final YamlText text;
    private final List<TextChange> changes;

    LineEdit(YamlText text, List<TextChange> changes) {
        this.text = text;
        this.changes = changes;
    }

    @Override
    public void remove(Node collection, List<Slot> slots) {
        for (int i = 0; i < slots.size(); i++) {
            if (!slots.get(i).stays()) {
                remove(collection, slots, i);
            }
        }
    }

    /** Removes the lines of a slot; the first one of an entry of a list gives its line to the next. */
    private void remove(Node collection, List<Slot> slots, int i) {
        int start = text.start(slots.get(i).first());
        int end = text.lineEnd(text.end(slots.get(i).last()));
        if (i > 0) {
            int before = text.lineEnd(text.end(slots.get(i - 1).last()));
            int line = text.lineStart(start);
            boolean adjoins = text.isBlank(before, line);
            changes.add(new TextChange(adjoins ? before : lineBreakBefore(line), end, ""));
        } else if (slots.size() > 1) {
            changes.add(new TextChange(
                    begin(collection, start),
                    begin(collection, text.start(slots.get(1).first())),
                    ""));
        } else {
            changes.add(new TextChange(start, end, ""));
        }
    }

    private int lineBreakBefore(int lineStart) {
        int index = Math.max(0, lineStart - 1);
        return index > 0 && text.text().charAt(index - 1) == '\r' ? index - 1 : index;
    }

    /** The index of a slot, or of the hyphen before an item. */
    private int begin(Node collection, int start) {
        return collection instanceof MappingNode ? start : text.start(collection) + lineOffset(collection, start);
    }

    private int lineOffset(Node collection, int start) {
        int column = text.start(collection) - text.lineStart(text.start(collection));
        return text.lineStart(start) + column - text.start(collection);
    }

    @Override
    public void addMember(Node collection, List<Slot> slots, int after, Map.Entry<String, Tree> member) {
        int first = text.start(slots.get(0).first());
        String indent = text.indent(first);
        add(slots, after, indent, first, YamlWriter.blockMember(member.getKey(), member.getValue(), indent));
    }

    @Override
    public void addItem(Node collection, List<Slot> slots, int after, Tree item) {
        int first = text.start(collection);
        String indent = text.indent(first);
        boolean inBrackets = YamlText.isInBrackets(slots.get(slots.size() - 1).first());
        String written = inBrackets ? YamlWriter.flow(item) : YamlWriter.blockEntry(item, indent + "  ");
        add(slots, after, indent, first, "- " + written);
    }

    private void add(List<Slot> slots, int after, String indent, int first, String written) {
        String lineBreak = text.lineBreak();
        String gap = isSeparated(slots) ? lineBreak + lineBreak : lineBreak;
        String broken = written.replace("\n", lineBreak);
        if (after < 0) {
            changes.add(new TextChange(first, first, broken + gap + indent));
        } else {
            int end = text.lineEnd(text.end(slots.get(after).last()));
            changes.add(new TextChange(end, end, gap + indent + broken));
        }
    }

    /** Whether a blank line stands behind each of the slots but the last. */
    private boolean isSeparated(List<Slot> slots) {
        for (int i = 1; i < slots.size(); i++) {
            int end = text.lineEnd(text.end(slots.get(i - 1).last()));
            int next = text.text().indexOf('\n', end) + 1;
            if (next == 0 || !text.isBlank(next, text.lineEnd(next))) {
                return false;
            }
        }
        return slots.size() > 1;
    }
}
