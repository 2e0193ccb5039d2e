package io.quanyi.source.edit;

import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The text of a YAML file, with the places of its nodes as indexes of characters.
 *
 * @param text the text
 */
record YamlText(String text) {

    /** The index of the first character of a node. */
    int start(Node node) {
        return index(node.getStartMark().orElseThrow());
    }

    /** The index after the last character of a node: that of a list or an object on lines of its own ends with its last value. */
    int end(Node node) {
        if (isInBrackets(node) || !(node instanceof CollectionNode<?>)) {
            return index(node.getEndMark().orElseThrow());
        }
        if (node instanceof SequenceNode list) {
            return end(list.getValue().get(list.getValue().size() - 1));
        }
        NodeTuple last = ((MappingNode) node)
                .getValue()
                .get(((MappingNode) node).getValue().size() - 1);
        return Math.max(end(last.getKeyNode()), end(last.getValueNode()));
    }

    /** Whether a list or an object is written in brackets. */
    static boolean isInBrackets(Node node) {
        return node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.FLOW;
    }

    /** The index of the first character of a line. */
    int lineStart(int index) {
        return text.lastIndexOf('\n', index - 1) + 1;
    }

    /** The index of the line break after an index, or of the end of the text. A comment behind a value belongs to its line. */
    int lineEnd(int index) {
        int end = text.indexOf('\n', index);
        int stop = end < 0 ? text.length() : end;
        return stop > index && text.charAt(stop - 1) == '\r' ? stop - 1 : stop;
    }

    /** As many blanks as there are characters on the line of an index before it. */
    String indent(int index) {
        return " ".repeat(index - lineStart(index));
    }

    /** The line break of the file. */
    String lineBreak() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    boolean isBlank(int from, int to) {
        return from <= to && text.substring(from, to).isBlank();
    }

    /** Marks count code points. */
    private int index(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }
}
