package io.quanyi.source.edit;

import io.quanyi.source.Tree;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** Edits lists and objects in brackets, {@code [a, b]} and {@code { a: 1, b: 2 }}, of which at least one member stays. */
final class BracketEdit implements CollectionEdit {

    private final YamlText text;
    private final List<TextChange> changes;

    BracketEdit(YamlText text, List<TextChange> changes) {
        this.text = text;
        this.changes = changes;
    }

    @Override
    public void remove(Node collection, List<Slot> slots) {
        for (int i = 0; i < slots.size(); i++) {
            if (!slots.get(i).stays()) {
                remove(slots, i);
            }
        }
    }

    /** Removes a slot with the comma before it; the first ones with the comma behind them. */
    private void remove(List<Slot> slots, int i) {
        boolean isFirst = slots.subList(0, i).stream().noneMatch(Slot::stays);
        changes.add(
                isFirst
                        ? new TextChange(
                                text.start(slots.get(i).first()),
                                text.start(slots.get(i + 1).first()),
                                "")
                        : new TextChange(
                                text.end(slots.get(i - 1).last()),
                                text.end(slots.get(i).last()),
                                ""));
    }

    @Override
    public void addMember(Node collection, List<Slot> slots, int after, Map.Entry<String, Tree> member) {
        add(slots, after, YamlWriter.flowMember(member));
    }

    @Override
    public void addItem(Node collection, List<Slot> slots, int after, Tree item) {
        add(slots, after, YamlWriter.flow(item));
    }

    private void add(List<Slot> slots, int after, String written) {
        if (after < 0) {
            int start = text.start(slots.get(0).first());
            changes.add(new TextChange(start, start, written + ", "));
        } else {
            int end = text.end(slots.get(after).last());
            changes.add(new TextChange(end, end, ", " + written));
        }
    }
}
