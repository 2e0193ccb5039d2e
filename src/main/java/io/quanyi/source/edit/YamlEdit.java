package io.quanyi.source.edit;

import io.quanyi.source.Fault;
import io.quanyi.source.Faults;
import io.quanyi.source.FaultsFound;
import io.quanyi.source.Position;
import io.quanyi.source.SourceFile;
import io.quanyi.source.Tree;
import io.quanyi.source.Tree.Arr;
import io.quanyi.source.Tree.Obj;
import io.quanyi.source.Tree.Scalar;
import io.quanyi.source.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Changes values in a YAML file. Only characters that differ are written anew: comments, order, quotes and the layout of all else
 * stay. The result is read again, and refused unless it has exactly the wanted values, because layouts are too many to foresee.
 */
public final class YamlEdit {

    private final YamlText text;
    private final BracketEdit brackets;
    private final LineEdit lines;
    private final List<TextChange> changes = new ArrayList<>();

    private YamlEdit(YamlText text) {
        this.text = text;
        this.brackets = new BracketEdit(text, changes);
        this.lines = new LineEdit(text, changes);
    }

    /**
     * The values of a file.
     *
     * @throws FaultsFound if it is no YAML, or no object
     */
    public static Obj read(SourceFile file) {
        Faults faults = new Faults();
        Tree tree = YamlReader.read(file, faults);
        faults.throwIfAny();
        if (tree instanceof Obj document) {
            return document;
        }
        throw refused(file);
    }

    /**
     * A file with other values.
     *
     * @param wanted all values that the file is to have, also those that it has already
     * @throws FaultsFound if the file cannot be read, or cannot be changed in place
     */
    public static SourceFile changed(SourceFile file, Obj wanted) {
        Obj before = read(file);
        if (TreeValues.isSame(before, wanted)) {
            return file;
        }
        Faults faults = new Faults();
        String text = Objects.requireNonNull(file.text(faults));
        YamlEdit edit = new YamlEdit(new YamlText(text));
        Node root =
                new Compose(LoadSettings.builder().build()).composeString(text).orElseThrow(() -> refused(file));
        edit.change(root, before, wanted, false);
        String after = TextChange.apply(text, edit.changes);
        SourceFile changed = new SourceFile(file.path(), after.getBytes(StandardCharsets.UTF_8));
        if (!TreeValues.isSame(read(changed), wanted)) {
            throw refused(file);
        }
        return changed;
    }

    private static FaultsFound refused(SourceFile file) {
        return new FaultsFound(List.of(Fault.at(Position.of(file.path()), "yaml-not-editable")));
    }

    private void change(Node node, Tree before, Tree after, boolean inBrackets) {
        if (TreeValues.isSame(before, after)) {
            return;
        }
        boolean inside = inBrackets || YamlText.isInBrackets(node);
        if (YamlText.isInBrackets(node) && !isPartOf(before, after)) {
            value(node, after, inBrackets);
        } else if (node instanceof MappingNode mapping && before instanceof Obj was && after instanceof Obj is) {
            members(mapping, was, is, inside);
        } else if (node instanceof SequenceNode list && before instanceof Arr was && after instanceof Arr is) {
            items(list, was, is, inside);
        } else {
            value(node, after, inBrackets);
        }
    }

    /** Whether any member of an object, or any item of a list, is kept or changed. */
    private static boolean isPartOf(Tree before, Tree after) {
        return (before instanceof Obj was && after instanceof Obj is)
                ? !Collections.disjoint(was.members().keySet(), is.members().keySet())
                : before instanceof Arr some
                        && after instanceof Arr others
                        && !some.items().isEmpty()
                        && !others.items().isEmpty();
    }

    /** Replaces a whole value. */
    private void value(Node node, Tree after, boolean inBrackets) {
        String written = node instanceof ScalarNode was && after instanceof Scalar is
                ? YamlWriter.replaced(was, is, inBrackets)
                : YamlWriter.flow(after);
        changes.add(new TextChange(text.start(node), text.end(node), written));
    }

    private void members(MappingNode mapping, Obj before, Obj after, boolean inside) {
        Map<String, NodeTuple> tuples = new LinkedHashMap<>();
        mapping.getValue().forEach(tuple -> tuples.put(((ScalarNode) tuple.getKeyNode()).getValue(), tuple));
        tuples.forEach((name, tuple) -> {
            Tree was = Objects.requireNonNull(before.members().get(name));
            Tree is = after.members().get(name);
            if (is != null) {
                change(tuple.getValueNode(), was, is, inside);
            }
        });
        List<Slot> slots = tuples.entrySet().stream()
                .map(tuple -> new Slot(
                        tuple.getValue().getKeyNode(),
                        tuple.getValue().getValueNode(),
                        after.members().containsKey(tuple.getKey())))
                .toList();
        CollectionEdit edit = YamlText.isInBrackets(mapping) ? brackets : lines;
        edit.remove(mapping, slots);
        List<String> names = List.copyOf(tuples.keySet());
        int place = -1;
        for (Map.Entry<String, Tree> member : after.members().entrySet()) {
            int known = names.indexOf(member.getKey());
            if (known < 0) {
                edit.addMember(mapping, slots, place, member);
            } else {
                place = known;
            }
        }
    }

    /** Keeps the items at the begin and at the end that are the same; of those between, pairs are changed, and the rest added or removed. */
    private void items(SequenceNode list, Arr before, Arr after, boolean inside) {
        List<Tree> was = before.items();
        List<Tree> is = after.items();
        int most = Math.min(was.size(), is.size());
        int head = 0;
        while (head < most && TreeValues.isSame(was.get(head), is.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && TreeValues.isSame(was.get(was.size() - 1 - tail), is.get(is.size() - 1 - tail))) {
            tail++;
        }
        int pairs = most - head - tail;
        for (int i = head; i < head + pairs; i++) {
            change(list.getValue().get(i), was.get(i), is.get(i), inside);
        }
        int removedFrom = head + pairs;
        int removedTo = was.size() - tail;
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < was.size(); i++) {
            Node item = list.getValue().get(i);
            slots.add(new Slot(item, item, i < removedFrom || i >= removedTo));
        }
        CollectionEdit edit = YamlText.isInBrackets(list) ? brackets : lines;
        edit.remove(list, slots);
        for (int i = head + pairs; i < is.size() - tail; i++) {
            edit.addItem(list, slots, removedFrom - 1, is.get(i));
        }
    }
}
